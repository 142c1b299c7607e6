import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {download} from '../../shell/files.js';
import {day, points} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {foldingTable, tag} from '../../shell/elements/parts.js';
import {at, backTo, unitLink} from './common.js';

/** Whose form is due and not sent, the longest first; with the letter that chases them. */
class Late extends ActionPage {
  async load() {
    return (await api('GET', at(this.params.c, '/late-units'))).body.items;
  }

  fetch(path, accept, name) {
    this.act([], async () => {
      const {body} = await api('GET', at(this.params.c, path), {as: 'blob', accept});
      download(body, name);
    });
  }

  body() {
    const {c} = this.params;
    return html`${backTo(c)}
      ${errorSummary(this.faults)}
      <h1>${t('office.late.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <p>${t('office.late.text', {n: this.data.length})}</p>
      ${foldingTable({
        columns: [
          {label: t('office.unit.unit'), cell: one => html`<a href=${unitLink(c, one.unit)}>${one.name}</a>`},
          {label: t('office.late.group'), cell: one => t(`public.group.${one.group}`)},
          {label: t('office.board.due'), cell: one => day(one.dueOn)},
          {label: t('office.late.days'), number: true, cell: one => tag(t('office.late.n', {n: one.daysLate}), 'bad')},
          {label: t('office.late.share'), number: true, cell: one => `${points(one.share)} %`},
        ],
        rows: this.data, empty: t('office.late.none')})}
      ${this.data.length ? html`<div class="actions">
        <button class="btn btn-primary" @click=${() => this.fetch('/papers/chaser', undefined, 'cong-van-don-doc.docx')}>${t('office.late.chaser')}</button>
        <button class="btn btn-outline-primary" @click=${() => this.fetch('/late-units', 'text/csv', `qua-han-${c}.csv`)}>${t('office.csv')}</button></div>` : nothing}`;
  }
}
customElements.define('mb-office-late', Late);
