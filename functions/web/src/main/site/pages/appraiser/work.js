import {html, nothing} from 'lit';
import {campaigns} from '../../shell/campaigns.js';
import {now} from '../../shell/clock.js';
import {dateTime, daysBetween, maximum} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {problemBox} from '../../shell/elements/page.js';
import {Problem} from '../../shell/api.js';
import {bar, foldingTable, tag} from '../../shell/elements/parts.js';
import {link, stateTag} from './cells.js';
import {WorkPage} from './work-page.js';

/** A member's own criteria: how far each is, and what waits for them once more. */
class Work extends WorkPage {
  async load() {
    const {all} = await campaigns();
    const campaign = all.find(one => one.id === this.params.c);
    if (!campaign) {
      throw new Problem(404, {detail: t('appraiser.work.unknown', {campaign: this.params.c})});
    }
    this.read();
    return {campaign, columns: this.data?.columns ?? []};
  }

  body() {
    const {campaign, columns} = this.data;
    const left = daysBetween(now(), campaign.milestones.appraisedBy);
    const cells = columns.reduce((sum, one) => sum + one.cells, 0);
    const toDo = columns.reduce((sum, one) => sum + one.toDo, 0);
    const heard = columns.flatMap(one => one.waiting.filter(cell => cell.hearing === 'EXPLAINED').map(cell => ({...cell, criterion: one.criterion})));
    return html`<h1>${t('appraiser.work.title')}</h1>
      <section class="card-box">
        <p>${t('appraiser.work.until', {at: dateTime(campaign.milestones.appraisedBy)})} <strong>${t(left < 0 ? 'appraiser.work.over' : 'appraiser.work.left', {n: Math.abs(left)})}</strong></p>
        <p>${t('appraiser.work.done', {done: cells - toDo, n: cells})}</p>
        ${bar(cells - toDo, cells, t('appraiser.work.bar'))}
      </section>
      ${this.broken ? problemBox(this.broken, () => this.read()) : nothing}
      ${heard.length ? html`<section class="call todo"><h2>${t('appraiser.work.heard', {n: heard.length})}</h2>
        <ul>${heard.map(one => html`<li><a href=${link(this.params.c, `/u/${encodeURIComponent(one.unit)}/k/${one.criterion}`)}>${one.criterion} · ${one.name}</a>
          ${one.until ? html`<span class="soft">${t('appraiser.work.judgeBy', {at: dateTime(one.until)})}</span>` : nothing}</li>`)}</ul></section>` : nothing}
      ${[1, 2, 3].map(group => this.group(group, columns.filter(one => one.group === group)))}
      <p role="status" class="${this.reading ? 'soft loading' : 'visually-hidden'}">${this.reading ? t('shell.loading') : cells || this.broken ? '' : t('appraiser.work.none')}</p>
      ${!this.reading && !cells && !this.broken ? html`<p>${t('appraiser.work.none')}</p>` : nothing}`;
  }

  group(group, columns) {
    return columns.length ? html`<h2>${t(`appraiser.group.${group}`)}</h2>${foldingTable({
      columns: [
        {label: t('appraiser.criterion'), cell: row => html`<a href=${link(this.params.c, `/g/${group}/k/${row.criterion}`)}>${row.criterion} ${row.title}</a> <span class="soft">${t('appraiser.upTo', {max: maximum(row.maxPoints)})}</span>`},
        {label: t('appraiser.work.progress'), number: true, cell: row => t('appraiser.work.of', {done: row.cells - row.toDo, n: row.cells})},
        {label: t('appraiser.state'), cell: row => row.toDo ? tag(t('appraiser.work.toDo', {n: row.toDo}), 'todo') : row.waiting.length ? stateTag(row.waiting[0].state) : tag(t('appraiser.work.allDone'), 'good')},
      ],
      rows: columns})}` : nothing;
  }
}
customElements.define('mb-appraiser-work', Work);
