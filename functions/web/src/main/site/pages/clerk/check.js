import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {campaigns} from '../../shell/campaigns.js';
import {now} from '../../shell/clock.js';
import {dateTime, isoDay, maximum, points} from '../../shell/format.js';
import {download} from '../../shell/files.js';
import {lang, t} from '../../shell/i18n.js';
import {hasRole} from '../../shell/session.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {confirm} from '../../shell/elements/confirm.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {tag} from '../../shell/elements/parts.js';
import {textField} from '../../shell/elements/text-field.js';
import {asSent, at, bare, criteria, inWork, link, live, need, open, readForm} from './form.js';
import {answerLines, inputLines, scoreInWords} from './rules.js';
import './evidence.js';

/**
 * Everything once more before it counts: all answers, then closing (a check code of exactly what the form says), the print, and
 * the signature of the head of the unit, here, on another device, or on paper.
 */
class Check extends ActionPage {
  async load() {
    const [form, {current}] = await Promise.all([readForm(this.params), campaigns()]);
    this.typed = {date: isoDay(now()), ...this.typed};
    return {form, limits: current.uploadLimits};
  }

  keepsInput() {
    return !!(this.typed.name || this.typed.number);
  }

  fieldOf(place) {
    return {checkCode: 'code', 'signedBy.name': 'name', 'signedBy.title': 'title', 'letter.number': 'number', 'letter.date': 'date', lateReason: 'late'}[place] ?? place;
  }

  get late() {
    return now() > new Date(this.data.form.dueAt).getTime();
  }

  lateFaults() {
    return this.late && this.data.form.latePolicy === 'REASON' && !this.typed.late?.trim()
      ? [{field: 'late', text: t('clerk.fault.reason')}] : [];
  }

  close() {
    this.act(this.lateFaults(), async key => {
      const body = this.typed.late?.trim() ? {lateReason: this.typed.late.trim()} : {};
      await api('POST', `${at(this.params)}/closing`, {body, etag: this.data.form.etag, key});
      await this.reload({focus: true});
    });
  }

  async sign(event) {
    event.preventDefault();
    const {form} = this.data;
    const typed = name => (this.typed[name] ?? '').trim();
    const paper = this.paper();
    const faults = [];
    for (const name of ['name', 'title', ...(paper || hasLetter(this) ? ['number', 'date'] : [])]) {
      if (!typed(name)) {
        faults.push({field: name, text: t('clerk.fault.missing', {label: t(`clerk.sign.${name}`)})});
      }
    }
    if (form.closing && !typed('code')) {
      faults.push({field: 'code', text: t('clerk.fault.code')});
    }
    faults.push(...this.lateFaults());
    if (faults.length || !(await this.sure())) {
      await this.act(faults, async () => {});
      return;
    }
    const body = {
      signedBy: {name: typed('name'), title: typed('title')},
      ...(typed('number') && {letter: {number: typed('number'), date: typed('date')}}),
      ...(typed('code') && {checkCode: typed('code')}),
      ...(paper && {signedEvidenceId: paper.evidenceId}),
      ...(typed('late') && {lateReason: typed('late')}),
    };
    await this.act([], async key => {
      const {body: sent} = await api('POST', `${at(this.params)}/submission`, {body, etag: typed('code') ? undefined : form.etag, key});
      this.done = sent;
      this.typed = {};
      await this.reload({focus: true});
    });
  }

  sure() {
    return confirm({title: t('clerk.sign.sure'), text: t('clerk.sign.sureText', {name: this.data.form.name, points: points(this.data.form.score.points)}), yes: t('clerk.sign.send')});
  }

  /** The scan of the signed form, where one was uploaded and taken. */
  paper() {
    return this.typed.onPaper ? this.data.form.papers.filter(file => file.purpose === 'signed-form' && file.state === 'ACCEPTED').at(-1) : undefined;
  }

  async print() {
    await this.act([], async () => {
      const {body} = await api('GET', `${at(this.params)}/form/print`, {as: 'blob'});
      download(body, `phieu-${this.params.u}.pdf`);
    });
  }

  body() {
    const {form} = this.data;
    const all = criteria(form);
    const left = all.filter(one => open(form, one));
    const working = inWork(form) || form.reopened?.length;
    return html`<p><a href=${link(this.params)}>← ${t('clerk.criterion.back')}</a></p>
      ${errorSummary(this.faults)}
      ${this.failed ? problemBox(this.failed) : nothing}
      <h1>${t('clerk.check.title')}</h1>
      ${form.signature && !form.reopened?.length ? this.sent(form) : nothing}
      ${left.length && working ? html`<div class="call todo"><h2>${t('clerk.check.left', {n: left.length})}</h2>
        <ul>${left.map(one => html`<li><a href=${link(this.params, `/k/${one.id}`)}>${one.id} ${one.title}</a> – ${t(`clerk.need.${need(form, one)}`)}</li>`)}</ul></div>` : nothing}
      ${working && !form.formHead ? html`<div class="call todo"><p>${t('clerk.check.noHead')} <a href=${link(this.params, '/head')}>${t('clerk.head.nav')}</a></p></div>` : nothing}
      ${form.closing && inWork(form) ? this.closed(form) : nothing}
      ${working && !form.closing && hasRole('unit') ? this.closing(form, left) : nothing}
      ${working && (form.closing || !left.length) && hasRole('signer', 'unit') ? this.signing(form) : nothing}
      ${this.answers(form)}
      <p><button class="btn btn-outline-primary" @click=${() => this.print()}>${t(form.closing || form.signature ? 'clerk.check.print' : 'clerk.check.printDraft')}</button></p>`;
  }

