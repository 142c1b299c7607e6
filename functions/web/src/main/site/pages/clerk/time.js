import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {dateTime, day} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, inWork, link, readForm} from './form.js';
import {hasRole} from '../../shell/session.js';

/** The form's days: when it arrived, when it is due, and asking for more. */
class Time extends ActionPage {
  async load() {
    const form = await readForm(this.params);
    this.typed = {arrived: form.arrival?.date ?? '', number: form.arrival?.number ?? '', ...this.typed};
    return {form};
  }

  keepsInput() {
    return !!this.typed.reason;
  }

  fieldOf(place) {
    return {date: 'arrived'}[place] ?? place;
  }

  missing(...names) {
    return names.filter(name => !(this.typed[name] ?? '').trim()).map(name => ({field: name, text: t('clerk.fault.missing', {label: t(`clerk.time.${name}`)})}));
  }

  ask(event) {
    event.preventDefault();
    this.act(this.missing('until', 'reason'), async key => {
      await api('POST', `${at(this.params)}/extension-requests`, {body: {until: this.typed.until, reason: this.typed.reason.trim()}, key});
      this.typed = {...this.typed, until: '', reason: ''};
      await this.reload({focus: true});
    });
  }

  arrived(event) {
    event.preventDefault();
    this.act(this.missing('arrived', 'number'), async () => {
      await api('PUT', `${at(this.params)}/receipt`, {body: {date: this.typed.arrived, number: this.typed.number.trim()}, etag: this.data.form.arrival?.etag});
      this.done = true;
      await this.reload();
    });
  }

  body() {
    const {form} = this.data;
    const request = form.extension?.request;
    const field = (name, more) => textField({id: name, label: t(`clerk.time.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, ...more});
    return html`<p><a href=${link(this.params)}>← ${t('clerk.criterion.back')}</a></p>
      ${errorSummary(this.faults)}
      <h1>${t('clerk.time.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <section class="card-box"><dl class="facts">
        <div><dt>${t('clerk.time.received')}</dt><dd>${dateTime(form.receivedAt)}</dd></div>
        <div><dt>${t('clerk.time.dueAt')}</dt><dd><strong>${dateTime(form.dueAt)}</strong></dd></div>
        <div><dt>${t('clerk.time.closesAt')}</dt><dd>${dateTime(form.closesAt)}</dd></div>
        ${form.extension?.until ? html`<div><dt>${t('clerk.time.extended')}</dt><dd>${day(form.extension.until)}</dd></div>` : nothing}
      </dl></section>
      ${request ? html`<div class="call" role="status"><p>${t('clerk.time.waiting', {until: day(request.until), at: dateTime(request.at)})} ${request.reason}</p></div>`
        : inWork(form) && hasRole('unit', 'signer') ? html`<form class="card-box" novalidate @submit=${event => this.ask(event)}>
          <h2>${t('clerk.time.ask')}</h2><p>${t('clerk.time.askText')}</p>
          ${field('until', {type: 'date', size: 'short'})}${field('reason', {rows: 3, most: 1000})}
          <button class="btn btn-primary">${t('clerk.time.send')}</button></form>` : nothing}
      ${inWork(form) && hasRole('unit') ? html`<form class="card-box" novalidate @submit=${event => this.arrived(event)}>
        <h2>${t('clerk.time.arrival')}</h2><p>${t('clerk.time.arrivalText')}</p>
        ${field('arrived', {type: 'date', size: 'short'})}${field('number', {size: 'medium', most: 100})}
        <p role="status" class="state state-saved">${this.done ? t('clerk.time.noted', {at: dateTime(form.dueAt)}) : ''}</p>
        <button class="btn btn-outline-primary">${t('clerk.time.note')}</button></form>` : nothing}`;
  }
}
customElements.define('mb-clerk-time', Time);
