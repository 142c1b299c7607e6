import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {now} from '../../shell/clock.js';
import {dateTime, day} from '../../shell/format.js';
import {lang, loadWords, t} from '../../shell/i18n.js';
import {hasRole, user} from '../../shell/session.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {facts, foldingTable, tag} from '../../shell/elements/parts.js';
import {textField} from '../../shell/elements/text-field.js';
import {reading} from '../clerk/reading.js';
import {backTo, link, missing, ofUnit, readCampaign, readOrNull, unitLink} from './common.js';

/** A commune's form that lies with the district beyond the district's day. */
const isHeld = line => line.state === 'AT_DISTRICT' && line.forwardBy && now() > new Date(line.forwardBy).getTime();

const EDITABLE = ['NOT_STARTED', 'IN_PROGRESS', 'CLOSED'];

/** One unit as the office sees it: its clock, more time for it, when its letter arrived, whom to reach, what it says. */
class Unit extends ActionPage {
  async load() {
    const {c, u} = this.params;
    await loadWords('clerk');
    const [campaign, form] = await Promise.all([readCampaign(c), readOrNull(ofUnit(c, u, '/form'))]);
    const communes = form?.body.group === 2 && hasRole('office') ? await readOrNull(ofUnit(c, u, '/communes')) : null;
    const [contacts, mails] = form && hasRole('office') ? await Promise.all([readOrNull(ofUnit(c, u, '/contacts')), readOrNull(ofUnit(c, u, '/reminders'))]) : [];
    if (form) {
      const {extension, arrival} = form.body;
      this.typed = {until: extension?.request?.until ?? '', arrived: arrival?.date ?? '', number: arrival?.number ?? '', ...this.typed};
    }
    return {campaign, form: form?.body, contacts: contacts?.body.contacts ?? [], mails: mails?.body.items ?? [], held: (communes?.body.items ?? []).filter(isHeld)};
  }

  keepsInput() {
    return !!(this.typed.reason || this.typed.override);
  }

  fieldOf(place) {
    return {date: 'arrived'}[place] ?? place;
  }

  extend(decision) {
    const request = this.data.form.extension?.request;
    const asked = request && decision;
    const labels = {...(decision !== 'REFUSE' && {until: t('office.unit.until')}), reason: t('office.unit.reason')};
    this.act(missing(this.typed, labels), async key => {
      const reason = this.typed.reason.trim();
      const body = asked ? {request: request.request, decision, reason, ...(decision === 'GRANT' && {until: this.typed.until})} : {until: this.typed.until, reason};
      await api('POST', ofUnit(this.params.c, this.params.u, '/extensions'), {body, key});
      this.done = decision === 'REFUSE' ? t('office.unit.refused') : t('office.unit.extended', {until: day(this.typed.until)});
      this.typed = {...this.typed, reason: ''};
      await this.reload({focus: true});
    });
  }

  arrived(event) {
    event.preventDefault();
    this.act(missing(this.typed, {arrived: t('office.unit.arrived'), number: t('office.unit.number')}), async () => {
      await api('PUT', ofUnit(this.params.c, this.params.u, '/receipt'), {body: {date: this.typed.arrived, number: String(this.typed.number).trim()}, etag: this.data.form.arrival?.etag});
      this.done = t('office.unit.arrivalNoted');
      await this.reload({focus: true});
    });
  }

  passOn(event) {
    event.preventDefault();
    this.act(missing(this.typed, {override: t('office.unit.override')}), async key => {
      const {body} = await api('POST', ofUnit(this.params.c, this.params.u, '/consolidation/override'), {body: {communes: this.data.held.map(line => line.unit), reason: this.typed.override.trim()}, key});
      this.done = t('office.unit.passedOn', {n: body.forwarded.length});
      this.typed = {...this.typed, override: ''};
      await this.reload({focus: true});
    });
  }

