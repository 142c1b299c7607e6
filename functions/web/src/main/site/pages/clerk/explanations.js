import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {campaigns} from '../../shell/campaigns.js';
import {now} from '../../shell/clock.js';
import {dateTime, day, isoDay, points} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {hasRole} from '../../shell/session.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {tag} from '../../shell/elements/parts.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, find, link, live, readForm} from './form.js';
import './evidence.js';

/** What the team asks about the unit's figures, and what the unit answers; closed by the clerk, confirmed by the head. */
class Explanations extends ActionPage {
  async load() {
    const [form, {body, etag}, {current}] = await Promise.all([readForm(this.params), api('GET', `${at(this.params)}/explanations`), campaigns()]);
    this.etag = etag;
    const written = Object.fromEntries(body.items.map(one => [`text-${one.criterion}`, one.rounds.at(-1).answer?.text ?? '']));
    this.typed = {date: isoDay(now()), ...written, ...this.typed};
    return {form, items: body.items, limits: current.uploadLimits};
  }

  keepsInput() {
    return this.dirty;
  }

  fieldOf(place) {
    return {'signedBy.name': 'name', 'signedBy.title': 'title', 'letter.number': 'number', 'letter.date': 'date'}[place] ?? place;
  }

  save(one) {
    const id = `text-${one.criterion}`;
    const text = (this.typed[id] ?? '').trim();
    const faults = text ? [] : [{field: id, text: t('clerk.fault.missing', {label: t('clerk.explain.answer')})}];
    this.act(faults, async () => {
      const evidence = live(find(this.data.form, one.criterion)).filter(file => file.grantedAt >= one.rounds.at(-1).askedAt).map(file => file.evidenceId);
      await api('PUT', `${at(this.params)}/explanations/${encodeURIComponent(one.criterion)}`, {body: {text, evidence}, etag: one.rounds.at(-1).answer ? one.etag : undefined});
      this.dirty = false;
      this.done = one.criterion;
      await this.reload();
    });
  }

  close() {
    this.act([], async key => {
      await api('POST', `${at(this.params)}/explanations/submission`, {body: {}, etag: this.etag, key});
      this.done = 'closed';
      await this.reload({focus: true});
    });
  }

  confirm(event) {
    event.preventDefault();
    const typed = name => (this.typed[name] ?? '').trim();
    const faults = ['name', 'title', 'number', 'date'].filter(name => !typed(name)).map(name => ({field: name, text: t('clerk.fault.missing', {label: t(`clerk.sign.${name}`)})}));
    this.act(faults, async key => {
      const body = {signedBy: {name: typed('name'), title: typed('title')}, letter: {number: typed('number'), date: typed('date')}};
      await api('POST', `${at(this.params)}/explanations/submission`, {body, etag: this.etag, key});
      this.done = 'confirmed';
      await this.reload({focus: true});
    });
  }

  body() {
    const {form, items} = this.data;
    const waiting = items.filter(one => !one.rounds.at(-1).confirmed && !one.rounds.at(-1).silent);
    const whole = waiting.length > 0 && waiting.every(one => one.rounds.at(-1).answer);
    const field = (name, more) => textField({id: name, label: t(`clerk.sign.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, size: 'medium', most: 200, ...more});
    return html`<p><a href=${link(this.params)}>← ${t('clerk.criterion.back')}</a></p>
      ${errorSummary(this.faults)}
      <h1>${t('clerk.explain.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <p role="status" class="state state-saved">${this.done === 'closed' ? t('clerk.explain.closed') : this.done === 'confirmed' ? t('clerk.explain.confirmed') : ''}</p>
      ${items.length ? nothing : html`<p class="soft">${t('clerk.explain.none')}</p>`}
      ${items.map(one => this.asked(form, one, waiting.includes(one)))}
      ${whole ? html`<section class="card-box"><h2>${t('clerk.explain.send')}</h2><p>${t('clerk.explain.sendText')}</p>
        ${hasRole('unit') ? html`<button class="btn btn-outline-primary" @click=${() => this.close()}>${t('clerk.explain.close')}</button>` : nothing}
        ${hasRole('signer') ? html`<form novalidate @submit=${event => this.confirm(event)}><h3>${t('clerk.explain.confirm')}</h3>
          ${field('name')}${field('title')}${field('number')}${field('date', {type: 'date', size: 'short'})}
          <button class="btn btn-primary">${t('clerk.explain.confirm')}</button></form>` : nothing}</section>` : nothing}`;
  }

  asked(form, one, open) {
    const round = one.rounds.at(-1);
    const criterion = find(form, one.criterion);
    const id = `text-${one.criterion}`;
    const may = open && hasRole('unit', 'contributor');
    return html`<section class="card-box">
      <h2>${one.criterion} ${criterion?.title ?? ''}</h2>
      <p>${round.confirmed ? tag(t('clerk.explain.stateConfirmed'), 'good') : round.silent ? tag(t(`clerk.explain.silent.${round.silent}`), 'bad') : tag(t(round.answer?.closedAt ? 'clerk.explain.stateClosed' : round.answer ? 'clerk.explain.stateWritten' : 'clerk.need.todo'), round.answer ? 'wait' : 'todo')}
        ${open ? html`<strong>${t('clerk.explain.until', {at: dateTime(round.until)})}</strong>` : nothing}</p>
      <p><strong>${t('clerk.explain.question', {by: t(`clerk.hand.${round.by.role}`)})}</strong> ${round.question}</p>
      ${round.proposed ? html`<div class="call todo"><p>${t('clerk.explain.proposed', {worth: round.proposed.worth.points === undefined ? t('clerk.na.label') : points(round.proposed.worth.points)})} ${round.proposed.reason ?? ''}</p></div>` : nothing}
      ${may ? html`${textField({id, label: t('clerk.explain.answer'), value: this.typed[id], change: value => { this.dirty = true; this.type(id)(value); }, faults: this.faults, rows: 5, most: 20000})}
        <h3>${t('clerk.files.heading')}</h3>
        <mb-clerk-evidence .params=${this.params} .criterion=${one.criterion} .files=${criterion?.evidence ?? []} .limits=${this.data.limits} @changed=${() => this.reload()}></mb-clerk-evidence>
        <div class="actions"><button class="btn btn-primary" @click=${() => this.save(one)}>${t('clerk.save')}</button>
        <span role="status" class="state state-saved">${this.done === one.criterion ? t('clerk.explain.saved') : ''}</span></div>`
        : round.answer ? html`<p>${round.answer.text}</p>` : nothing}
      ${round.confirmed ? html`<p class="soft">${t('clerk.explain.confirmedBy', {name: round.confirmed.name, title: round.confirmed.title, number: round.confirmed.letterNumber, date: day(round.confirmed.letterDate)})}</p>` : nothing}
    </section>`;
  }
}
customElements.define('mb-clerk-explanations', Explanations);
