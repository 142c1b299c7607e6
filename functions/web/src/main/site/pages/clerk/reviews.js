import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {now} from '../../shell/clock.js';
import {dateTime, day, isoDay, points} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {hasRole} from '../../shell/session.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {confirm} from '../../shell/elements/confirm.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {tag} from '../../shell/elements/parts.js';
import {selectField} from '../../shell/elements/select-field.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, criteria, link, readForm} from './form.js';

const TONES = {PENDING: 'wait', KEPT: 'plain', CHANGED: 'good'};
const SIGNING = ['name', 'title', 'number', 'date'];

/** Asking for a review of the published result, signed with its letter, and what became of it. */
class Reviews extends ActionPage {
  async load() {
    const [form, {body}] = await Promise.all([readForm(this.params), api('GET', `${at(this.params)}/reviews`)]);
    this.typed = {date: isoDay(now()), criterion: this.query.get('criterion') ?? '', ...this.typed};
    return {form, ...body};
  }

  keepsInput() {
    return !!this.typed.text;
  }

  fieldOf(place) {
    return {'signedBy.name': 'name', 'signedBy.title': 'title', 'letter.number': 'number', 'letter.date': 'date'}[place] ?? place;
  }

  async ask(event) {
    event.preventDefault();
    const typed = name => (this.typed[name] ?? '').trim();
    const labels = {criterion: t('clerk.questions.criterion'), text: t('clerk.result.why'), ...Object.fromEntries(SIGNING.map(name => [name, t(`clerk.sign.${name}`)]))};
    const faults = Object.entries(labels).filter(([name]) => !typed(name)).map(([field, label]) => ({field, text: t('clerk.fault.missing', {label})}));
    if (!faults.length && !(await confirm({title: t('clerk.review.sure', {criterion: typed('criterion')}), text: t('clerk.review.sureText'), yes: t('clerk.review.send')}))) {
      return;
    }
    this.act(faults, async key => {
      const body = {
        criterion: typed('criterion'), text: typed('text'),
        signedBy: {name: typed('name'), title: typed('title')}, letter: {number: typed('number'), date: typed('date')},
      };
      await api('POST', `${at(this.params)}/reviews`, {body, key});
      this.done = body.criterion;
      this.typed = {...this.typed, criterion: '', text: ''};
      await this.reload({focus: true});
    });
  }

  body() {
    const {form, until, items} = this.data;
    const open = until && isoDay(now()) <= until;
    const asked = items.filter(one => one.state === 'PENDING').map(one => one.criterion);
    const field = (name, more) => textField({id: name, label: t(`clerk.sign.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, size: 'medium', most: 200, ...more});
    return html`<p><a href=${link(this.params)}>← ${t('clerk.criterion.back')}</a></p>
      ${errorSummary(this.faults)}
      <h1>${t('clerk.review.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <p>${!until ? t('clerk.review.early') : t(open ? 'clerk.review.until' : 'clerk.review.over', {day: day(until)})}
        ${until ? html`<a href="#/c/${this.params.c}/results/unit/${encodeURIComponent(this.params.u)}">${t('clerk.review.card')}</a>` : nothing}</p>
      <div role="status">${this.done ? html`<p class="call good">${t('clerk.review.done', {criterion: this.done})}</p>` : nothing}</div>
      ${items.length ? items.map(one => this.review(one)) : html`<p class="soft">${t('clerk.review.none')}</p>`}
      ${open && hasRole('unit', 'signer') ? html`<form class="card-box" novalidate @submit=${event => this.ask(event)}><h2>${t('clerk.review.ask')}</h2>
        <p>${t('clerk.review.text')}</p>
        ${selectField({id: 'criterion', label: t('clerk.questions.criterion'), value: this.typed.criterion, change: this.type('criterion'), faults: this.faults, none: t('clerk.review.choose'),
          options: criteria(form).filter(one => !one.notAssigned && !asked.includes(one.id)).map(one => [one.id, `${one.id} ${one.title}`])})}
        ${textField({id: 'text', label: t('clerk.result.why'), value: this.typed.text, change: this.type('text'), faults: this.faults, rows: 4, most: 4000})}
        ${field('name')}${field('title', {hint: t('clerk.sign.titleHint')})}${field('number')}${field('date', {type: 'date', size: 'short'})}
        <button class="btn btn-primary">${t('clerk.review.send')}</button></form>` : nothing}`;
  }

  review(one) {
    const {letter, at: signedAt} = one.signed;
    const worth = one.decision?.worth;
    return html`<article class="card-box"><h2>${one.criterion} ${tag(t(`clerk.review.state.${one.state}`), TONES[one.state])}</h2>
      <p>${one.text}</p>
      <p class="soft">${t('clerk.review.signed', {number: letter.number, date: day(letter.date), at: dateTime(signedAt)})}</p>
      ${one.decision ? html`<p><strong>${t(`clerk.result.decision.${one.decision.decision}`)}${worth ? `: ${worth.notApplicable ? t('clerk.na.label') : points(worth.points)}` : ''}.</strong>
        ${one.decision.reason} <span class="soft">(${t(`clerk.hand.${one.decision.by.role}`)}, ${dateTime(one.decision.at)})</span></p>` : nothing}</article>`;
  }
}
customElements.define('mb-clerk-reviews', Reviews);
