import {html, nothing} from 'lit';
import {now} from '../../shell/clock.js';
import {dateTime, day, isoDay, number, points} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {hasRole} from '../../shell/session.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {confirm} from '../../shell/elements/confirm.js';
import {problemBox} from '../../shell/elements/page.js';
import {checkField} from '../../shell/elements/check-field.js';
import {errorSummary, fieldError} from '../../shell/elements/error-summary.js';
import {bar, facts, foldingTable, tag} from '../../shell/elements/parts.js';
import {textField} from '../../shell/elements/text-field.js';
import {groupName, levelName, levelTag, unranked} from '../public/data.js';
import {at, change, missing, readAll, readCampaign, readOrNull, stageName} from '../office/common.js';

const LEVELS = ['TOT', 'KHA', 'TB', 'YEU'];
const EXCEPTIONS = ['extensions', 'overrides', 'onBehalf', 'notApplicable', 'directPoints', 'aboveSelf', 'recusals', 'returned', 'late'];

/** The frozen result on one page, to be read and then approved, confirmed or sent back. */
class Decision extends ActionPage {
  constructor() {
    super();
    this.rows = {};
  }

  async load() {
    const {c} = this.params;
    const [campaign, report] = await Promise.all([readCampaign(c), readOrNull(at(c, '/draft/report'))]);
    // What was opened of another result is read anew; of the same one it stays, since each reading is logged.
    const version = campaign.result?.rankingVersion;
    const opened = Object.keys(this.rows);
    if (version !== this.version) {
      this.version = version;
      this.rows = {};
      await Promise.all((report ? opened : []).map(group => this.readRows(group)));
    }
    this.typed = {date: isoDay(now()), ...this.typed};
    return {campaign, groups: report?.body.items ?? null};
  }

  keepsInput() {
    return !!(this.typed.number || this.typed.reason || this.typed.read);
  }

  async readRows(group) {
    this.rows[group] = await readAll(at(this.params.c, `/draft/rankings/${group}?limit=500`));
  }

  /** The table of a group, when it is first opened: each opening is logged, so none is for nothing. */
  async rank(event, group) {
    if (!event.target.open || this.rows[group]) {
      return;
    }
    await this.act([], () => this.readRows(group));
    this.requestUpdate();
  }

  async step(path, body, faults, sure, done) {
    if (!faults.length && !(await confirm(sure))) {
      return;
    }
    this.act(faults, async key => {
      await change('POST', at(this.params.c, path), {body, key});
      this.done = done;
      this.typed = {};
      await this.reload({focus: true});
    });
  }

  approve(event) {
    event.preventDefault();
    const {result} = this.data.campaign;
    const typed = (this.typed.number ?? '').trim();
    const faults = this.typed.read ? [] : [{field: 'read', text: t('approver.approve.unread')}];
    // What was read, and no other, is approved.
    const seen = {rankingVersion: result.rankingVersion, ...(result.code && {code: result.code})};
    const body = {...seen, ...(typed && {number: typed, date: this.typed.date})};
    this.step('/approval', body, faults, {title: t('approver.approve.sure'), text: t('approver.approve.sureText', {code: result.code ?? ''}), yes: t('approver.approve.do')}, t('approver.approve.done'));
  }

  confirmPaper(event) {
    event.preventDefault();
    const {result} = this.data.campaign;
    const faults = missing(this.typed, {code: t('approver.confirm.code')});
    this.step('/approval/confirmation', {code: (this.typed.code ?? '').trim()}, faults,
      {title: t('approver.confirm.sure', {number: result.entered.number}), text: t('approver.confirm.sureText'), yes: t('approver.confirm.do')}, t('approver.approve.done'));
  }

  sendBack(event) {
    event.preventDefault();
    this.step('/approval/return', {reason: (this.typed.reason ?? '').trim()}, missing(this.typed, {reason: t('approver.back.reason')}),
      {title: t('approver.back.sure'), text: t('approver.back.sureText'), yes: t('approver.back.do'), danger: true}, t('approver.back.done'));
  }

