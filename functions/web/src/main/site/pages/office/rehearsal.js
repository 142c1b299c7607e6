import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {campaigns} from '../../shell/campaigns.js';
import {maximum, points} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {facts, foldingTable, tag} from '../../shell/elements/parts.js';
import {selectField} from '../../shell/elements/select-field.js';
import {at, backTo, groupLinks, missing, readCampaign} from './common.js';

const MOST = 200;

/** A criteria set tried on the answers of an earlier campaign before it is given out: which criteria tell units apart, which answers no longer fit. */
class Rehearsal extends ActionPage {
  async load() {
    const {c} = this.params;
    const [campaign, {all}] = await Promise.all([readCampaign(c), campaigns()]);
    const earlier = all.filter(one => one.id !== c && one.stage !== 'DRAFT').sort((one, other) => other.year - one.year);
    this.typed = {campaign: campaign.previous ?? earlier[0]?.id ?? '', ...this.typed};
    return {campaign, earlier};
  }

  keepsInput() {
    return !!this.found;
  }

  rehearse(event) {
    event.preventDefault();
    this.act(missing(this.typed, {campaign: t('office.rehearse.campaign')}), async key => {
      const {body} = await api('POST', at(this.params.c, `/criteria/${this.params.group}/rehearsal?limit=${MOST}`), {body: {campaign: this.typed.campaign}, key});
      this.found = body;
      this.requestUpdate();
    });
  }

  body() {
    const {c, group} = this.params;
    const {campaign, earlier} = this.data;
    return html`${backTo(c, '/setup', t('office.import.back'))}
      ${errorSummary(this.faults)}
      <h1>${t('office.rehearse.title')}</h1>
      ${groupLinks(c, '/rehearsal', group)}
      ${this.failed ? problemBox(this.failed) : nothing}
      <p>${t('office.rehearse.text')}</p>
      ${campaign.criteriaVersions[group] === undefined ? html`<p class="warning">${t('office.rehearse.noSet')}</p>`
        : !earlier.length ? html`<p class="warning">${t('office.rehearse.noCampaign')}</p>` : html`<form class="card-box" novalidate @submit=${event => this.rehearse(event)}>
        ${selectField({id: 'campaign', label: t('office.rehearse.campaign'), value: this.typed.campaign, change: this.type('campaign'), faults: this.faults, options: earlier.map(one => [one.id, `${one.name} (${one.year})`])})}
        <button class="btn btn-primary" aria-disabled=${this.busy ? 'true' : nothing}>${t('office.rehearse.do')}</button></form>`}
      <div role="status">${this.found?.group === Number(group) ? this.result(this.found) : nothing}</div>`;
  }

  result(found) {
    const count = status => found.counts[status] ?? 0;
    const worth = sum => (sum ? `${points(sum.points)} / ${maximum(sum.max)}${sum.rank ? ` (${t('office.rehearse.rank', {rank: sum.rank})})` : ''}` : '–');
    return html`<h2>${t('office.rehearse.found')}</h2>
      ${facts([
        [t('office.rehearse.replayed'), count('REPLAYED')],
        [t('office.rehearse.notComparable'), count('NOT_COMPARABLE')],
        [t('office.rehearse.notDelivered'), count('NOT_DELIVERED')],
        found.removed.length && [t('office.rehearse.removed'), found.removed.join(', ')],
      ])}
      ${found.ranksWithheld ? html`<p class="soft">${t('office.rehearse.withheld')}</p>` : nothing}
      ${foldingTable({
        caption: t('office.rehearse.criteria'),
        columns: [
          {label: t('office.questions.criterion'), cell: one => `${one.criterion} ${one.title}`},
          {label: t('office.rehearse.fits'), number: true, cell: one => one.fits},
          {label: t('office.rehearse.misfits'), number: true, cell: one => Object.values(one.misfits).reduce((sum, n) => sum + n, 0)},
          {label: t('office.rehearse.mean'), number: true, cell: one => (one.mean === undefined ? '–' : `${points(one.mean)} / ${maximum(one.maxPoints)}`)},
          {label: t('office.rehearse.full'), number: true, cell: one => one.full ?? '–'},
          {label: t('office.rehearse.tells'), cell: one => (one.discriminates === undefined ? '–' : tag(t(one.discriminates ? 'office.rehearse.apart' : 'office.rehearse.same'), one.discriminates ? 'good' : 'todo'))},
        ],
        rows: found.criteria, empty: t('office.rehearse.aggregates')})}
      ${foldingTable({
        caption: t('office.rehearse.units'),
        columns: [
          {label: t('office.unit.unit'), cell: one => one.name},
          {label: t('office.rehearse.then'), number: true, cell: one => worth(one.then)},
          {label: t('office.rehearse.now'), number: true, cell: one => worth(one.now)},
        ],
        rows: found.items, empty: t('office.rehearse.nobody')})}`;
  }
}
customElements.define('mb-office-rehearsal', Rehearsal);
