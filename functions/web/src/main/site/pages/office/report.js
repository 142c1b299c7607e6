import {html, nothing} from 'lit';
import {api, Problem} from '../../shell/api.js';
import {now} from '../../shell/clock.js';
import {download} from '../../shell/files.js';
import {dateTime, day, isoDay} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {confirm} from '../../shell/elements/confirm.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {foldingTable, tag} from '../../shell/elements/parts.js';
import {selectField} from '../../shell/elements/select-field.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, backTo, change, missing, readCampaign, readOrNull, stageName} from './common.js';
import {openWork} from './open-work.js';

const PAPERS = ['report', 'submission', 'draft-decision', 'ranking-annex'];
const ISSUERS = ['UBND', 'CHUTICH'];
const AUTHORITIES = ['TM', 'KT', 'TL', 'TUQ', 'Q'];

/** From the frozen result to its publication, and anew where it has to be corrected. */
class Report extends ActionPage {
  async load() {
    const {c} = this.params;
    const [campaign, progress] = await Promise.all([readCampaign(c), readOrNull(at(c, '/progress'))]);
    this.typed = {date: isoDay(now()), issuer: 'UBND', authority: 'TM', ...this.typed};
    return {campaign, units: progress?.body.items.map(line => line.unit) ?? []};
  }

  keepsInput() {
    return !!(this.typed.number || this.typed.reason);
  }

  fieldOf(place) {
    return place.replace('signedBy.', 'signer-');
  }

  /** A step of the campaign after it was confirmed; what holds it up is shown as a list of ways. */
  async step(path, body, {sure, done, faults = []}) {
    if (!faults.length && sure && !(await confirm(sure))) {
      return;
    }
    this.blocked = null;
    await this.act(faults, async key => {
      try {
        await change('POST', at(this.params.c, path), {body, key});
        this.done = done;
        this.typed = {};
        await this.reload({focus: true});
      } catch (refused) {
        if (!(refused instanceof Problem) || path !== '/report' || refused.status !== 409) {
          throw refused;
        }
        this.blocked = refused;
      }
    });
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector('#open-work')?.focus();
  }

  report() {
    return this.step('/report', {}, {done: t('office.report.reported'), sure: {title: t('office.report.sure'), text: t('office.report.sureText'), yes: t('office.report.do')}});
  }

  enter(event) {
    event.preventDefault();
    const typed = name => (this.typed[name] ?? '').trim();
    const names = ['number', 'date', 'signer-name', 'signer-title', 'code'];
    const faults = missing(this.typed, Object.fromEntries(names.map(name => [name, t(`office.report.${name}`)])));
    const body = {
      number: typed('number'), date: typed('date'), issuer: this.typed.issuer, authority: this.typed.authority,
      signedBy: {name: typed('signer-name'), title: typed('signer-title')}, code: typed('code'),
    };
    this.step('/approval', body, {done: t('office.report.entered'), faults});
  }

  publish() {
    this.step('/publication', {}, {done: t('office.report.published'), sure: {title: t('office.report.publishSure'), text: t('office.report.publishText'), yes: t('office.report.publish')}});
  }

  reissue(event) {
    event.preventDefault();
    this.step('/reissue', {reason: (this.typed.reason ?? '').trim()}, {
      done: t('office.report.reissued'), faults: missing(this.typed, {reason: t('office.report.reason')}),
      sure: {title: t('office.report.reissueSure'), text: t('office.report.reissueText'), yes: t('office.report.reissue'), danger: true},
    });
  }

  paper(name) {
    this.act([], async () => {
      const {body} = await api('GET', at(this.params.c, `/papers/${name}`), {as: 'blob'});
      download(body, `${name}.docx`);
    });
  }

