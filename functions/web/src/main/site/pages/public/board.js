import {html, nothing} from 'lit';
import {Page} from '../../shell/elements/page.js';
import {api} from '../../shell/api.js';
import {bar, foldingTable, tag} from '../../shell/elements/parts.js';
import {dateTime, plain, points} from '../../shell/format.js';
import {lang, t} from '../../shell/i18n.js';
import {at, groupName} from './data.js';

/** How far every unit is, for who watches over the whole: no points before everybody reads them. */
class Board extends Page {
  static properties = {...Page.properties, words: {state: true}, only: {state: true}};

  constructor() {
    super();
    this.words = '';
    this.only = '';
  }

  async load() {
    return (await api('GET', at(this.params.c, '/progress'))).body.items;
  }

  relabel() {
    this.requestUpdate();
  }

  body() {
    const lines = this.data;
    const groups = [...new Set(lines.map(line => line.group))].sort();
    const words = plain(this.words);
    const shown = lines.filter(line => plain(`${line.name} ${line.unit}`).includes(words) &&
      (!this.only || (this.only === 'sent' ? !!line.submittedAt : this.only === 'overdue' ? line.overdue : line.late)));
    return html`
      <h1>${t('public.board.title')}</h1>
      ${groups.map(group => {
        const own = lines.filter(line => line.group === group);
        const sent = own.filter(line => line.submittedAt).length;
        const overdue = own.filter(line => line.overdue).length;
        return html`<section class="card-box"><h2>${groupName(group)}</h2>
          <p>${t('public.results.sentOf', {sent, n: own.length})}${overdue ? html` ${tag(t('public.board.overdueN', {n: overdue}), 'bad')}` : nothing}</p>
          ${bar(sent, own.length, groupName(group))}</section>`;
      })}
      <form class="filters" role="search" @submit=${event => event.preventDefault()}>
        <div class="field wide"><label class="form-label" for="words">${t('public.ranking.words')}</label>
          <input class="form-control" id="words" type="search" autocomplete="off" .value=${this.words} @input=${event => (this.words = event.target.value)}></div>
        <div class="field"><label class="form-label" for="only">${t('public.board.only')}</label>
          <select class="form-select" id="only" @change=${event => (this.only = event.target.value)}>
            <option value="">${t('public.ranking.all')}</option>
            <option value="sent">${t('public.board.sent')}</option>
            <option value="overdue">${t('public.board.overdue')}</option>
            <option value="late">${t('public.board.late')}</option>
          </select></div>
      </form>
      <p role="status">${t('public.ranking.found', {n: shown.length, of: lines.length})}</p>
      ${foldingTable({
        caption: t('public.board.caption'),
        empty: t('public.board.none'),
        rows: shown,
        columns: [
          {label: t('public.ranking.unit'), cell: line => line.name},
          {label: t('public.board.state'), cell: line => html`${tag(lang() === 'vi' ? line.stateVi : t(`public.state.${line.state}`), line.submittedAt ? 'good' : line.overdue ? 'bad' : 'wait')}
            ${line.late ? tag(t('public.board.daysLate', {n: line.daysLate}), 'todo') : nothing}`},
          {label: t('public.board.answered'), number: true, cell: line => `${line.answered}/${line.criteria}`},
          {label: t('public.board.due'), cell: line => dateTime(line.dueAt)},
          {label: t('public.board.submitted'), cell: line => (line.submittedAt ? dateTime(line.submittedAt) : '–')},
          ...(lines.some(line => line.index) ? [{label: t('public.ranking.index'), number: true, cell: line => (line.index ? points(line.index) : '–')}] : []),
        ],
      })}`;
  }
}
customElements.define('mb-public-board', Board);
