import {html, nothing} from 'lit';
import {campaigns} from '../../shell/campaigns.js';
import {now} from '../../shell/clock.js';
import {dateTime, daysBetween} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {problemBox} from '../../shell/elements/page.js';
import {bar, foldingTable} from '../../shell/elements/parts.js';
import {cellPath, stateTag, walkThrough} from '../appraiser/cells.js';
import {WorkPage} from '../appraiser/work-page.js';

const KINDS = {
  disputes: cell => cell.state === 'GAP',
  petitions: cell => cell.hearing === 'PETITIONED',
  explained: cell => cell.hearing === 'EXPLAINED',
  signatures: cell => cell.state === 'AWAITS_COUNTERSIGN',
};

/** What waits for the lead: readings to decide between, petitions, explanations, signatures; and how far the team is. */
class Waits extends WorkPage {
  async load() {
    const {all} = await campaigns();
    this.read();
    return {campaign: all.find(one => one.id === this.params.c), columns: this.data?.columns ?? []};
  }

  get asked() {
    return '?limit=20';
  }

  body() {
    const {campaign, columns} = this.data;
    const cells = columns.flatMap(column => column.waiting.map(one => ({...one, criterion: column.criterion, title: column.title})));
    const all = columns.reduce((sum, one) => sum + one.cells, 0);
    const open = columns.reduce((sum, one) => sum + one.toDo, 0);
    const left = campaign && daysBetween(now(), campaign.milestones.appraisedBy);
    return html`<h1>${t('lead.waits.title')}</h1>
      <section class="card-box">
        ${campaign ? html`<p>${t('appraiser.work.until', {at: dateTime(campaign.milestones.appraisedBy)})} <strong>${t(left < 0 ? 'appraiser.work.over' : 'appraiser.work.left', {n: Math.abs(left)})}</strong></p>` : nothing}
        <p>${t('lead.waits.done', {done: all - open, n: all})}</p>${bar(all - open, all, t('appraiser.work.bar'))}</section>
      ${this.broken ? problemBox(this.broken, () => this.read()) : nothing}
      <p role="status" class="soft ${this.reading ? 'loading' : ''}">${this.reading ? t('shell.loading') : ''}</p>
      ${Object.entries(KINDS).map(([kind, is]) => this.section(kind, cells.filter(is)))}`;
  }

  section(kind, cells) {
    const path = one => (kind === 'petitions' ? `/c/${this.params.c}/lead/petitions/u/${encodeURIComponent(one.unit)}/k/${one.criterion}` : cellPath(this.params.c, one.unit, one.criterion));
    return html`<section id=${kind}><h2>${t(`lead.waits.${kind}`, {n: cells.length})}</h2>${cells.length || !this.reading ? foldingTable({
      columns: [
        {label: t('appraiser.unit'), cell: row => html`<a href=${'#' + path(row)} @click=${() => walkThrough(cells.map(one => ({u: one.unit, criterion: one.criterion})))}>${row.name}</a>`},
        {label: t('appraiser.criterion'), cell: row => `${row.criterion} ${row.title}`},
        {label: t('appraiser.state'), cell: row => html`<span>${stateTag(row.state)} ${row.until ? html`<span class="soft">${t('appraiser.work.judgeBy', {at: dateTime(row.until)})}</span>` : nothing}
          ${kind === 'signatures' ? html`<span class="soft">${t(row.sign ? 'lead.waits.yours' : 'lead.waits.others')}</span>` : nothing}</span>`},
      ],
      rows: cells, empty: this.broken ? '' : t('lead.waits.none')}) : nothing}</section>`;
  }
}
customElements.define('mb-lead-waits', Waits);