  body() {
    const {campaign, groups} = this.data;
    const {result} = campaign;
    return html`${errorSummary(this.faults)}
      <h1>${t('approver.decision.title')}</h1>
      <p class="lead">${campaign.name} ${tag(stageName(campaign), campaign.stage === 'REPORTED' ? 'todo' : 'wait')}</p>
      ${this.failed ? problemBox(this.failed) : nothing}
      <div role="status">${this.done ? html`<p class="call good">${this.done}</p>` : nothing}</div>
      ${!result || !groups ? html`<div class="call"><p>${t('approver.decision.none')}</p>
        ${campaign.sentBack ? html`<p>${t('approver.decision.sentBack', {at: dateTime(campaign.sentBack.at)})} ${campaign.sentBack.reason}</p>` : nothing}</div>`
        : html`<p>${t('approver.decision.lead', {at: dateTime(result.reportedAt)})} ${t(`office.report.basis.${result.basis}`)}</p>
      <section class="card-box"><h2>${t('approver.decision.code')}</h2><p class="code large">${result.code ?? '–'}</p><p>${t('approver.decision.codeText')}</p>
        ${result.issue > 1 ? html`<p>${t('approver.decision.issue', {issue: result.issue})} ${campaign.issues?.at(-1)?.reason ?? ''}</p>` : nothing}</section>
      ${groups.map(group => this.group(group))}
      ${campaign.stage === 'REPORTED' ? this.deciding(result) : this.decided(campaign)}`}`;
  }

  group(one) {
    const levels = Object.entries(one.levels).sort(([a], [b]) => rank(a) - rank(b));
    return html`<section class="card-box"><h2>${groupName(one.group)}</h2>
      ${facts([
        [t('approver.group.units'), t('approver.group.ranked', {n: one.units, ranked: one.ranked})],
        one.spread && [t('approver.group.mean'), points(one.spread.mean)],
        one.spread && [t('approver.group.best'), `${points(one.spread.best)} (${one.spread.bestUnits.join(', ')})`],
        one.spread && [t('approver.group.worst'), `${points(one.spread.worst)} (${one.spread.worstUnits.join(', ')})`],
        one.change && [t('approver.group.change'), t('approver.group.changeText', {then: points(one.change.then), now: points(one.change.now), difference: signed(one.change.difference), n: one.change.units})],
      ])}
      ${one.change ? nothing : html`<p class="soft">${t('approver.group.noChange')}</p>`}
      ${levels.length ? html`<h3>${t('approver.group.levels')}</h3><ul class="levels">${levels.map(([code, n]) => html`<li><span>${levelName(code)}</span><strong>${n}</strong>${bar(n, one.ranked, t('approver.group.levelBar', {level: levelName(code), n, of: one.ranked}))}</li>`)}</ul>` : nothing}
      <h3>${t('approver.group.exceptions')}</h3>
      ${this.exceptions(one.exceptions)}
      ${one.moved?.length ? html`<h3>${t('approver.group.moved')}</h3><ul>${one.moved.map(unit => html`<li>${t('approver.group.movedUnit', {unit: unit.unit, from: unit.from ?? '–', to: unit.to ?? '–'})}</li>`)}</ul>` : nothing}
      <details><summary>${t('approver.group.weakest')}</summary>${foldingTable({
        columns: [
          {label: t('approver.group.criterion'), cell: line => `${line.criterion} ${line.title}`},
          {label: t('approver.group.percent'), number: true, cell: line => `${points(line.percent)} %`},
          {label: t('approver.group.below'), number: true, cell: line => `${line.below}/${line.assessed}`},
        ],
        rows: one.weakest, empty: t('approver.group.noWeakest')})}</details>
      ${one.hands.length || one.standIns.length ? html`<details><summary>${t('approver.group.hands')}</summary><p>${t('approver.group.handsText')}</p>${foldingTable({
        columns: [
          {label: t('approver.group.body'), cell: hand => hand.body ?? t('approver.group.noBody')},
          {label: t('approver.group.inside'), number: true, cell: hand => (hand.meanInside === undefined ? '–' : `${signed(hand.meanInside)} (${hand.cellsInside})`)},
          {label: t('approver.group.outside'), number: true, cell: hand => (hand.meanOutside === undefined ? '–' : `${signed(hand.meanOutside)} (${hand.cellsOutside})`)},
        ],
        rows: one.hands, empty: ''})}
        ${one.standIns.length ? html`<ul>${one.standIns.map(line => html`<li>${t(`approver.group.standIn.${line.role}`, {unit: line.unit, n: line.cells, mean: signed(line.mean)})}</li>`)}</ul>` : nothing}</details>` : nothing}
      <details @toggle=${event => this.rank(event, one.group)}><summary>${t('approver.group.ranking')}</summary>
        <p class="soft">${t('approver.group.logged')}</p>
        ${this.rows[one.group] ? foldingTable({
          columns: [
            {label: t('approver.group.unit'), cell: row => row.name},
            {label: t('approver.group.rank'), number: true, cell: row => row.rank ?? '–'},
            {label: t('approver.group.index'), number: true, cell: row => (row.index ? points(row.index) : '–')},
            {label: t('approver.group.level'), cell: row => (row.unranked ? unranked(row) : levelTag(row.level))},
            {label: t('approver.group.lastYear'), number: true, cell: row => row.lastYear?.rank ?? '–'},
          ],
          rows: this.rows[one.group], empty: t('approver.group.noRows')}) : html`<p role="status">${t('shell.loading')}</p>`}</details>
    </section>`;
  }