  body() {
    const {c} = this.params;
    const {campaign, units} = this.data;
    const {result, sentBack, issues, stage} = campaign;
    return html`${backTo(c)}
      ${errorSummary(this.faults)}
      <h1>${t('office.report.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <div role="status">${this.done ? html`<p class="call good">${this.done}</p>` : nothing}</div>
      ${this.blocked ? openWork(c, this.blocked, units) : nothing}
      <p>${t('office.report.stage')} ${tag(stageName(campaign), stage === 'PUBLISHED' ? 'good' : 'wait')}</p>
      ${sentBack && !result ? html`<div class="call bad"><h2>${t('office.report.sentBack', {at: dateTime(sentBack.at)})}</h2><p>${sentBack.reason}</p></div>` : nothing}
      ${result ? html`<section class="card-box"><h2>${t('office.report.result', {issue: result.issue})}</h2>
        ${result.code ? html`<p>${t('office.report.codeText')}</p><p class="code large">${result.code}</p>` : nothing}
        <p>${t('office.report.reportedAt', {at: dateTime(result.reportedAt)})} ${t(`office.report.basis.${result.basis}`)}</p>
        <p><a href="#/c/${c}/decision">${t('office.report.read')}</a></p>
        <h3>${t('office.report.papers')}</h3>
        <ul class="ways">${PAPERS.map(name => html`<li><button class="btn btn-link px-0" @click=${() => this.paper(name)}>${t(`office.report.paper.${name}`)}</button></li>`)}</ul></section>` : nothing}
      ${['OPEN', 'APPRAISING'].includes(stage) ? html`<section class="card-box"><h2>${t('office.report.do')}</h2><p>${t('office.report.doText')}</p>
        <button class="btn btn-primary" aria-disabled=${this.busy ? 'true' : nothing} @click=${() => this.report()}>${t('office.report.do')}</button></section>` : nothing}
      ${stage === 'REPORTED' ? this.approval(result) : nothing}
      ${stage === 'APPROVED' ? html`<section class="card-box"><h2>${t('office.report.publish')}</h2>
        <p>${t('office.report.approvedBy', {number: result.approval?.number || t('office.report.noNumber'), at: result.approval ? day(result.approval.date || result.approval.enteredAt) : ''})}</p><p>${t('office.report.publishText')}</p>
        <button class="btn btn-primary" @click=${() => this.publish()}>${t('office.report.publish')}</button></section>` : nothing}
      ${stage === 'PUBLISHED' ? html`<section class="card-box"><p>${t('office.report.publishedAt', {at: dateTime(result.publishedAt)})} <a href="#/c/${c}/results">${t('office.report.results')}</a></p></section>
        <details class="card-box"><summary>${t('office.report.reissue')}</summary><form novalidate @submit=${event => this.reissue(event)}>
          <p>${t('office.report.reissueText')}</p>
          ${textField({id: 'reason', label: t('office.report.reason'), value: this.typed.reason, change: this.type('reason'), faults: this.faults, rows: 2})}
          <button class="btn btn-outline-danger">${t('office.report.reissue')}</button></form></details>` : nothing}
      ${issues?.length ? html`<h2>${t('office.report.issues')}</h2>${foldingTable({columns: [
        {label: t('office.report.issue'), cell: one => one.issue}, {label: t('office.report.code'), cell: one => html`<span class="code">${one.code ?? '–'}</span>`},
        {label: t('office.report.publishedOn'), cell: one => (one.publishedAt ? dateTime(one.publishedAt) : '–')}, {label: t('office.report.why'), cell: one => one.reason}], rows: issues, empty: ''})}` : nothing}`;
  }

  approval(result) {
    const field = (name, more) => textField({id: name, label: t(`office.report.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, size: 'medium', most: 200, ...more});
    const {entered} = result;
    return html`<section class="card-box"><h2>${t('office.report.approval')}</h2>
      <p>${t('office.report.approvalText')}</p>
      ${entered ? html`<div class="call"><p><strong>${t('office.report.waits')}</strong> ${t('office.report.enteredBy', {number: entered.number, date: day(entered.date), name: entered.signedBy?.name ?? '', title: entered.signedBy?.title ?? ''})}</p></div>` : nothing}
      <details ?open=${!!this.typed.number}><summary>${t(entered ? 'office.report.enterAgain' : 'office.report.enter')}</summary>
      <form novalidate @submit=${event => this.enter(event)}>
        ${field('number', {most: 100})}${field('date', {type: 'date', size: 'short'})}
        ${selectField({id: 'issuer', label: t('office.report.issuer'), value: this.typed.issuer, change: this.type('issuer'), size: 'medium', options: ISSUERS.map(one => [one, t(`office.report.issuer.${one}`)])})}
        ${selectField({id: 'authority', label: t('office.report.authority'), value: this.typed.authority, change: this.type('authority'), size: 'medium', options: AUTHORITIES.map(one => [one, t(`office.report.authority.${one}`)])})}
        ${field('signer-name')}${field('signer-title')}
        ${field('code', {hint: t('office.report.codeHint'), most: 40})}
        <button class="btn btn-primary">${t('office.report.enterDo')}</button></form></details></section>`;
  }
}
customElements.define('mb-office-report', Report);
