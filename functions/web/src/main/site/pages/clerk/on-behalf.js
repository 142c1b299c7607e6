import {html, nothing} from 'lit';
import {api, newKey, Problem} from '../../shell/api.js';
import {now} from '../../shell/clock.js';
import {dateTime} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {hasRole} from '../../shell/session.js';
import {Element} from '../../shell/elements/element.js';
import {confirm} from '../../shell/elements/confirm.js';
import {errorSummary, focusErrors} from '../../shell/elements/error-summary.js';
import {textField} from '../../shell/elements/text-field.js';
import {at} from './form.js';

/**
 * What somebody typed from the unit's paper, and the unit's word against it while the days for that last. Nobody is made to
 * agree: what is not contested stands.
 *
 * Fires `changed` when the answer was set aside.
 */
class OnBehalf extends Element {
  static properties = {params: {attribute: false}, criterion: {attribute: false}, reason: {state: true}, faults: {state: true}, busy: {state: true}};

  constructor() {
    super();
    this.reason = '';
    this.faults = [];
    this.key = newKey();
  }

  async contest(event) {
    event.preventDefault();
    const reason = this.reason.trim();
    this.faults = reason ? [] : [{field: 'typed-wrong', text: t('clerk.fault.missing', {label: t('clerk.typed.why')})}];
    if (this.faults.length) {
      return this.tell();
    }
    if (this.busy || !(await confirm({title: t('clerk.typed.sure'), text: t('clerk.typed.sureText'), yes: t('clerk.typed.contest'), danger: true}))) {
      return;
    }
    this.busy = true;
    try {
      await api('POST', `${at(this.params)}/contests`, {body: {criterion: this.criterion.id, reason}, key: this.key});
      this.reason = '';
      this.dispatchEvent(new CustomEvent('changed'));
    } catch (refused) {
      if (!(refused instanceof Problem)) {
        throw refused;
      }
      this.key = refused.status === 0 ? this.key : newKey();
      this.faults = (refused.errors.length ? refused.errors : [refused]).map(error => ({field: error.place === 'reason' ? 'typed-wrong' : null, text: error.detail}));
      await this.tell();
    } finally {
      this.busy = false;
    }
  }

  async tell() {
    await this.updateComplete;
    focusErrors(this);
  }

  render() {
    const typed = this.criterion.answer?.onBehalf;
    if (!typed || typed.contest) {
      return nothing;
    }
    const open = now() <= new Date(typed.until).getTime();
    return html`<section class="call todo"><h2>${t('clerk.typed.title')}</h2>
      <p>${t(open ? 'clerk.typed.until' : 'clerk.typed.over', {until: dateTime(typed.until)})}</p>
      ${open && hasRole('unit', 'signer') ? html`<details ?open=${!!this.reason || this.faults.length > 0}><summary>${t('clerk.typed.contest')}</summary>
        ${errorSummary(this.faults)}
        <form novalidate @submit=${event => this.contest(event)}>
          ${textField({id: 'typed-wrong', label: t('clerk.typed.why'), hint: t('clerk.typed.hint'), value: this.reason, change: value => (this.reason = value), faults: this.faults, rows: 2, most: 1000})}
          <button class="btn btn-outline-danger" aria-disabled=${this.busy ? 'true' : nothing}>${t('clerk.typed.contest')}</button></form></details>` : nothing}</section>`;
  }
}
customElements.define('mb-clerk-on-behalf', OnBehalf);
