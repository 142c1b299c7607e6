import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {number, parseNumber} from '../../shell/format.js';
import {lang, t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {confirm} from '../../shell/elements/confirm.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {foldingTable} from '../../shell/elements/parts.js';
import {textField} from '../../shell/elements/text-field.js';

/** Who reads what: as it is in force, and a balanced plan that is tried before it is. */
class Assignments extends ActionPage {
  static properties = {...ActionPage.properties, trial: {state: true}, told: {state: true}};

  constructor() {
    super();
    this.typed = {seed: '2020', maximum: ''};
    this.groups = new Set([1, 2, 3]);
    this.trial = null;
  }

  keepsInput() {
    return !!this.trial;
  }

  fieldOf(place) {
    return place.replace(/^balance\./, '').replace(/\[\d+]$/, '');
  }

  async load() {
    const {body} = await api('GET', `/campaigns/${this.params.c}/assignments`);
    return {plan: body};
  }

  change(name) {
    return value => {
      this.trial = null;
      this.type(name)(value);
    };
  }

  /** The request as typed, or its faults. A trial and what puts it in force are of the same one. */
  asked() {
    const faults = [];
    const read = (name, optional) => {
      const found = parseNumber(this.typed[name]);
      if (found.empty && optional) {
        return undefined;
      }
      if (found.value === undefined || !/^\d+$/.test(found.value)) {
        faults.push({field: name, text: t('lead.assign.number', {label: t(`lead.assign.${name}`)})});
      }
      return Number(found.value);
    };
    const seed = read('seed', false);
    const maximum = read('maximum', true);
    if (!this.groups.size) {
      faults.push({field: 'groups', text: t('lead.assign.noGroup')});
    }
    return {faults, balance: {seed, ...(maximum === undefined ? {} : {maximum}), groups: [...this.groups].sort()}};
  }

  async try(event) {
    event.preventDefault();
    const {faults, balance} = this.asked();
    this.told = '';
    this.trial = null;
    await this.act(faults, async () => {
      const {body} = await api('PUT', `/campaigns/${this.params.c}/assignments`, {body: {balance, dryRun: true}});
      this.trial = {balance, plan: body};
    });
    if (this.trial) {
      await this.updateComplete;
      this.querySelector('#trial')?.focus();
    }
  }

  async apply() {
    if (!(await confirm({title: t('lead.assign.sure'), text: t('lead.assign.sureText'), yes: t('lead.assign.apply')}))) {
      return;
    }
    await this.act([], async () => {
      const {body} = await api('PUT', `/campaigns/${this.params.c}/assignments`, {body: {balance: this.trial.balance}});
      this.data = {plan: body};
      this.told = t('lead.assign.applied', {seed: this.trial.balance.seed});
      this.trial = null;
    });
  }

  body() {
    return html`${errorSummary(this.faults)}<h1>${t('lead.assign.title')}</h1>
      <p role="status" class="state state-saved">${this.told ?? ''}</p>
      ${this.failed ? problemBox(this.failed) : nothing}
      <h2>${t('lead.assign.now')}</h2>
      ${this.data.plan.items.length ? this.plan(this.data.plan) : html`<p>${t('lead.assign.nothing')}</p>`}
      <form class="card-box" novalidate @submit=${event => this.try(event)}><h2>${t('lead.assign.balance')}</h2><p>${t('lead.assign.text')}</p>
        ${textField({id: 'seed', label: t('lead.assign.seed'), hint: t('lead.assign.seedHint'), value: this.typed.seed, change: this.change('seed'), faults: this.faults, size: 'short', most: 16})}
        ${textField({id: 'maximum', label: t('lead.assign.maximum'), hint: t('lead.assign.maximumHint'), value: this.typed.maximum, change: this.change('maximum'), faults: this.faults, size: 'short', most: 7})}
        <fieldset class="field" id="groups" tabindex="-1"><legend>${t('lead.assign.groups')}</legend>${[1, 2, 3].map(group => html`<div class="form-check"><input class="form-check-input" type="checkbox" id="group-${group}" .checked=${this.groups.has(group)}
          @change=${event => { event.target.checked ? this.groups.add(group) : this.groups.delete(group); this.trial = null; }}><label class="form-check-label" for="group-${group}">${t(`appraiser.group.${group}`)}</label></div>`)}</fieldset>
        <button class="btn btn-primary">${t('lead.assign.try')}</button></form>
      ${this.trial ? html`<section class="call" id="trial" tabindex="-1" aria-labelledby="trial-title"><h2 id="trial-title">${t('lead.assign.trial', {seed: this.trial.balance.seed})}</h2><p>${t('lead.assign.trialText')}</p>
        ${this.plan(this.trial.plan)}<button class="btn btn-primary" @click=${() => this.apply()}>${t('lead.assign.apply')}</button></section>` : nothing}`;
  }

  plan(plan) {
    return html`${foldingTable({caption: t('lead.assign.load'), columns: [
      {label: t('lead.account'), cell: row => row.account},
      {label: t('lead.body'), cell: row => (row.body === '(none)' ? t('lead.noBody') : row.body)},
      {label: t('lead.assign.first'), number: true, cell: row => number(row.first)},
      {label: t('lead.assign.standIn'), number: true, cell: row => number(row.standIn)},
      {label: t('lead.assign.second'), number: true, cell: row => number(row.second)},
    ], rows: plan.load, empty: t('lead.assign.nobody')})}
    ${plan.open.length ? html`<details><summary>${t('lead.assign.open', {n: plan.open.reduce((sum, one) => sum + one.units.length, 0)})}</summary>
      <ul>${plan.open.map(one => html`<li>${t(`appraiser.group.${one.group}`)}, ${one.criterion}: ${lang() === 'vi' ? one.causeVi : one.causeEn} (${one.units.length > 8 ? t('lead.assign.units', {n: one.units.length}) : one.units.join(', ')})</li>`)}</ul></details>` : html`<p>${t('lead.assign.closed')}</p>`}
    ${plan.items.map(one => html`<details><summary>${t('lead.assign.shares', {group: t(`appraiser.group.${one.group}`), n: one.shares.length})}</summary>
      ${foldingTable({columns: [
        {label: t('appraiser.criterion'), cell: row => row.criterion ?? t('lead.assign.every')},
        {label: t('appraiser.unit'), cell: row => row.units?.join(', ') ?? t('lead.assign.every')},
        {label: t('lead.account'), cell: row => row.account}], rows: one.shares})}</details>`)}`;
  }
}
customElements.define('mb-lead-assignments', Assignments);
