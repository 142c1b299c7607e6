import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {download} from '../../shell/files.js';
import {dateTime, plain} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {Page} from '../../shell/elements/page.js';
import {foldingTable} from '../../shell/elements/parts.js';
import {selectField} from '../../shell/elements/select-field.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, backTo, standing, standingTag, unitLink} from './common.js';

const SENT = ['SUBMITTED', 'FORWARDED', 'UNDER_APPRAISAL', 'EXPLANATION_REQUESTED', 'EXPLAINED', 'APPRAISED'];
const TONES = ['bad', 'plain', 'todo', 'wait', 'good'];

/** Where every unit stands, a district a row: what is dark red is late. Each cell leads to its unit. */
class Board extends Page {
  static properties = {...Page.properties, words: {state: true}, only: {state: true}};

  constructor() {
    super();
    this.words = '';
    this.only = '';
  }

  async load() {
    this.only = this.query.get('only') ?? this.only;
    return (await api('GET', at(this.params.c, '/progress'))).body.items;
  }

  keepsInput() {
    return !!this.words;
  }

  get rows() {
    const lines = this.data;
    const of = parent => lines.filter(line => line.parent === parent);
    const departments = lines.filter(line => line.group === 1);
    const districts = lines.filter(line => line.group === 2);
    const known = new Set(districts.map(line => line.unit));
    const others = lines.filter(line => line.group === 3 && !known.has(line.parent));
    return [
      ...(departments.length ? [{name: t('office.board.departments'), units: departments}] : []),
      ...districts.map(head => ({name: head.name, head, units: of(head.unit)})),
      ...(others.length ? [{name: t('office.board.others'), units: others}] : []),
    ];
  }

  shown(line) {
    const tone = standing(line)[1];
    return (!this.only || tone === this.only) && plain(`${line.name} ${line.unit}`).includes(plain(this.words));
  }

  async csv() {
    const {body} = await api('GET', at(this.params.c, '/progress'), {as: 'blob', accept: 'text/csv'});
    download(body, `tien-do-${this.params.c}.csv`);
  }

  body() {
    const lines = this.data;
    const sent = lines.filter(line => SENT.includes(line.state)).length;
    const found = lines.filter(line => this.shown(line));
    const narrowed = this.words || this.only;
    return html`${backTo(this.params.c)}
      <h1>${t('office.board.title')}</h1>
      <p class="lead">${t('office.board.sentOf', {sent, n: lines.length})}</p>
      <ul class="legend">${TONES.map(tone => html`<li><span class="cell cell-${tone}" aria-hidden="true">${symbol(tone)}</span>
        ${t(`office.board.tone.${tone}`, {n: lines.filter(line => standing(line)[1] === tone).length})}</li>`)}</ul>
      <form class="filters" role="search" @submit=${event => event.preventDefault()}>
        ${textField({id: 'words', label: t('office.board.words'), value: this.words, change: value => (this.words = value)})}
        ${selectField({id: 'only', label: t('office.board.only'), value: this.only, change: value => (this.only = value), none: t('office.board.all'),
          options: TONES.map(tone => [tone, t(`office.board.toneName.${tone}`)])})}
      </form>
      <p role="status">${narrowed ? t('office.board.found', {n: found.length, of: lines.length}) : ''}</p>
      <section class="card-box"><table class="heat-rows"><caption class="visually-hidden">${t('office.board.caption')}</caption>
        <tbody>${this.rows.map(row => this.row(row))}</tbody></table></section>
      ${narrowed ? foldingTable({
        caption: t('office.board.list'),
        columns: [
          {label: t('office.unit.unit'), cell: line => html`<a href=${unitLink(this.params.c, line.unit)}>${line.name}</a>`},
          {label: t('office.board.state'), cell: line => standingTag(line)},
          {label: t('office.board.answered'), number: true, cell: line => `${line.answered}/${line.criteria}`},
          {label: t('office.board.due'), cell: line => dateTime(line.dueAt)},
        ],
        rows: found, empty: t('office.board.none')}) : nothing}
      <p><button class="btn btn-outline-primary" @click=${() => this.csv()}>${t('office.csv')}</button></p>`;
  }

  row({name, head, units}) {
    const all = head ? [head, ...units] : units;
    const shown = all.filter(line => this.shown(line));
    if (!shown.length) {
      return nothing;
    }
    const sent = all.filter(line => SENT.includes(line.state)).length;
    return html`<tr><th scope="row">${name} <span class="soft">${t('office.board.row', {sent, n: all.length})}</span></th>
      <td><ul class="cells">${shown.map(line => this.cell(line, line === head))}</ul></td></tr>`;
  }

  cell(line, own) {
    const [word, tone] = standing(line);
    const text = t('office.board.cell', {name: line.name, state: word, answered: line.answered, of: line.criteria});
    return html`<li><a class="cell cell-${tone}" href=${unitLink(this.params.c, line.unit)} title=${text} aria-label=${text}>${own ? t('office.board.own') : ''}${symbol(tone, line)}</a></li>`;
  }
}

/** What stands in a cell besides its colour: how much is answered, a tick, or how late. */
function symbol(tone, line) {
  switch (tone) {
    case 'bad': return line ? `!${line.daysLate || ''}` : '!';
    case 'good': return '✓';
    case 'wait': return '→';
    case 'plain': return '–';
    default: return line ? `${Math.floor(Number(line.share))}%` : '%';
  }
}

customElements.define('mb-office-board', Board);
