import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {now} from '../../shell/clock.js';
import {dateTime, isoDay, maximum, points} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {hasRole} from '../../shell/session.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {foldingTable, tag} from '../../shell/elements/parts.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, link} from './form.js';

/** The provisional result beside the unit's own, and asking to reconsider a score. */
class Result extends ActionPage {
  async load() {
    const [{body: result}, {body: petitions, etag}] = await Promise.all([api('GET', `${at(this.params)}/provisional`), api('GET', `${at(this.params)}/petitions`)]);
    this.etag = etag;
    this.typed = {date: isoDay(now()), ...this.typed};
    return {result, petitions: petitions.items};
  }

  keepsInput() {
    return !!this.typed.text;
  }

  fieldOf(place) {
    return {'signedBy.name': 'name', 'signedBy.title': 'title', 'letter.number': 'number', 'letter.date': 'date'}[place] ?? place;
  }

  get open() {
    return now() <= new Date(this.data.result.petitionsUntil).getTime();
  }

  choose(criterion) {
    const draft = this.data.petitions.find(one => one.criterion === criterion);
    this.typed = {...this.typed, criterion, text: draft?.text ?? ''};
    this.requestUpdate();
    this.updateComplete.then(() => this.querySelector('#text').focus());
  }

  write(event) {
    event.preventDefault();
    const text = (this.typed.text ?? '').trim();
    const draft = this.data.petitions.find(one => one.criterion === this.typed.criterion);
    const faults = text ? [] : [{field: 'text', text: t('clerk.fault.missing', {label: t('clerk.result.why')})}];
    this.act(faults, async key => {
      await api('POST', `${at(this.params)}/petitions`, {body: {criterion: this.typed.criterion, text}, etag: draft?.etag, key});
      this.typed = {...this.typed, criterion: '', text: ''};
      this.done = 'written';
      await this.reload();
    });
  }

  sign(event) {
    event.preventDefault();
    const typed = name => (this.typed[name] ?? '').trim();
    const faults = ['name', 'title', 'number', 'date'].filter(name => !typed(name)).map(name => ({field: name, text: t('clerk.fault.missing', {label: t(`clerk.sign.${name}`)})}));
    this.act(faults, async key => {
      const body = {signedBy: {name: typed('name'), title: typed('title')}, letter: {number: typed('number'), date: typed('date')}};
      await api('POST', `${at(this.params)}/petitions/submission`, {body, etag: this.etag, key});
      this.done = 'signed';
      await this.reload({focus: true});
    });
  }

  body() {
    const {result, petitions} = this.data;
    const worth = one => one === undefined ? '–' : one.notApplicable ? t('clerk.na.label') : points(one.points);
    const petition = id => petitions.find(one => one.criterion === id);
    const drafts = petitions.filter(one => one.state === 'DRAFT');
    const mayWrite = this.open && hasRole('unit', 'signer');
    const field = (name, more) => textField({id: name, label: t(`clerk.sign.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, size: 'medium', most: 200, ...more});
    return html`<p><a href=${link(this.params)}>← ${t('clerk.criterion.back')}</a></p>
      ${errorSummary(this.faults)}
      <h1>${t('clerk.result.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <p role="status" class="state state-saved">${this.done ? t(`clerk.result.${this.done}`) : ''}</p>
      <section class="card-box"><p>${t('clerk.result.sums', {appraised: points(result.appraised.points), self: points(result.self.points), max: maximum(result.appraised.max)})}</p>
        <p>${t(this.open ? 'clerk.result.until' : 'clerk.result.over', {at: dateTime(result.petitionsUntil)})}</p></section>
      ${this.typed.criterion ? html`<form class="card-box" novalidate @submit=${event => this.write(event)}>
        <h2>${t('clerk.result.ask', {criterion: this.typed.criterion})}</h2>
        ${textField({id: 'text', label: t('clerk.result.why'), value: this.typed.text, change: this.type('text'), faults: this.faults, rows: 4, most: 4000})}
        <div class="actions"><button class="btn btn-primary">${t('clerk.save')}</button>
        <button type="button" class="btn btn-outline-secondary" @click=${() => this.type('criterion')('')}>${t('shell.cancel')}</button></div></form>` : nothing}
      ${foldingTable({
        caption: t('clerk.result.caption'),
        columns: [
          {label: t('clerk.questions.criterion'), cell: row => html`${row.criterion} ${row.title}${row.reason ? html`<br><span class="soft">${row.reason}${row.by ? ` (${t(`clerk.hand.${row.by.role}`)})` : ''}</span>` : nothing}`},
          {label: t('clerk.result.self'), number: true, cell: row => worth(row.self)},
          {label: t('clerk.result.appraised'), number: true, cell: row => row.underReview ? t('clerk.result.review') : worth(row.counts)},
          {label: t('clerk.result.petition'), cell: row => this.petition(row, petition(row.criterion), mayWrite)},
        ],
        rows: result.criteria})}
      ${drafts.length && mayWrite ? html`<form class="card-box" novalidate @submit=${event => this.sign(event)}><h2>${t('clerk.result.sign', {n: drafts.length})}</h2>
        ${field('name')}${field('title')}${field('number')}${field('date', {type: 'date', size: 'short'})}
        <button class="btn btn-primary">${t('clerk.result.signSend')}</button></form>` : nothing}`;
  }

  petition(row, petition, mayWrite) {
    if (petition?.decision) {
      return html`${tag(t(`clerk.result.decision.${petition.decision.decision}`), petition.decision.decision === 'kept' ? 'plain' : 'good')} ${petition.decision.reason}`;
    }
    return html`${petition ? tag(t(`clerk.result.state.${petition.state}`), petition.state === 'DRAFT' ? 'todo' : 'wait') : nothing}
      ${mayWrite && petition?.state !== 'PENDING' ? html`<button class="btn btn-link" @click=${() => this.choose(row.criterion)}>${t(petition ? 'clerk.result.change' : 'clerk.result.request')}<span class="visually-hidden"> ${row.criterion}</span></button>` : nothing}`;
  }
}
customElements.define('mb-clerk-result', Result);
