import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {api, Problem} from '../../shell/api.js';
import {now} from '../../shell/clock.js';
import {download} from '../../shell/files.js';
import {bytes, isoDay} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary, fieldError} from '../../shell/elements/error-summary.js';
import {fileButton} from '../../shell/elements/file-button.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, backTo, change, missing, readCampaign, upload} from './common.js';
import {IMPORTS} from './imports.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DIRECT_MAX = 1_000_000;
const UPLOAD_MAX = 20 * 1024 ** 2;
const SHOWN = 5;

/**
 * A file on its way into the campaign: read here, shown, then taken whole or not at all. What the server finds wrong stands at
 * its line and column and can be mended there; the same text is then sent again.
 */
export class Import extends ActionPage {
  async load() {
    if (!IMPORTS[this.params.what]) {
      throw new Problem(404, {detail: t('shell.missing.text')});
    }
    const campaign = await readCampaign(this.params.c);
    this.typed = {extractedAt: isoDay(now()), ...(this.query.get('source') && {source: this.query.get('source')}), ...this.typed};
    return {campaign};
  }

  keepsInput() {
    return !!this.document;
  }

  get kind() {
    return IMPORTS[this.params.what];
  }

  /** What the text is called: units, a criteria set, … */
  word(name, values = {}) {
    return t(`office.import.${this.kind.words}.${name}`, {group: this.kind.group, ...values});
  }

  path(of) {
    return typeof this.kind[of] === 'function' ? this.kind[of](this.typed) : this.kind[of];
  }

  fieldFaults() {
    const labels = Object.fromEntries((this.kind.fields ?? []).map(([name]) => [name, t(`office.import.field.${name}`)]));
    const faults = missing(this.typed, labels);
    if (this.typed.source?.trim() && !/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(this.typed.source.trim())) {
      faults.push({field: 'source', text: t('office.import.sourceFault')});
    }
    return faults;
  }

  async choose(file) {
    this.document = null;
    this.places = [];
    this.taken = null;
    this.fromBook = null;
    if (!file) {
      return;
    }
    const ending = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase();
    const book = ending === 'xlsx' && this.kind.workbook;
    const endings = [...this.kind.endings, ...(this.kind.workbook ? ['xlsx'] : [])];
    const most = this.kind.byUpload ? UPLOAD_MAX : DIRECT_MAX;
    const faults = [
      ...(endings.includes(ending) ? [] : [{field: 'file', text: t('office.import.kindFault', {name: file.name, kinds: endings.map(one => '.' + one).join(', ')})}]),
      ...(file.size === 0 ? [{field: 'file', text: t('shell.file.empty', {name: file.name})}] : []),
      ...(file.size > most ? [{field: 'file', text: t('shell.file.large', {name: file.name, size: bytes(file.size), most: bytes(most)})}] : []),
      // A workbook of figures is checked against its source, so that must be named first.
      ...(book ? this.fieldFaults() : []),
    ];
    await this.act(faults, async key => {
      try {
        // The bytes are held: a file that Excel has open may change under the request.
        const held = new File([await file.arrayBuffer()], file.name, {type: book ? XLSX : this.kind.type});
        const text = book ? await this.convert(held, key) : await decoded(held);
        this.document = this.open(text, file.name);
        this.fromBook = book ? file.name : null;
        this.name = file.name;
      } catch (refused) {
        await this.told(refused, true);
      }
    });
    this.requestUpdate();
  }

  async convert(file, key) {
    const id = await upload(this.params.c, file, {key});
    const {body} = await api('POST', at(this.params.c, `${this.path('workbook')}?upload=${id}`), {as: 'blob', accept: this.kind.type, key: crypto.randomUUID()});
    return body.text();
  }

  open(text, name) {
    try {
      return this.kind.read(text);
    } catch (broken) {
      if (broken instanceof SyntaxError) {
        throw new Problem(422, {type: 'unreadable', detail: t('office.import.jsonFault', {name, what: broken.message})});
      }
      throw broken;
    }
  }

