import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {t} from '../../shell/i18n.js';
import {go} from '../../shell/router.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {foldingTable, tag} from '../../shell/elements/parts.js';
import {selectField} from '../../shell/elements/select-field.js';
import {textField} from '../../shell/elements/text-field.js';
import {change, link, missing, readAll, stageName} from './common.js';

const TEMPLATE = '131-2020';
const DAYS = ['dueBefore', 'closesBefore', 'appraisedBefore', 'reportBefore', 'publishBefore'];
const TONES = {DRAFT: 'todo', PUBLISHED: 'good', ARCHIVED: 'plain'};

/** The campaigns, and a new one: from the plan's template, or by its own settings from nothing. */
class Campaigns extends ActionPage {
  async load() {
    const all = await readAll('/campaigns?limit=100');
    all.sort((one, other) => other.year - one.year || other.id.localeCompare(one.id));
    this.typed = {template: TEMPLATE, ...this.typed};
    return {all};
  }

  keepsInput() {
    return !!(this.typed.name || this.typed.id);
  }

  fieldOf(place) {
    return place.replace(/^(calendar|plan)\./, (whole, part) => (part === 'plan' ? 'plan-' : ''));
  }

  create(event) {
    event.preventDefault();
    const typed = name => (this.typed[name] ?? '').trim();
    const whole = !this.typed.template;
    const label = name => t(`office.campaigns.${name}`);
    const wanted = whole ? ['name', 'year', 'plan-number', 'plan-date', 'plan-issuer', 'dueBefore', 'appraisedBefore', 'reportBefore', 'publishBefore'] : [];
    const faults = missing(this.typed, Object.fromEntries(wanted.map(name => [name, label(name)])));
    if (typed('year') && !/^20\d\d$/.test(typed('year'))) {
      faults.push({field: 'year', text: t('office.campaigns.yearFault')});
    }
    if (typed('id') && !/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(typed('id'))) {
      faults.push({field: 'id', text: t('office.campaigns.idFault')});
    }
    if (typed('answerDays') && !/^\d{1,3}$/.test(typed('answerDays'))) {
      faults.push({field: 'answerDays', text: t('office.fault.whole', {label: label('answerDays')})});
    }
    const days = Object.fromEntries(DAYS.filter(typed).map(name => [name, typed(name)]));
    const plan = Object.fromEntries(['number', 'date', 'issuer'].filter(part => typed(`plan-${part}`)).map(part => [part, typed(`plan-${part}`)]));
    const body = {
      ...(typed('template') && {template: typed('template')}),
      ...(typed('id') && {id: typed('id')}),
      ...(typed('name') && {name: typed('name')}),
      ...(typed('year') && {year: Number(typed('year'))}),
      ...(Object.keys(plan).length && {plan}),
      ...(Object.keys(days).length || typed('answerDays') ? {calendar: {...days, ...(typed('answerDays') && {answerDays: Number(typed('answerDays'))})}} : {}),
      ...(typed('previous') && {previous: typed('previous')}),
    };
    this.act(faults, async key => {
      const {body: made} = await change('POST', '/campaigns', {body, key});
      this.typed = {};
      go(`/c/${made.id}/office/setup`);
    });
  }

  body() {
    const {all} = this.data;
    const whole = !this.typed.template;
    const field = (name, more) => textField({id: name, label: t(`office.campaigns.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, size: 'medium', most: 200, ...more});
    const optional = whole ? undefined : t('office.campaigns.asTemplate');
    return html`${errorSummary(this.faults)}
      <h1>${t('office.campaigns.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      ${foldingTable({
        columns: [
          {label: t('office.campaigns.name'), cell: one => html`<a href=${link(one.id, one.stage === 'DRAFT' ? '/setup' : '')}>${one.name}</a>`},
          {label: t('office.campaigns.id'), cell: one => one.id},
          {label: t('office.campaigns.year'), number: true, cell: one => one.year},
          {label: t('office.campaigns.stage'), cell: one => tag(stageName(one), TONES[one.stage] ?? 'wait')},
        ],
        rows: all, empty: t('office.campaigns.none')})}
      <form class="card-box" novalidate @submit=${event => this.create(event)}>
        <h2>${t('office.campaigns.new')}</h2>
        ${selectField({id: 'template', label: t('office.campaigns.template'), value: this.typed.template, change: this.type('template'), size: 'medium',
          options: [[TEMPLATE, t('office.campaigns.plan131')]], none: t('office.campaigns.empty'), hint: t('office.campaigns.templateHint')})}
        ${field('id', {hint: t('office.campaigns.idHint'), most: 40})}
        ${field('name', {hint: optional})}
        ${field('year', {size: 'short', most: 4, hint: optional})}
        ${all.length ? selectField({id: 'previous', label: t('office.campaigns.previous'), value: this.typed.previous, change: this.type('previous'), size: 'medium',
          options: all.map(one => [one.id, one.name]), none: t('office.campaigns.noPrevious'), hint: t('office.campaigns.previousHint')}) : nothing}
        <fieldset class="part"><legend>${t('office.campaigns.planPart')}</legend>
          ${field('plan-number', {hint: optional, most: 100})}${field('plan-date', {type: 'date', size: 'short'})}${field('plan-issuer')}</fieldset>
        <fieldset class="part"><legend>${t('office.campaigns.days')}</legend>
          <p class="field-hint">${t('office.campaigns.daysHint')}</p>
          ${DAYS.map(name => field(name, {type: 'date', size: 'short', hint: name === 'closesBefore' ? t('office.campaigns.closesHint') : undefined}))}
          ${field('answerDays', {size: 'short', most: 3})}</fieldset>
        <div class="actions"><button class="btn btn-primary" aria-disabled=${this.busy ? 'true' : nothing}>${t('office.campaigns.create')}</button></div>
      </form>`;
  }
}
customElements.define('mb-office-campaigns', Campaigns);
