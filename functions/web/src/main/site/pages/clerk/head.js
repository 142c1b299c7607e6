import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {dateTime, number, parseNumber} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {hasRole} from '../../shell/session.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, inWork, link, readForm} from './form.js';

const NUMBERS = ['staff.officials', 'staff.civilServants', 'staff.publicEmployees', 'residents', 'enterprises'];

/** The head of the form: address, staff, residents, whom to call. */
class Head extends ActionPage {
  async load() {
    const form = await readForm(this.params);
    const head = form.formHead;
    this.etag = head?.etag;
    if (!this.keepsInput()) {
      const value = path => path.split('.').reduce((from, key) => from?.[key], head);
      this.typed = Object.fromEntries(['address', 'contact.name', 'contact.phone', 'contact.email', ...NUMBERS]
        .map(path => [path, value(path) === undefined ? '' : typeof value(path) === 'number' ? number(value(path)) : value(path)]));
    }
    return {form};
  }

  keepsInput() {
    return this.dirty;
  }

  save(event) {
    event.preventDefault();
    const faults = [];
    const body = {staff: {}, contact: {}};
    const put = (path, value) => path.includes('.') ? (body[path.split('.')[0]][path.split('.')[1]] = value) : (body[path] = value);
    for (const path of ['address', 'contact.name', 'contact.phone', 'contact.email']) {
      const text = this.typed[path].trim();
      if (text) {
        put(path, text);
      } else if (path !== 'contact.email') {
        faults.push({field: this.fieldOf(path), text: t('clerk.fault.missing', {label: t(`clerk.head.${path}`)})});
      }
    }
    for (const path of NUMBERS) {
      const read = parseNumber(this.typed[path]);
      const optional = path === 'staff.publicEmployees' || (this.data.form.group === 1 && !path.startsWith('staff'));
      const label = t(`clerk.head.${path}`);
      if (read.empty) {
        if (!optional) {
          faults.push({field: this.fieldOf(path), text: t('clerk.fault.empty', {label})});
        }
      } else if (read.fault || read.value.includes('.')) {
        faults.push({field: this.fieldOf(path), text: t(read.fault === 'ambiguous' ? 'clerk.fault.ambiguous' : 'clerk.fault.whole', {label, typed: this.typed[path]})});
      } else {
        put(path, Number(read.value));
      }
    }
    this.act(faults, async () => {
      const {body: saved} = await api('PUT', `${at(this.params)}/form-head`, {body, etag: this.etag});
      this.dirty = false;
      this.etag = saved.etag;
      this.done = saved.savedAt;
    });
  }

  body() {
    const may = hasRole('unit') && inWork(this.data.form);
    const field = (path, more = {}) => textField({
      id: this.fieldOf(path), label: t(`clerk.head.${path}`), value: this.typed[path], faults: this.faults, disabled: !may,
      change: value => { this.dirty = true; this.done = null; this.type(path)(value); }, ...more});
    return html`<p><a href=${link(this.params)}>← ${t('clerk.criterion.back')}</a></p>
      ${errorSummary(this.faults)}
      <h1>${t('clerk.head.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <form class="card-box" novalidate @submit=${event => this.save(event)}>
        ${field('address', {most: 300, autocomplete: 'street-address'})}
        <h2>${t('clerk.head.staff')}</h2>
        ${['staff.officials', 'staff.civilServants', 'staff.publicEmployees'].map(path => field(path, {size: 'short'}))}
        <h2>${t('clerk.head.place')}</h2>
        ${['residents', 'enterprises'].map(path => field(path, {size: 'short'}))}
        <h2>${t('clerk.head.contact')}</h2>
        ${field('contact.name', {most: 200})}${field('contact.phone', {type: 'tel', size: 'medium', most: 200})}${field('contact.email', {type: 'email', size: 'medium', most: 254})}
        <p class="soft">${t('clerk.head.privacy')}</p>
        <p role="status" class="state state-saved">${this.done ? t('clerk.state.saved', {at: dateTime(this.done)}) : ''}</p>
        ${may ? html`<div class="actions"><button class="btn btn-primary">${t('clerk.save')}</button></div>` : nothing}
      </form>`;
  }
}
customElements.define('mb-clerk-head', Head);