  sent(form) {
    return html`<div class="call good" role="status"><h2>${t('clerk.check.sent', {at: dateTime(form.signature.sentAt)})}</h2>
      <p>${t('clerk.check.sentText', {name: form.signature.name, title: form.signature.title, state: lang() === 'vi' ? form.stateVi : t(`clerk.formState.${form.state}`)})}</p>
      ${form.signature.checkCode ? html`<p>${t('clerk.check.code')} <span class="code">${form.signature.checkCode}</span></p>` : nothing}</div>`;
  }

  closed(form) {
    return html`<div class="call good"><h2>${t('clerk.check.closed', {at: dateTime(form.closing.closedAt)})}</h2>
      <p>${t('clerk.check.code')}</p><p class="code large">${form.closing.checkCode}</p>
      <p>${t('clerk.check.codeText', {until: form.closing.signBy ? dateTime(form.closing.signBy) : dateTime(form.dueAt)})}</p></div>`;
  }

  closing(form, left) {
    return html`<section class="card-box"><h2>${t('clerk.check.close')}</h2>
      <p>${t('clerk.check.closeText')}</p>
      ${this.lateField()}
      <button class="btn btn-primary" ?disabled=${left.length > 0} @click=${() => this.close()}>${t('clerk.check.close')}</button>
      ${left.length ? html`<p class="soft">${t('clerk.check.notYet')}</p>` : nothing}</section>`;
  }

  lateField() {
    return this.late && inWork(this.data.form) ? html`<p class="warning">${t(`clerk.late.${this.data.form.latePolicy}`, {at: dateTime(this.data.form.dueAt)})}</p>
      ${this.data.form.latePolicy === 'REASON' ? textField({id: 'late', label: t('clerk.late.reason'), value: this.typed.late, change: this.type('late'), faults: this.faults, rows: 2, most: 1000}) : nothing}` : nothing;
  }

  signing(form) {
    const field = (name, more) => textField({id: name, label: t(`clerk.sign.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, size: 'medium', most: 200, ...more});
    return html`<form class="card-box" novalidate @submit=${event => this.sign(event)}>
      <h2>${t('clerk.sign.heading')}</h2>
      <p>${t(form.parent ? 'clerk.sign.textCommune' : 'clerk.sign.text')}</p>
      ${hasRole('unit') ? html`<div class="form-check field"><input class="form-check-input" type="checkbox" id="on-paper" .checked=${!!this.typed.onPaper} @change=${event => this.type('onPaper')(event.target.checked)}>
        <label class="form-check-label" for="on-paper">${t('clerk.sign.onPaper')}</label></div>` : nothing}
      ${this.typed.onPaper ? html`<div class="field"><h3>${t('clerk.sign.scan')}</h3>
        <mb-clerk-evidence .params=${this.params} .purpose=${'signed-form'} .files=${form.papers.filter(file => file.purpose === 'signed-form')}
          .limits=${this.data.limits} @changed=${() => this.reload()}></mb-clerk-evidence></div>` : nothing}
      ${form.closing ? field('code', {hint: t('clerk.sign.codeHint'), most: 60}) : nothing}
      ${field('name')}${field('title', {hint: t('clerk.sign.titleHint')})}
      ${field('number', {hint: t('clerk.sign.letterHint')})}
      ${field('date', {type: 'date', size: 'short'})}
      ${form.closing ? nothing : this.lateField()}
      <div class="actions"><button class="btn btn-primary" aria-disabled=${this.busy ? 'true' : nothing}>${t('clerk.sign.send')}</button></div>
    </form>`;
  }

  answers(form) {
    return html`<h2>${t('clerk.check.answers')}</h2>
      <p>${scoreInWords(form)}</p>
      ${form.groups.map(group => html`<section class="card-box"><h3>${group.id}. ${group.title} <span class="soft">${points(group.points)} / ${maximum(group.maxPoints)}</span></h3>
        <dl class="answers">${group.criteria.map(one => this.answer(form, one))}</dl></section>`)}`;
  }

  answer(form, one) {
    const lines = one.inputKind === 'computed' ? inputLines(one, one.computed?.inputs ?? {}) : answerLines(one, asSent(one.answer));
    const got = one.answer?.points ?? one.computed?.points;
    return html`<div><dt><a href=${link(this.params, `/k/${one.id}`)}>${one.id} ${one.title}</a></dt>
      <dd>${lines.length ? lines.map(line => html`<span class="said">${line.label}: <strong>${line.text}</strong></span>`) : tag(t(`clerk.need.${need(form, one)}`), 'todo')}
        <span class="soft">${t('clerk.tasks.files', {n: live(one).length})}</span> ${bare(one) ? tag(t('clerk.tasks.noFile'), 'todo') : nothing}</dd>
      <dd class="figure">${got === undefined ? '–' : points(got)} / ${maximum(one.maxPoints)}</dd></div>`;
  }
}

const hasLetter = page => !!(page.typed.number ?? '').trim();

customElements.define('mb-clerk-check', Check);