  exceptions(found) {
    const there = EXCEPTIONS.filter(name => found[name] > 0);
    return there.length ? html`<ul>${there.map(name => html`<li><strong>${number(found[name])}</strong> ${t(`public.exception.${name}`)}</li>`)}</ul>` : html`<p>${t('approver.group.noExceptions')}</p>`;
  }

  deciding(result) {
    const wrong = this.faults.some(fault => fault.field === 'read');
    const field = (name, label, more) => textField({id: name, label, value: this.typed[name], change: this.type(name), faults: this.faults, ...more});
    return html`
      ${result.entered ? html`<div class="call todo"><p>${t('approver.confirm.entered', {number: result.entered.number, date: day(result.entered.date), name: result.entered.signedBy?.name ?? '', title: result.entered.signedBy?.title ?? ''})}</p></div>` : nothing}
      ${hasRole('approver') ? html`<form class="card-box" novalidate @submit=${event => this.approve(event)}><h2>${t('approver.approve.title')}</h2>
        <p>${t('approver.approve.text')}</p>
        <div class="field ${wrong ? 'wrong' : ''}">${fieldError(this.faults, 'read')}
          ${checkField({id: 'read', label: t('approver.approve.read', {code: result.code ?? ''}), checked: this.typed.read, change: this.type('read')})}</div>
        ${field('number', t('approver.approve.number'), {size: 'medium', most: 100, hint: t('approver.approve.numberHint')})}
        ${this.typed.number ? field('date', t('approver.approve.date'), {type: 'date', size: 'short'}) : nothing}
        <button class="btn btn-primary">${t('approver.approve.do')}</button></form>
      <form class="card-box" novalidate @submit=${event => this.sendBack(event)}><h2>${t('approver.back.title')}</h2>
        <p>${t('approver.back.text')}</p>${field('reason', t('approver.back.reason'), {rows: 3})}
        <button class="btn btn-outline-danger">${t('approver.back.do')}</button></form>` : nothing}
      ${hasRole('deputy') && result.entered ? html`<form class="card-box" novalidate @submit=${event => this.confirmPaper(event)}><h2>${t('approver.confirm.title')}</h2>
        <p>${t('approver.confirm.text')}</p>${field('code', t('approver.confirm.code'), {size: 'medium', most: 40, hint: t('approver.confirm.codeHint')})}
        <button class="btn btn-primary">${t('approver.confirm.do')}</button></form>` : nothing}`;
  }

  decided({result, stage}) {
    const {approval} = result;
    return html`<div class="call good"><p>${approval?.number
      ? t('approver.decision.approvedBy', {number: approval.number, date: day(approval.date)}) : t('approver.decision.approved')}
      ${stage === 'PUBLISHED' ? html`<a href="#/c/${this.params.c}/results">${t('approver.decision.results')}</a>` : nothing}</p></div>`;
  }
}

/** The highest level first; what a set calls otherwise behind those that are known. */
const rank = level => (LEVELS.includes(level) ? LEVELS.indexOf(level) : LEVELS.length);

/** A difference with its sign. */
const signed = value => (Number(value) > 0 ? '+' : '') + (Number(value) < 0 ? '−' : '') + points(String(value).replace('-', ''));

customElements.define('mb-approver-decision', Decision);
