/**
 * What the office is about to import, as the server counts its places, so that what is refused can be mended where it stands:
 * a fault's place leads to a value, the value can be changed, and the text is what it was but for that.
 */

/** Lines and cells. A line has the number of the line of text on which it begins, as core/Csv counts it. */
export class CsvDocument {
  constructor(text) {
    const body = text.replace(/^\uFEFF/, '');
    const first = body.split(/\r\n|\n|\r/, 1)[0];
    this.separator = first.includes(',') ? ',' : [';', '\t'].find(mark => first.includes(mark)) ?? ',';
    this.records = read(body, this.separator);
    this.header = (this.records[0]?.cells ?? []).map(cell => cell.trim());
  }

  /** How many lines there are to import. */
  get count() {
    return this.records.slice(1).filter(record => record.cells.some(cell => cell.trim())).length;
  }

  /** The first lines, to be looked at. */
  first(most) {
    return this.records.slice(1, most + 1).map(record => record.cells);
  }

  /**
   * The value at a place as "dòng/line 7, code", or null.
   *
   * @return {group, line, name, value, rest, set(text)}
   */
  find(place) {
    const found = /^dòng\/line (\d+)(?:, ([^.[]+))?/.exec(place);
    const record = found && this.records.find(one => one.line === Number(found[1]));
    if (!record) {
      return null;
    }
    const column = found[2] ? this.header.indexOf(found[2]) : -1;
    const header = record === this.records[0];
    return {
      group: record.line,
      line: record.line,
      // A heading may be wrong itself, or missing: then the line as a whole is at fault.
      name: header ? null : found[2] ?? null,
      value: column < 0 || header || record.cells.length <= column ? null : record.cells[column],
      rest: record.cells.join(' · '),
      set: text => (record.cells[column] = text),
    };
  }

  text() {
    const quoted = cell => (cell.includes('"') || cell.includes(this.separator) || /[\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    return this.records.map(record => record.cells.map(quoted).join(this.separator)).join('\r\n') + '\r\n';
  }
}

function read(text, separator) {
  const records = [];
  let cells = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let first = 1;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    const end = c === '\n' || (c === '\r' && text[i + 1] !== '\n');
    line += end ? 1 : 0;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (c === '"') {
        quoted = false;
      } else {
        cell += c;
      }
    } else if (c === '"' && cell === '') {
      quoted = true;
    } else if (c === separator) {
      cells.push(cell);
      cell = '';
    } else if (end) {
      records.push({line: first, cells: [...cells, cell]});
      cells = [];
      cell = '';
      first = line;
    } else if (c !== '\r') {
      cell += c;
    }
  }
  if (cell || cells.length) {
    records.push({line: first, cells: [...cells, cell]});
  }
  return records;
}

/** A criteria set. */
export class JsonDocument {
  constructor(text) {
    this.tree = JSON.parse(text);
  }

  get count() {
    return this.tree.groups?.flatMap?.(group => group.criteria ?? []).length ?? 0;
  }

  first() {
    return [];
  }

  /** The value at a place as `groups[1].criteria[4].maxPoints`; of a workbook the place stands in brackets behind the cell. */
  find(place) {
    const path = /\(([^()]+)\)\s*$/.exec(place)?.[1] ?? place;
    const steps = path.match(/[^.[\]]+/g) ?? [];
    let at = this.tree;
    let holder = null;
    let inside = '';
    for (const step of steps) {
      if (at === null || typeof at !== 'object') {
        return null;
      }
      holder = at;
      at = at[step];
      if (at?.id !== undefined) {
        inside = [at.id, at.title ?? at.label].filter(Boolean).join(' ');
      }
    }
    const key = steps.at(-1);
    if (holder === null) {
      return null;
    }
    return {
      group: inside || path,
      line: null,
      name: key,
      value: ['string', 'number', 'boolean'].includes(typeof at) ? String(at) : null,
      rest: '',
      set: text => (holder[key] = typeof at === 'string' ? text : asTyped(text)),
    };
  }

  text() {
    return JSON.stringify(this.tree);
  }
}

/** A figure or a truth value as such; what is neither the server names again. */
function asTyped(text) {
  const plain = text.trim().replace(',', '.');
  if (/^-?\d+(\.\d+)?$/.test(plain)) {
    return Number(plain);
  }
  return {true: true, false: false}[plain] ?? text;
}
