import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {now} from '../../shell/clock.js';
import {download, mediaType} from '../../shell/files.js';
import {bytes, dateTime, day, isoDay} from '../../shell/format.js';
import {lang, t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {checkField} from '../../shell/elements/check-field.js';
import {errorSummary, fieldError} from '../../shell/elements/error-summary.js';
import {fileButton} from '../../shell/elements/file-button.js';
import {facts} from '../../shell/elements/parts.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, backTo, missing, readCampaign, readOrNull, upload} from './common.js';

const PDF = 'application/pdf';
const MOST = 20 * 1024 ** 2;

/** The minutes of the team's session: who was there, who kept another opinion, and the signed paper. */
class Session extends ActionPage {
  async load() {
    const {c} = this.params;
    const [campaign, team, session] = await Promise.all([readCampaign(c), readOrNull(at(c, '/team')), readOrNull(at(c, '/session'))]);
    this.typed = {number: session?.body.number ?? '', day: session?.body.day ?? isoDay(now()), ...Object.fromEntries((session?.body.present ?? []).map(one => [`present-${one}`, true])), ...this.typed};
    return {campaign, members: team?.body.members ?? [], session: session?.body};
  }

  keepsInput() {
    return !!this.file;
  }

  fieldOf(place) {
    return place === 'upload' ? 'paper' : place.startsWith('present') ? `present-${this.data.members[0]?.account}` : place;
  }

  get accounts() {
    return [...new Set(this.data.members.map(member => member.account))];
  }

  choose(file) {
    this.file = null;
    const faults = !file ? [] : mediaType(file) !== PDF ? [{field: 'paper', text: t('office.session.pdf', {name: file.name})}]
      : file.size === 0 ? [{field: 'paper', text: t('shell.file.empty', {name: file.name})}]
        : file.size > MOST ? [{field: 'paper', text: t('shell.file.large', {name: file.name, size: bytes(file.size), most: bytes(MOST)})}] : [];
    this.file = faults.length ? null : file;
    this.act(faults, async () => {});
    this.requestUpdate();
  }

  keep(event) {
    event.preventDefault();
    const present = this.accounts.filter(account => this.typed[`present-${account}`]);
    const faults = [
      ...missing(this.typed, {number: t('office.session.number'), day: t('office.session.day')}),
      ...(present.length ? [] : [{field: `present-${this.accounts[0]}`, text: t('office.session.nobody')}]),
      ...(this.file ? [] : [{field: 'paper', text: t('office.session.noPaper')}]),
    ];
    this.act(faults, async key => {
      const paper = await upload(this.params.c, this.file, {key});
      const dissents = present.filter(account => this.typed[`dissent-${account}`]?.trim()).map(account => ({account, text: this.typed[`dissent-${account}`].trim()}));
      await api('PUT', at(this.params.c, '/session'), {
        body: {number: this.typed.number.trim(), day: this.typed.day, present, ...(dissents.length && {dissents}), upload: paper},
        etag: this.data.session?.etag,
      });
      this.file = null;
      this.typed = {};
      this.done = true;
      await this.reload({focus: true});
    });
  }

  draft() {
    this.act([], async () => {
      const {body} = await api('GET', at(this.params.c, '/papers/session-minutes'), {as: 'blob'});
      download(body, 'bien-ban-hop-to-tham-dinh.docx');
    });
  }

  body() {
    const {campaign, members, session} = this.data;
    const field = (name, more) => textField({id: name, label: t(`office.session.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, ...more});
    const may = ['OPEN', 'APPRAISING'].includes(campaign.stage);
    const wrong = this.faults.some(fault => fault.field === 'paper');
    return html`${backTo(this.params.c)}
      ${errorSummary(this.faults)}
      <h1>${t('office.session.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <div role="status">${this.done ? html`<p class="call good">${t('office.session.done')}</p>` : nothing}</div>
      <p>${t('office.session.text')}</p>
      ${session ? html`<section class="card-box">${facts([
        [t('office.session.number'), session.number], [t('office.session.day'), day(session.day)], [t('office.session.present'), session.present.join(', ')],
        session.dissents?.length && [t('office.session.dissents'), html`${session.dissents.map(one => html`<p>${one.text}</p>`)}`],
        [t('office.session.paper'), html`<a href=${session.url} target="_blank" rel="noopener">${t('office.session.openPaper')}</a> <span class="hash">${session.paper}</span>`],
        [t('office.session.keptAt'), dateTime(session.at)]])}</section>` : nothing}
      ${!members.length ? html`<div class="call todo"><p>${t('office.session.noTeam')}</p></div>` : !may ? nothing : html`
      <p><button class="btn btn-outline-primary" @click=${() => this.draft()}>${t('office.session.draft')}</button></p>
      <form class="card-box" novalidate @submit=${event => this.keep(event)}><h2>${t(session ? 'office.session.anew' : 'office.session.new')}</h2>
        ${field('number', {size: 'medium', most: 100})}${field('day', {type: 'date', size: 'short'})}
        <fieldset class="field"><legend>${t('office.session.present')}</legend>
          ${this.accounts.length && fieldError(this.faults, `present-${this.accounts[0]}`)}
          ${this.accounts.map(account => {
            const member = members.find(one => one.account === account);
            const here = this.typed[`present-${account}`];
            return html`${checkField({id: `present-${account}`, label: `${account} (${lang() === 'vi' ? member.roleVi : t(`office.role.${member.role}`)}, ${member.body})`, checked: here, change: this.type(`present-${account}`)})}
              ${here ? textField({id: `dissent-${account}`, label: t('office.session.dissent', {account}), value: this.typed[`dissent-${account}`], change: this.type(`dissent-${account}`), rows: 2, hint: t('office.session.dissentHint')}) : nothing}`;
          })}</fieldset>
        <div class="field ${wrong ? 'wrong' : ''}"><p class="form-label">${t('office.session.scan')}</p>${fieldError(this.faults, 'paper')}
          ${fileButton({id: 'paper', label: t('office.session.choose'), accept: `.pdf,${PDF}`, chosen: ([file]) => this.choose(file)})}
          ${this.file ? html`<p>${this.file.name} <span class="soft">(${bytes(this.file.size)})</span></p>` : nothing}</div>
        <button class="btn btn-primary" aria-disabled=${this.busy ? 'true' : nothing}>${t('office.session.keep')}</button></form>`}`;
  }
}
customElements.define('mb-office-session', Session);
