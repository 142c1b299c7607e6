import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {dateTime} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {foldingTable, tag} from '../../shell/elements/parts.js';
import {selectField} from '../../shell/elements/select-field.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, backTo, link, missing, readOrNull, unitLink} from './common.js';

const TRIGGERS = ['sent', 'before-due', 'after-due'];
const RUNGS_MOST = 12;
const AUDIENCES = ['unit', 'above', 'signer', 'everybody'];
const TONES = {SENT: 'good', CLAIMED: 'wait', FAILED: 'bad', NO_CONTACT: 'bad', UNCERTAIN: 'todo', VOID: 'plain'};

/** When reminders go out, what they say, as a mail looks before it is sent, and which did not arrive. */
class Reminders extends ActionPage {
  async load() {
    const {c} = this.params;
    const [{body}, progress] = await Promise.all([api('GET', at(c, '/reminders')), readOrNull(at(c, '/progress'))]);
    const {ladder, from, to, mailsPerRunMax, help, office} = body.settings;
    this.typed = {
      ladder: ladder.map(rung => ({...rung, days: String(rung.days ?? 0)})), from: String(from).slice(0, 5), to: String(to).slice(0, 5), mailsPerRunMax: String(mailsPerRunMax), help: help ?? '',
      office: office.map(one => `${one.name} <${one.email}>`).join('\n'), rung: ladder[0]?.id ?? '', ...this.typed};
    return {...body, units: progress?.body.items ?? []};
  }

  keepsInput() {
    return !!this.dirty;
  }

  fieldOf(place) {
    const rung = /^ladder\[(\d+)\]\.(\w+)/.exec(place);
    if (rung) {
      return `${rung[2]}-${this.typed.ladder[rung[1]].id}`;
    }
    return /^office/.test(place) ? 'office' : {'texts': 'subject'}[place.split('.')[0]] ?? place;
  }

  /** All that is set, since what is left out of the body is the program's own again. */
  settings() {
    const {settings} = this.data;
    return {
      ladder: this.typed.ladder.map(rung => ({...rung, days: rung.trigger === 'sent' ? 0 : Number(rung.days)})),
      from: this.typed.from,
      to: this.typed.to,
      mailsPerRunMax: Number(this.typed.mailsPerRunMax),
      office: this.addressees().map(one => ({name: one.name, email: one.email, role: 'other'})),
      texts: settings.texts,
      ...(this.typed.help.trim() && {help: this.typed.help.trim()}),
    };
  }

  addressees() {
    return this.typed.office.split('\n').filter(line => line.trim()).map(line => {
      const found = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(line.trim());
      return found && found[1] ? {name: found[1], email: found[2]} : {line: line.trim()};
    });
  }

  save(event) {
    event.preventDefault();
    const whole = [['mailsPerRunMax', this.typed.mailsPerRunMax], ...this.typed.ladder.filter(rung => rung.trigger !== 'sent').map(rung => [`days-${rung.id}`, rung.days])]
      .filter(([, value]) => !/^\d{1,5}$/.test(value.trim())).map(([name]) => name);
    const faults = [
      ...missing(this.typed, {from: t('office.reminders.from'), to: t('office.reminders.to')}),
      ...whole.map(name => ({field: name, text: t('office.fault.whole', {label: name === 'mailsPerRunMax' ? t('office.reminders.mailsPerRunMax') : t('office.reminders.days')})})),
      ...this.addressees().filter(one => one.line).map(one => ({field: 'office', text: t('office.reminders.addressFault', {line: one.line})})),
    ];
    this.act(faults, async () => this.put(this.settings(), 'settings'));
  }

  /** A rung as it is typed now. */
  rung(id, name) {
    return value => this.change('ladder')(this.typed.ladder.map(rung => (rung.id === id ? {...rung, [name]: value} : rung)));
  }

  /** Its name is new for ever: what went out under an old one must not pass for it. */
  async addRung() {
    const id = `own-${Date.now().toString(36)}`;
    this.change('ladder')([...this.typed.ladder, {id, trigger: 'before-due', days: '', audience: 'unit'}]);
    await this.updateComplete;
    this.querySelector(`#trigger-${id}`).focus();
  }

  async dropRung(rung) {
    this.change('ladder')(this.typed.ladder.filter(one => one !== rung));
    await this.updateComplete;
    this.querySelector('#add-rung').focus();
  }

  async put(body, done) {
    await api('PUT', at(this.params.c, '/reminders'), {body, etag: this.data.settings.etag});
    this.dirty = false;
    this.done = done;
    await this.reload();
  }

  /** The mail that a unit would get now; with a text of one's own, how it would read. */
  preview(event, own) {
    event.preventDefault();
    const {rung, unit, subject, text} = this.typed;
    const faults = missing(this.typed, {unit: t('office.unit.unit'), ...(own && {subject: t('office.reminders.subject'), text: t('office.reminders.mail')})});
    this.act(faults, async key => {
      const path = at(this.params.c, `/reminders/preview?rung=${encodeURIComponent(rung)}&unit=${encodeURIComponent(unit)}`);
      const {body} = own ? await api('POST', path, {body: {subject, text}, key}) : await api('GET', path);
      this.mail = body;
      if (!own) {
        const set = this.data.settings.texts[rung];
        this.typed = {...this.typed, subject: set?.subject ?? '', text: set?.text ?? ''};
      }
    });
  }

  useText() {
    const {rung, subject, text} = this.typed;
    this.act(missing(this.typed, {subject: t('office.reminders.subject'), text: t('office.reminders.mail')}), async () =>
      this.put({...this.settings(), texts: {...this.data.settings.texts, [rung]: {subject, text}}}, 'text'));
  }