  take(event) {
    event.preventDefault();
    this.act(this.fieldFaults(), async key => {
      try {
        this.places = [];
        const text = this.document.text();
        const file = new File([text], this.fromBook ? this.fromBook.replace(/\.xlsx$/i, '.' + this.kind.endings[0]) : this.name, {type: this.kind.type});
        const query = new URLSearchParams(this.kind.query?.(this.typed) ?? {});
        if (this.kind.byUpload) {
          query.set('upload', await upload(this.params.c, file, {key}));
        }
        const path = at(this.params.c, this.path('path')) + (query.size ? `?${query}` : '');
        const {body} = await change('PUT', path, this.kind.byUpload ? {type: this.kind.type} : {body: new Blob([text], {type: this.kind.type}), type: this.kind.type});
        await this.took(body);
      } catch (refused) {
        await this.told(refused);
      }
    });
  }

  async took(body) {
    this.taken = {n: this.document.count, body};
    this.document = null;
    await this.reload();
  }

  /** Keeps what is wrong where it is wrong, for the page to show it there. */
  async told(refused, book = false) {
    if (!(refused instanceof Problem) || refused.status === 0 || refused.type === 'signed-out') {
      throw refused;
    }
    this.refusal = refused.detail;
    this.places = refused.errors.map((error, i) => {
      const found = this.document?.find(this.placed(error.place));
      return {...error, found, id: found?.value !== null && found?.value !== undefined ? `cell-${i}` : null, book};
    });
    this.refusedAs = book ? 'book' : 'text';
    this.requestUpdate();
    await this.updateComplete;
    throw new Told(refused, this.places);
  }

  /** A place of the request as one of the text. */
  placed(place) {
    return place;
  }

  /** Why nothing can be taken now, in words, or null. */
  get locked() {
    return ['units', 'criteria'].includes(this.kind.words) && this.data.campaign.stage !== 'DRAFT' ? t('office.import.locked') : null;
  }

  fieldOf(place) {
    return this.places.find(one => one.place === place)?.id ?? place;
  }

