import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {now} from '../../shell/clock.js';
import {day, isoDay, plain} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {checkField} from '../../shell/elements/check-field.js';
import {confirm} from '../../shell/elements/confirm.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary, fieldError} from '../../shell/elements/error-summary.js';
import {foldingTable} from '../../shell/elements/parts.js';
import {selectField} from '../../shell/elements/select-field.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, backTo, change, groupLinks, missing, readCampaign, readOrNull} from './common.js';

/** Criteria that are not assigned to units by a decision: they leave the maximum and are not asked. */
class Exemptions extends ActionPage {
  static properties = {...ActionPage.properties, chosen: {state: true}, search: {state: true}};

  constructor() {
    super();
    this.chosen = new Set();
    this.search = '';
  }

  async load() {
    const {c, group} = this.params;
    const [campaign, set, exempted, progress] = await Promise.all([
      readCampaign(c), readOrNull(at(c, `/criteria/${group}`)), readOrNull(at(c, `/criteria/${group}/exemptions`)), readOrNull(at(c, '/progress'))]);
    this.typed = {date: isoDay(now()), ...this.typed};
    return {
      campaign, exempted: exempted?.body.items ?? [],
      criteria: set?.body.set.groups.flatMap(one => one.criteria) ?? [],
      units: (progress?.body.items ?? []).filter(line => String(line.group) === group),
    };
  }

  keepsInput() {
    return this.chosen.size > 0;
  }

  fieldOf(place) {
    return place.startsWith('units') ? 'search' : place.replace('decision.', '');
  }

  name(code) {
    return this.data.units.find(line => line.unit === code)?.name ?? code;
  }

  toggle(unit, on) {
    this.chosen = new Set(on ? [...this.chosen, unit] : [...this.chosen].filter(one => one !== unit));
  }

  async exempt(event) {
    event.preventDefault();
    const labels = Object.fromEntries(['criterion', 'number', 'date'].map(name => [name, t(`office.exempt.${name}`)]));
    const faults = [...missing(this.typed, labels), ...(this.chosen.size ? [] : [{field: 'search', text: t('office.exempt.noUnit')}])];
    const {criterion, number, date} = this.typed;
    if (!faults.length && !(await confirm({title: t('office.exempt.sure', {criterion, n: this.chosen.size}), text: t('office.exempt.sureText'), yes: t('office.exempt.do')}))) {
      return;
    }
    this.act(faults, async key => {
      const body = {criterion, units: [...this.chosen], decision: {number: number.trim(), date}};
      await change('POST', at(this.params.c, `/criteria/${this.params.group}/exemptions`), {body, key});
      this.done = t('office.exempt.done', {criterion, n: this.chosen.size});
      this.chosen = new Set();
      this.typed = {date};
      await this.reload({focus: true});
    });
  }

  async again(one) {
    const {criterion} = one;
    const faults = missing(this.typed, Object.fromEntries(['number', 'date'].map(name => [name, t(`office.exempt.${name}`)])));
    if (!faults.length && !(await confirm({title: t('office.exempt.againSure', {criterion}), text: t('office.exempt.againText'), yes: t('office.exempt.again')}))) {
      return;
    }
    this.act(faults, async key => {
      const {number, date} = this.typed;
      await change('POST', at(this.params.c, `/criteria/${this.params.group}/exemptions/${one.number}/end`), {body: {decision: {number: number.trim(), date}}, key});
      this.done = t('office.exempt.againDone', {criterion});
      this.typed = {date};
      await this.reload({focus: true});
    });
  }

  /** Whether some of its units are still without the criterion. */
  static stands(one) {
    const back = new Set((one.assignedAgain ?? []).flatMap(again => again.units));
    return one.units.some(unit => !back.has(unit));
  }

  body() {
    const {c, group} = this.params;
    const {campaign, exempted, criteria} = this.data;
    const may = ['OPEN', 'APPRAISING'].includes(campaign.stage) && criteria.length > 0;
    return html`${backTo(c)}
      ${errorSummary(this.faults)}
      <h1>${t('office.exempt.title')}</h1>
      ${groupLinks(c, '/exemptions', group)}
      ${this.failed ? problemBox(this.failed) : nothing}
      <p>${t('office.exempt.text')}</p>
      <div role="status">${this.done ? html`<p class="call good">${this.done}</p>` : nothing}</div>
      ${foldingTable({
        columns: [
          {label: t('office.exempt.criterion'), cell: one => one.criterion},
          {label: t('office.exempt.units'), cell: one => one.units.map(unit => this.name(unit)).join('; ')},
          {label: t('office.exempt.number'), cell: one => html`${one.decision.number}, ${day(one.decision.date)}
            ${(one.assignedAgain ?? []).map(again => html`<br><span class="soft">${t('office.exempt.againOf', {units: again.units.map(unit => this.name(unit)).join('; '), number: again.decision.number})}</span>`)}`},
          ...(may ? [{label: t('office.exempt.again'), cell: one => (Exemptions.stands(one)
            ? html`<button type="button" class="btn btn-outline-primary" @click=${() => this.again(one)}>${t('office.exempt.again')}<span class="visually-hidden"> ${one.criterion}</span></button>` : '')}] : []),
        ],
        rows: exempted, empty: t('office.exempt.none')})}
      ${may ? this.form(criteria) : html`<p class="soft">${t('office.exempt.closed')}</p>`}`;
  }

  form(criteria) {
    const field = (name, more) => textField({id: name, label: t(`office.exempt.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, size: 'medium', most: 100, ...more});
    const wanted = plain(this.search);
    const shown = this.data.units.filter(line => this.chosen.has(line.unit) || plain(`${line.unit} ${line.name}`).includes(wanted));
    return html`<form class="card-box" novalidate @submit=${event => this.exempt(event)}><h2>${t('office.exempt.new')}</h2>
      ${selectField({id: 'criterion', label: t('office.exempt.criterion'), value: this.typed.criterion, change: this.type('criterion'), faults: this.faults, none: t('office.choose'), options: criteria.map(one => [one.id, `${one.id} ${one.title}`])})}
      <fieldset class="field ${this.faults.some(fault => fault.field === 'search') ? 'wrong' : ''}"><legend>${t('office.exempt.units')} <span class="soft">(${t('office.exempt.chosen', {n: this.chosen.size})})</span></legend>
        ${fieldError(this.faults, 'search')}
        <label class="visually-hidden" for="search">${t('office.exempt.search')}</label>
        <input class="form-control medium" id="search" type="search" autocomplete="off" placeholder=${t('office.exempt.search')} .value=${this.search} @input=${event => (this.search = event.target.value)}>
        <div class="unit-choices">${shown.map(line => checkField({id: `unit-${line.unit}`, label: line.name, checked: this.chosen.has(line.unit), change: on => this.toggle(line.unit, on)}))}</div></fieldset>
      ${field('number')}${field('date', {type: 'date', size: 'short'})}
      <button class="btn btn-primary">${t('office.exempt.do')}</button></form>`;
  }
}
customElements.define('mb-office-exemptions', Exemptions);