  change(name) {
    return value => {
      this.dirty = true;
      this.done = null;
      this.type(name)(value);
    };
  }

  body() {
    const {c} = this.params;
    const {settings, items, mailServer, units} = this.data;
    const open = items.filter(line => line.open.length || line.contacts === 0);
    const field = (name, more) => textField({id: name, label: t(`office.reminders.${name}`), value: this.typed[name], change: this.change(name), faults: this.faults, ...more});
    return html`${backTo(c)}
      ${errorSummary(this.faults)}
      <h1>${t('office.reminders.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      ${mailServer ? html`<div class="call bad"><p>${t('office.reminders.mailServer', {at: dateTime(mailServer.at)})} ${mailServer.error ?? ''}</p></div>` : nothing}
      <p><a href=${link(c, '/reminders/sent')}>${t('office.sent.title')}</a></p>
      <h2>${t('office.reminders.attention')}</h2>
      ${foldingTable({
        columns: [
          {label: t('office.unit.unit'), cell: line => html`<a href=${unitLink(c, line.unit)}>${line.name}</a>`},
          {label: t('office.reminders.contacts'), number: true, cell: line => (line.contacts ? line.contacts : tag(t('office.reminders.noContact'), 'bad'))},
          {label: t('office.reminders.open'), cell: line => line.open.map(one => html`${tag(t(`office.sent.state.${one.state}`), TONES[one.state])} <span class="soft">${one.error ?? ''}</span> `)},
        ],
        rows: open, empty: t('office.reminders.allWell')})}
      <form class="card-box" novalidate @submit=${event => this.preview(event)}><h2>${t('office.reminders.preview')}</h2>
        ${selectField({id: 'rung', label: t('office.reminders.rung'), value: this.typed.rung, change: value => { this.mail = null; this.type('rung')(value); }, options: settings.ladder.map(rung => [rung.id, rungName(rung)])})}
        ${selectField({id: 'unit', label: t('office.unit.unit'), value: this.typed.unit, change: this.type('unit'), faults: this.faults, none: t('office.choose'), options: units.map(line => [line.unit, line.name])})}
        <button class="btn btn-outline-primary">${t('office.reminders.look')}</button>
        ${this.mail ? html`<h3>${this.mail.subject}</h3><pre class="mail">${this.mail.text}</pre>
          <details ?open=${!!this.typed.text}><summary>${t('office.reminders.own')}</summary>
            <p>${t('office.reminders.ownText')}</p>
            ${textField({id: 'subject', label: t('office.reminders.subject'), value: this.typed.subject, change: this.type('subject'), faults: this.faults, most: 150})}
            ${textField({id: 'text', label: t('office.reminders.mail'), value: this.typed.text, change: this.type('text'), faults: this.faults, rows: 8, most: 4000})}
            <div class="actions"><button type="button" class="btn btn-outline-primary" @click=${event => this.preview(event, true)}>${t('office.reminders.lookOwn')}</button>
              <button type="button" class="btn btn-primary" @click=${() => this.useText()}>${t('office.reminders.use')}</button></div></details>` : nothing}
        <p role="status" class="state state-saved">${this.done === 'text' ? t('office.reminders.textSaved') : ''}</p></form>
      <form class="card-box" novalidate @submit=${event => this.save(event)}><h2>${t('office.reminders.settings')}</h2>
        ${this.typed.ladder.map(rung => this.rungFields(rung, settings))}
        ${this.typed.ladder.length < RUNGS_MOST ? html`<p><button type="button" id="add-rung" class="btn btn-outline-primary" @click=${() => this.addRung()}>${t('office.reminders.add')}</button></p>` : nothing}
        ${field('from', {type: 'time', size: 'short'})}${field('to', {type: 'time', size: 'short'})}
        ${field('mailsPerRunMax', {size: 'short', most: 5})}${field('help', {hint: t('office.reminders.helpHint'), most: 200})}
        ${field('office', {rows: 3, hint: t('office.reminders.officeHint')})}
        <button class="btn btn-primary">${t('office.save')}</button>
        <p role="status" class="state state-saved">${this.done === 'settings' ? t('office.reminders.saved') : ''}</p></form>`;
  }

  rungFields(rung, settings) {
    const fresh = !settings.ladder.some(one => one.id === rung.id);
    const id = name => `${name}-${rung.id}`;
    const name = rungName(rung);
    return html`<fieldset class="part"><legend>${name}</legend>
      ${fresh ? selectField({id: id('trigger'), label: t('office.reminders.when'), value: rung.trigger, change: this.rung(rung.id, 'trigger'), faults: this.faults, size: 'medium', options: TRIGGERS.map(one => [one, t(`office.reminders.when.${one}`)])}) : nothing}
      ${rung.trigger === 'sent' ? nothing : textField({id: id('days'), label: t('office.reminders.days'), value: rung.days, change: this.rung(rung.id, 'days'), faults: this.faults, size: 'short', most: 2})}
      ${selectField({id: id('audience'), label: t('office.reminders.audience'), value: rung.audience, change: this.rung(rung.id, 'audience'), size: 'medium', options: AUDIENCES.map(one => [one, t(`office.reminders.to.${one}`)])})}
      <button type="button" class="btn btn-link" @click=${() => this.dropRung(rung)}>${t('office.reminders.remove')}<span class="visually-hidden"> ${name}</span></button></fieldset>`;
  }
}

const rungName = rung => t(`office.reminders.trigger.${rung.trigger}`, {n: rung.days ?? 0});

customElements.define('mb-office-reminders', Reminders);