  body() {
    const kind = this.kind;
    return html`${backTo(this.params.c, kind.back ?? '/setup', t(kind.back ? 'office.import.backSources' : 'office.import.back'))}
      ${errorSummary(this.faults, this.places?.length ? t('office.import.wrong', {n: this.faults.length}) : undefined)}
      <h1>${this.word('title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      ${this.taken ? this.success() : nothing}
      <p>${this.word('text')}</p>
      ${kind.columns ? html`<p class="soft">${t('office.import.columns')} <code>${kind.columns}</code></p>` : nothing}
      ${this.above()}
      ${this.locked ? html`<div class="call todo"><p>${this.locked}</p></div>` : html`
      <form class="card-box" novalidate @submit=${event => this.take(event)}>
        ${(kind.fields ?? []).map(([name, more]) => textField({id: name, label: t(`office.import.field.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, size: 'medium', most: 200,
          hint: name === 'source' ? t('office.import.sourceHint') : undefined, ...more}))}
        <div class="field ${this.faults.some(fault => fault.field === 'file') ? 'wrong' : ''}">
          ${fieldError(this.faults, 'file')}
          ${fileButton({id: 'file', label: t('office.import.choose'), accept: [...kind.endings.map(one => '.' + one), ...(kind.workbook ? ['.xlsx', XLSX] : [])].join(','), chosen: ([file]) => this.choose(file)})}
          <p class="field-hint">${t(kind.workbook ? 'office.import.orWorkbook' : 'office.import.only', {kind: kind.endings[0].toUpperCase()})}</p>
        </div>
        ${this.busy ? html`<p role="status" class="loading-note">${t('office.import.busy')}</p>` : nothing}
        ${this.places?.length ? this.wrong() : nothing}
        ${this.document ? this.ready() : nothing}
      </form>`}
      ${kind.current && this.data.campaign.criteriaVersions[kind.group] !== undefined ? html`<p><button class="btn btn-outline-primary" @click=${() => this.current()}>${t('office.import.current')}</button></p>` : nothing}`;
  }

  /** What a page of its own has to say before the file. */
  above() {
    return nothing;
  }

  /** What the button says that sends it. */
  get sending() {
    return t(this.places?.length ? 'office.import.again' : 'office.import.take');
  }

  ready() {
    const first = this.document.first(SHOWN);
    return html`<h2>${t(this.fromBook ? 'office.import.readBook' : 'office.import.read', {name: this.name})}</h2>
      <p>${this.word('count', {n: this.document.count})}</p>
      ${first.length && !this.places?.length ? html`<div class="scrolling" tabindex="0" role="region" aria-label=${t('office.import.first', {n: first.length})}><table class="table"><caption>${t('office.import.first', {n: first.length})}</caption>
        <thead><tr>${this.document.header.map(name => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${first.map(cells => html`<tr>${cells.map(cell => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>` : nothing}
      <div class="actions"><button class="btn btn-primary" aria-disabled=${this.busy ? 'true' : nothing}>${this.sending}</button>
        <button type="button" class="btn btn-outline-secondary" @click=${() => this.drop()}>${t('shell.cancel')}</button></div>`;
  }

  drop() {
    this.document = null;
    this.places = [];
    this.faults = [];
    this.requestUpdate();
  }

  /** Nothing was taken; each fault where it is, by line. */
  wrong() {
    const groups = new Map();
    this.places.filter(one => one.found).forEach(one => groups.set(one.found.group, [...(groups.get(one.found.group) ?? []), one]));
    const elsewhere = this.places.filter(one => !one.found);
    return html`<div class="call bad"><h2>${t('office.import.nothing')}</h2><p>${this.refusal}</p>
        <p>${t(this.refusedAs === 'book' ? 'office.import.mendBook' : this.places.some(one => one.id) ? 'office.import.mend' : 'office.import.mendFile')}</p></div>
      ${elsewhere.length ? html`<ul>${elsewhere.map(one => html`<li><strong>${one.place}</strong>: ${one.detail}</li>`)}</ul>` : nothing}
      ${[...groups].map(([group, faults]) => html`<fieldset class="part">
        <legend>${faults[0].found.line ? t('office.import.line', {line: faults[0].found.line}) : group}</legend>
        ${faults[0].found.rest ? html`<p class="soft">${faults[0].found.rest}</p>` : nothing}
        ${faults.map(one => this.place(one))}</fieldset>`)}`;
  }

  place({id, detail, found}) {
    if (!id) {
      return html`<p class="field-error">${detail}</p>`;
    }
    return html`<div class="field wrong"><label class="form-label" for=${id}>${found.name}</label>
      <p class="field-error" id="${id}-error">${detail}</p>
      <input class="form-control medium" id=${id} autocomplete="off" aria-invalid="true" aria-describedby="${id}-error" .value=${live(found.value)}
        @input=${event => { found.value = event.target.value; found.set(event.target.value); }}></div>`;
  }

  success() {
    const {n, body} = this.taken;
    return html`<div class="call good" role="status"><h2>${this.word('done', {n})}</h2>
      ${body?.awaitingConfirmation ? html`<p>${t('office.import.awaiting', {unit: body.awaitingConfirmation})}</p>` : nothing}
      ${body?.yearsWithout?.length ? html`<p>${t('office.import.yearsWithout', {years: body.yearsWithout.join(', ')})}</p>` : nothing}</div>`;
  }

  current() {
    this.act([], async () => {
      const {body} = await api('GET', at(this.params.c, this.kind.workbook), {as: 'blob', accept: XLSX});
      download(body, `tieu-chi-nhom-${this.kind.group}.xlsx`);
    });
  }
}

/** A refusal whose places are the page's own. */
class Told extends Problem {
  constructor(refused, places) {
    super(refused.status, {type: refused.type, detail: refused.detail, errors: places.map(({place, type, detail}) => ({place, type, detail}))});
  }
}

/** The text of a file in UTF-8; what Excel saves in another code would turn names into nonsense. */
async function decoded(file) {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(await file.arrayBuffer());
  } catch {
    throw new Problem(422, {type: 'unreadable', detail: t('office.import.utf8', {name: file.name})});
  }
}

customElements.define('mb-office-import', Import);
