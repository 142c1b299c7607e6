import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {day} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {user} from '../../shell/session.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, link} from './cells.js';

const FOUND = ['confirmed', 'differs', 'not-seen'];

/** The plans of inspections, and noting what was found for who is sent. */
class Inspections extends ActionPage {
  async load() {
    const {body} = await api('GET', `/campaigns/${this.params.c}/inspections`);
    return {plans: body.items};
  }

  begin(plan, unit) {
    this.faults = [];
    this.done = null;
    this.typed = {plan: plan.number, unit, found: 'confirmed', criterion: plan.criteria?.[0] ?? '', text: ''};
    this.requestUpdate();
    this.updateComplete.then(() => this.querySelector('#criterion')?.focus());
  }

  note(event) {
    event.preventDefault();
    const typed = name => (this.typed[name] ?? '').trim();
    const faults = ['criterion', 'text'].filter(name => !typed(name)).map(name => ({field: name, text: t(`appraiser.finding.missing.${name}`)}));
    this.act(faults, async key => {
      const body = {inspection: this.typed.plan, criterion: typed('criterion'), found: this.typed.found, text: typed('text')};
      await api('POST', `${at(this.params.c, this.typed.unit)}/findings`, {body, key});
      this.done = t('appraiser.finding.noted', {criterion: body.criterion, unit: this.typed.unit});
      this.typed = {};
    });
  }

  body() {
    const me = user()?.name;
    return html`${errorSummary(this.faults)}<h1>${t('appraiser.inspections.title')}</h1>
      <p role="status" class="state state-saved">${this.done ?? ''}</p>
      ${this.failed ? problemBox(this.failed) : nothing}
      ${this.data.plans.length ? this.data.plans.map(plan => html`<section class="card-box">
        <h2>${t('appraiser.inspections.plan', {n: plan.number, decision: plan.decision.number, date: day(plan.decision.date)})}</h2>
        <p>${t('appraiser.inspections.days', {from: day(plan.from), until: day(plan.until)})}</p>
        <p class="soft">${t('appraiser.inspections.who', {members: plan.members.join(', '), criteria: plan.criteria?.join(', ') || t('appraiser.inspections.all')})}</p>
        <ul class="plain">${plan.units.map(unit => html`<li><a href=${link(this.params.c, `/u/${encodeURIComponent(unit)}`)}>${t('appraiser.inspections.unit', {unit})}</a>
          ${plan.members.includes(me) ? html`<button class="btn btn-link" @click=${() => this.begin(plan, unit)}>${t('appraiser.finding.note')}<span class="visually-hidden"> ${unit}</span></button>` : nothing}</li>`)}</ul>
        ${this.typed.plan === plan.number ? this.form() : nothing}
      </section>`) : html`<p>${t('appraiser.inspections.none')}</p>`}`;
  }

  form() {
    const field = (name, more) => textField({id: name, label: t(`appraiser.finding.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, ...more});
    return html`<form novalidate @submit=${event => this.note(event)}><h3>${t('appraiser.finding.at', {unit: this.typed.unit})}</h3>
      ${field('criterion', {size: 'short', most: 40})}
      <fieldset class="field"><legend>${t('appraiser.finding.found')}</legend>${FOUND.map(one => html`<div class="form-check"><input class="form-check-input" type="radio" name="found" id="found-${one}" .checked=${this.typed.found === one} @change=${() => this.type('found')(one)}>
        <label class="form-check-label" for="found-${one}">${t(`appraiser.found.${one}`)}</label></div>`)}</fieldset>
      ${field('text', {rows: 3, most: 4000})}
      <div class="actions"><button class="btn btn-primary">${t('appraiser.finding.save')}</button><button type="button" class="btn btn-link" @click=${() => { this.typed = {}; this.requestUpdate(); }}>${t('shell.cancel')}</button></div></form>`;
  }
}
customElements.define('mb-appraiser-inspections', Inspections);