  body() {
    const {c, u} = this.params;
    const {form, campaign} = this.data;
    if (!form) {
      return html`${backTo(c, '/board', t('office.board.nav'))}<h1>${t('office.unit.title')} ${u}</h1>
        <div class="call todo"><p>${u === user().unit ? t('office.unit.own') : campaign.stage === 'DRAFT' ? t('office.unit.notOpen') : t('office.unit.closed')}</p></div>`;
    }
    const request = form.extension?.request;
    const decision = form.extension?.decision;
    const over = now() > new Date(form.dueAt).getTime() && EDITABLE.includes(form.state);
    const excused = campaign.excused?.find(one => one.unit === u);
    const field = (name, more) => textField({id: name, label: t(`office.unit.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, ...more});
    return html`${backTo(c, '/board', t('office.board.nav'))}
      ${errorSummary(this.faults)}
      <h1>${form.name}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <div role="status">${this.done ? html`<p class="call good">${this.done}</p>` : nothing}</div>
      <section class="card-box">${facts([
        [t('office.board.state'), html`${tag(lang() === 'vi' ? form.stateVi : t(`public.state.${form.state}`), over ? 'bad' : 'wait')} ${over ? tag(t('office.unit.overdue'), 'bad') : nothing}`],
        [t('office.unit.received'), dateTime(form.receivedAt)],
        [t('office.board.due'), dateTime(form.dueAt)],
        [t('office.unit.closesAt'), dateTime(form.closesAt)],
        form.forwardBy && [t('office.unit.forwardBy'), dateTime(form.forwardBy)],
        form.extension?.until && [t('office.extensions.until'), day(form.extension.until)],
        form.signature && [t('office.unit.sentAt'), `${dateTime(form.signature.sentAt)} – ${form.signature.name}, ${form.signature.title}`],
        form.returned && [t('office.unit.returned'), `${dateTime(form.returned.at)} (${lang() === 'vi' ? form.returned.byVi : t(`office.unit.by.${form.returned.by}`)}): ${form.returned.reason}`],
        excused && [t('office.excuses.title'), `${excused.number}, ${day(excused.date)}: ${excused.reason}`],
      ])}</section>
      ${request ? html`<section class="card-box now"><h2>${t('office.unit.asks')}</h2>
        <p><strong>${t('office.unit.asksUntil', {until: day(request.until), at: dateTime(request.at)})}</strong></p><p>${request.reason}</p>
        ${field('until', {type: 'date', size: 'short', hint: t('office.unit.untilHint')})}${field('reason', {rows: 2, most: 1000})}
        <div class="actions"><button class="btn btn-primary" @click=${() => this.extend('GRANT')}>${t('office.unit.grant')}</button>
          <button class="btn btn-outline-danger" @click=${() => this.extend('REFUSE')}>${t('office.unit.refuse')}</button></div></section>`
        : html`<details class="card-box"><summary>${t('office.unit.give')}</summary>
        ${decision ? html`<p class="soft">${t(decision.granted ? 'office.unit.lastGranted' : 'office.unit.lastRefused', {at: dateTime(decision.at)})} ${decision.reason}</p>` : nothing}
        ${field('until', {type: 'date', size: 'short'})}${field('reason', {rows: 2, most: 1000})}
        <button class="btn btn-primary" @click=${() => this.extend()}>${t('office.unit.give')}</button></details>`}
      ${this.data.held.length ? html`<form class="card-box now" novalidate @submit=${event => this.passOn(event)}><h2>${t('office.unit.held', {n: this.data.held.length})}</h2>
        <ul>${this.data.held.map(line => html`<li><a href=${unitLink(c, line.unit)}>${line.name}</a> – ${t('office.unit.forwardBy')} ${dateTime(line.forwardBy)}</li>`)}</ul>
        <p>${t('office.unit.heldText')}</p>${field('override', {rows: 2, most: 1000})}
        <button class="btn btn-outline-danger">${t('office.unit.passOn')}</button></form>` : nothing}
      ${EDITABLE.includes(form.state) ? html`<details class="card-box"><summary>${t('office.unit.arrival')}${form.arrival ? html` <span class="soft">(${day(form.arrival.date)}, ${form.arrival.number})</span>` : nothing}</summary>
        <form novalidate @submit=${event => this.arrived(event)}><p>${t('office.unit.arrivalText')}</p>
        ${field('arrived', {type: 'date', size: 'short'})}${field('number', {size: 'medium', most: 100})}
        <button class="btn btn-outline-primary">${t('office.unit.note')}</button></form></details>` : nothing}
      ${hasRole('office') ? html`<details class="card-box"><summary>${t('office.unit.reach')}</summary>
        ${this.data.contacts.length ? html`<ul>${this.data.contacts.map(one => html`<li>${one.name} – ${one.email}</li>`)}</ul>` : html`<p class="warning">${t('office.unit.noContact')}</p>`}
        ${foldingTable({columns: [
          {label: t('office.sent.at'), cell: mail => dateTime(mail.at)},
          {label: t('office.sent.subject'), cell: mail => mail.subject},
          {label: t('office.sent.recipients'), cell: mail => mail.recipients.join(', ')}], rows: this.data.mails, empty: t('office.unit.noMail')})}</details>` : nothing}
      ${excused ? nothing : html`<p><a href=${link(c, `/excuses?unit=${encodeURIComponent(u)}`)}>${t('office.unit.excuse')}</a></p>`}
      <h2>${t('office.unit.form')}</h2>
      ${reading(this.params, form)}`;
  }
}
customElements.define('mb-office-unit', Unit);
