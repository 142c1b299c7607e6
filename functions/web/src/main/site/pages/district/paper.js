import {html, nothing} from 'lit';
import {campaigns} from '../../shell/campaigns.js';
import {dateTime} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {Page} from '../../shell/elements/page.js';
import {tag} from '../../shell/elements/parts.js';
import {criteria, readForm} from '../clerk/form.js';
import '../clerk/evidence.js';
import {communeLink, isWorking} from './communes.js';

const TYPED = ['declared', 'source'];

/** A commune's signed paper form, and typing from it what the commune has not said itself. */
class Paper extends Page {
  get unit() {
    return {c: this.params.c, u: this.params.commune};
  }

  async load() {
    const [form, {current}] = await Promise.all([readForm(this.unit), campaigns()]);
    return {form, limits: current.uploadLimits};
  }

  body() {
    const {form, limits} = this.data;
    const papers = form.papers.filter(file => file.purpose === 'paper-form');
    const taken = papers.filter(file => file.state === 'ACCEPTED').at(-1);
    return html`<p><a href=${communeLink(this.params, this.params.commune)}>← ${form.name}</a></p>
      <h1>${t('district.paper.title')}</h1>
      <p>${t('district.paper.text', {name: form.name})}</p>
      ${isWorking(form) ? html`<h2>${t('district.paper.scan')}</h2>
      <mb-clerk-evidence .params=${this.unit} .purpose=${'paper-form'} .files=${papers} .limits=${limits} @changed=${() => this.reload()}></mb-clerk-evidence>
      ${taken ? html`<h2>${t('district.paper.criteria')}</h2>
        ${(form.onBehalf ?? []).map(one => html`<p class="call">${t('district.paper.until', {n: one.criteria.length, until: dateTime(one.until)})}</p>`)}
        <ul class="task-list">${criteria(form).filter(one => TYPED.includes(one.inputKind) && !one.notAssigned).map(one => this.line(one))}</ul>` : html`<p class="soft">${t('district.paper.first')}</p>`}` : html`<p class="call todo">${t('district.paper.closed')}</p>`}`;
  }

  line(one) {
    const own = one.answer && !one.answer.onBehalf;
    const state = own ? ['own', 'plain'] : one.answer ? ['typed', 'good'] : ['todo', 'todo'];
    return html`<li>${own ? html`<span>${one.id} ${one.title}</span>` : html`<a href=${communeLink(this.params, this.params.commune, `/paper/${one.id}`)}>${one.id} ${one.title}</a>`}
      <span class="task-facts">${tag(t(`district.paper.is.${state[0]}`), state[1])}</span></li>`;
  }
}
customElements.define('mb-district-paper', Paper);
