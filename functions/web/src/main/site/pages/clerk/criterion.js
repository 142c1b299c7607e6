import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {Problem} from '../../shell/api.js';
import {campaigns} from '../../shell/campaigns.js';
import {score} from '../../shell/core.js';
import {dateTime, day, maximum, points} from '../../shell/format.js';
import {lang, t} from '../../shell/i18n.js';
import {go} from '../../shell/router.js';
import {Page, problemBox} from '../../shell/elements/page.js';
import {errorSummary, fieldError, focusErrors} from '../../shell/elements/error-summary.js';
import {confirm} from '../../shell/elements/confirm.js';
import {tag} from '../../shell/elements/parts.js';
import {asSent, bare, criteria, editable, find, link, need, open, readForm, readRules} from './form.js';
import {fields, idOf, inputsOf, typedOf} from './inputs.js';
import {answerLines, inputLines, ruleInWords, worth} from './rules.js';
import {dropDraft, flushWhenOnline, isConflict, keepDraft, onDraft, readDraft, save} from './drafts.js';
import './evidence.js';
import './on-behalf.js';

/** One criterion: the rule, the figures, the files. */
class CriterionPage extends Page {
  static properties = {
    ...Page.properties,
    state: {state: true},
    faults: {state: true},
    conflict: {state: true},
    saving: {state: true},
    worthTyped: {state: true},
    warnings: {state: true},
    failed: {state: true},
  };

  constructor() {
    super();
    // 'clean', 'typed' (on this device), 'queued' (to be saved when the line is back), 'saved'
    this.state = 'clean';
    this.faults = [];
    this.warnings = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.stops = [flushWhenOnline(this.params), onDraft(change => this.wentOut(change))];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stops.forEach(stop => stop());
  }

  /** Drafts stay on the device, chosen files do not. */
  async mayLeave() {
    const files = this.querySelector('mb-clerk-evidence');
    return !files?.busy || confirm({title: t('clerk.files.leaveTitle'), text: t('clerk.files.leaveText'), yes: t('clerk.files.leave'), no: t('clerk.files.stay'), danger: true});
  }

  keepsInput() {
    return this.state === 'typed' || this.state === 'queued';
  }

  async load() {
    const form = await readForm(this.params);
    const [rules, {current}] = await Promise.all([readRules(this.params, form), campaigns()]);
    const criterion = find(form, this.params.criterion);
    if (!criterion) {
      throw new Problem(404, {detail: t('clerk.criterion.none', {criterion: this.params.criterion})});
    }
    const draft = editable(form, criterion) ? await readDraft(this.params, criterion.id) : undefined;
    this.begin(criterion, draft);
    return {form, criterion, rule: rules.get(criterion.id), limits: current.uploadLimits};
  }

  /** What stands in the fields: the draft of this device, else the answer, else nothing. */
  begin(criterion, draft) {
    const answer = criterion.answer ?? criterion.contested;
    this.etag = draft ? draft.etag : criterion.answer?.etag;
    this.typed = draft?.typed ?? typedOf(criterion, answer?.inputs ?? {});
    this.mode = draft?.mode ?? (answer?.notApplicable !== undefined ? 'na'
      : criterion.baseline ? (answer?.claim?.kind === 'CONTESTED' ? 'contest' : criterion.answer ? 'confirm' : undefined) : 'inputs');
    this.note = draft?.note ?? answer?.note ?? '';
    this.reason = draft?.reason ?? answer?.notApplicable ?? answer?.claim?.reason ?? '';
    this.state = draft ? (draft.state === 'conflict' ? 'typed' : draft.state) : criterion.answer ? 'saved' : 'clean';
    this.faults = [];
    this.conflict = draft?.state === 'conflict' ? {mine: draft.body, theirs: criterion.answer} : null;
    this.worthTyped = null;
  }

  change(path, value) {
    this.typed = {...this.typed, [path]: value};
    this.touched();
  }

  set(name, value) {
    this[name] = value;
    this.touched();
  }

  touched() {
    this.state = 'typed';
    this.failed = null;
    this.requestUpdate();
    const {criterion} = this.data;
    keepDraft(this.params, criterion.id, this.draft('typed'));
    this.value();
  }

  draft(state, body) {
    return {typed: this.typed, mode: this.mode, note: this.note, reason: this.reason, etag: this.etag, state, body};
  }

  /** What it is worth as typed, where the rules are here to tell. */
  async value() {
    const {body, faults} = this.request();
    const asked = (this.asking = {});
    const got = faults.length ? null : await score(this.data.rule, body.confirm ? {inputs: this.data.criterion.baseline.inputs} : body);
    if (asked === this.asking) {
      this.worthTyped = got;
    }
  }

  /** The request's body from what is typed, with the faults. */
  request() {
    const {criterion} = this.data;
    const note = this.note.trim();
    const reason = this.reason.trim();
    const more = note ? {note} : {};
    if (this.mode === 'na') {
      return {body: {notApplicable: reason, ...more}, faults: reason ? [] : [{field: 'na-reason', text: t('clerk.fault.reason')}]};
    }
    if (this.mode === 'confirm') {
      return {body: {confirm: true, baselineVersion: criterion.baseline.version, ...more}, faults: []};
    }
    if (this.mode === undefined) {
      return {body: {}, faults: [{field: 'source-right', text: t('clerk.fault.source')}]};
    }
    const {inputs, faults} = inputsOf(criterion, this.typed);
    if (this.mode === 'contest') {
      const missing = reason ? [] : [{field: 'contest-reason', text: t('clerk.fault.reason')}];
      return {body: {inputs, contest: {reason}, baselineVersion: criterion.baseline.version, ...more}, faults: [...faults, ...missing]};
    }
    return {body: {inputs, ...more}, faults};
  }

  async store({next = false} = {}) {
    if (this.saving) {
      return;
    }
    const {criterion} = this.data;
    const {body, faults} = this.request();
    this.faults = faults;
    this.failed = null;
    if (faults.length) {
      await this.updateComplete;
      focusErrors(this);
      return;
    }
    this.saving = true;
    try {
      const {body: saved} = await save(this.params, criterion.id, body, this.etag);
      await dropDraft(this.params, criterion.id);
      await this.took(saved);
      if (next) {
        this.next();
      }
    } catch (refused) {
      if (!(refused instanceof Problem)) {
        throw refused;
      }
      await this.refused(refused, body);
    } finally {
      this.saving = false;
    }
  }

  /** The form has it: what stands here is what was saved. */
  async took(saved) {
    this.warnings = saved.warnings;
    await this.reload();
    this.state = 'saved';
  }

  async refused(refused, body) {
    const {criterion} = this.data;
    if (refused.status === 0) {
      this.state = 'queued';
      await keepDraft(this.params, criterion.id, this.draft('queued', body));
    } else if (isConflict(refused)) {
      await this.compare(body);
    } else if (refused.type === 'invalid-answer' || refused.errors.length) {
      this.faults = refused.errors.map(error => ({field: fieldOf(error.place), text: error.detail}));
      await this.updateComplete;
      focusErrors(this);
    } else {
      this.failed = refused;
    }
  }

  /** Somebody else wrote meanwhile: both side by side, and a choice. */
  async compare(body) {
    const form = await readForm(this.params);
    const theirs = find(form, this.data.criterion.id);
    this.data = {...this.data, form, criterion: theirs};
    await keepDraft(this.params, theirs.id, this.draft('conflict', body));
    this.conflict = {mine: body, theirs: theirs.answer};
    await this.updateComplete;
    this.querySelector('#conflict')?.focus();
  }

  async keepMine() {
    this.etag = this.conflict.theirs?.etag;
    this.conflict = null;
    await this.store();
  }

  async keepTheirs() {
    await dropDraft(this.params, this.data.criterion.id);
    this.conflict = null;
    await this.reload();
  }

  /** A queued draft of this page went out, or met somebody else's answer. */
  async wentOut({criterion, saved, conflict}) {
    if (criterion !== this.data?.criterion.id) {
      return;
    }
    if (saved) {
      await this.took(saved);
    } else if (conflict) {
      await this.reload();
    }
  }

  next() {
    const all = criteria(this.data.form);
    const from = all.findIndex(one => one.id === this.data.criterion.id);
    const later = [...all.slice(from + 1), ...all.slice(0, from)].find(one => open(this.data.form, one) && editable(this.data.form, one));
    go(later ? `/c/${this.params.c}/u/${this.params.u}/k/${later.id}` : `/c/${this.params.c}/u/${this.params.u}`);
  }

  body() {
    const {form, criterion, rule, limits} = this.data;
    const may = editable(form, criterion);
    const reopened = form.reopened?.find(one => one.criterion === criterion.id);
    return html`
      <p><a href=${link(this.params)}>← ${t('clerk.criterion.back')}</a></p>
      ${errorSummary(this.faults)}
      <h1><span class="soft">${criterion.id}</span> ${criterion.title}</h1>
      <p>${tag(t(`clerk.need.${need(form, criterion)}`), NEEDS[need(form, criterion)])} <span class="soft">${t('clerk.points.upTo', {max: maximum(criterion.maxPoints)})}</span></p>
      ${form.state === 'CLOSED' && may ? html`<div class="call todo"><p>${t('clerk.criterion.closed')}</p></div>` : nothing}
      ${reopened ? html`<div class="call todo"><p>${t('clerk.criterion.reopened', {until: dateTime(reopened.until)})}</p></div>` : nothing}
      ${criterion.corrected ? html`<div class="call todo"><p>${t(criterion.corrected.owed ? 'clerk.criterion.correctedOwed' : 'clerk.criterion.corrected', {letter: criterion.corrected.letter, date: day(criterion.corrected.date), until: dateTime(criterion.corrected.until)})}
        ${(lang() === 'vi' ? criterion.corrected.reasonVi : criterion.corrected.reasonEn) ?? ''}</p></div>` : nothing}
      ${criterion.remark ? html`<div class="call"><h2>${t('clerk.criterion.remark')}</h2><p>${criterion.remark.remark}</p></div>` : nothing}
      ${criterion.notAssigned ? html`<div class="call"><p>${t('clerk.criterion.notAssigned', {number: criterion.notAssigned.number, date: day(criterion.notAssigned.date)})}</p></div>` : nothing}
      <section class="card-box">
        <h2>${t('clerk.criterion.rule')}</h2>
        ${ruleInWords(rule?.scoring, criterion.maxPoints)}
        ${criterion.hint ? html`<p><strong>${t('clerk.criterion.hint')}</strong> ${criterion.hint}</p>` : nothing}
        ${criterion.dataSource ? html`<p class="soft">${t('clerk.criterion.dataSource', {source: criterion.dataSource})}</p>` : nothing}
        ${this.more(criterion)}
      </section>
      <mb-clerk-on-behalf .params=${this.params} .criterion=${criterion} @changed=${() => this.reload({focus: true})}></mb-clerk-on-behalf>
      ${this.conflict ? this.comparison(criterion) : nothing}
      ${this.conflict ? nothing : may ? this.editor(criterion) : this.reader(criterion)}
      ${criterion.evidenceExpected ? html`<section class="card-box">
        <h2>${t('clerk.files.heading')}</h2>
        ${bare(criterion) ? html`<p class="warning">${t('clerk.files.bare')}</p>` : nothing}
        <mb-clerk-evidence .params=${this.params} .criterion=${criterion.id} .files=${criterion.evidence} .limits=${limits}
          .known=${known(form)} ?readonly=${!may} @changed=${() => this.refreshFiles()}></mb-clerk-evidence>
      </section>` : nothing}
      <p><a href=${link(this.params, `/questions?criterion=${criterion.id}`)}>${t('clerk.criterion.ask')}</a></p>`;
  }

  /** Files change the form, not what is being typed. */
  async refreshFiles() {
    const form = await readForm(this.params);
    this.data = {...this.data, form, criterion: find(form, this.data.criterion.id)};
  }

  more(criterion) {
    const last = criterion.lastYear;
    return html`
      ${last?.inputs ? html`<p class="soft">${t('clerk.criterion.lastYear')} ${inputLines(criterion, last.inputs).map(line => `${line.label}: ${line.text}`).join('; ')}${last.points ? ` (${t('clerk.points.n', {points: points(last.points)})})` : ''}</p>` : nothing}
      ${criterion.planned?.length ? html`<p>${t('clerk.criterion.planned')}</p><ul>${criterion.planned.map(one => html`<li>${one.measure} (${day(one.due)})</li>`)}</ul>` : nothing}
      ${criterion.questions?.length ? html`<details><summary>${t('clerk.criterion.answered', {n: criterion.questions.length})}</summary>
        ${criterion.questions.map(one => html`<p><strong>${one.question}</strong><br>${one.answer}</p>`)}</details>` : nothing}`;
  }

  editor(criterion) {
    return html`<form class="card-box" novalidate @submit=${event => { event.preventDefault(); this.store(); }}>
      <h2>${t('clerk.criterion.answer')}</h2>
      ${this.failed ? problemBox(this.failed, () => this.store()) : nothing}
      ${criterion.contested && !criterion.answer ? html`<p class="warning">${t('clerk.criterion.setAside')}</p>` : nothing}
      ${criterion.baseline && this.mode !== 'na' ? this.source(criterion) : nothing}
      ${this.mode === 'inputs' || this.mode === 'contest'
        ? fields(criterion, {typed: this.typed, faults: this.faults, change: (path, value) => this.change(path, value)}) : nothing}
      ${this.mode === 'contest' ? this.text('contest-reason', 'reason', t('clerk.contest.reason')) : nothing}
      ${criterion.naAllowed ? html`<div class="form-check field"><input class="form-check-input" type="checkbox" id="na" .checked=${live(this.mode === 'na')}
          @change=${event => this.set('mode', event.target.checked ? 'na' : criterion.baseline ? undefined : 'inputs')}>
          <label class="form-check-label" for="na">${t('clerk.na.tick')} ${criterion.naReason ? html`<span class="soft">(${criterion.naReason})</span>` : nothing}</label></div>` : nothing}
      ${this.mode === 'na' ? this.text('na-reason', 'reason', t('clerk.na.label')) : nothing}
      ${this.text('note', 'note', t('clerk.note.label'), true)}
      ${criterion.awaitsBest ? html`<p class="soft">${t('clerk.criterion.awaitsBest')}</p>` : nothing}
      <output class="worth" for="note">${this.worth(criterion)}</output>
      ${this.warnings.length ? html`<div class="call todo"><h3>${t('clerk.criterion.warnings')}</h3><ul>${this.warnings.map(one => html`<li>${lang() === 'vi' ? one.vi : one.en}</li>`)}</ul></div>` : nothing}
      <p role="status" class="state state-${this.state}">${this.saying(criterion)}</p>
      <div class="actions">
        <button type="submit" class="btn btn-primary" aria-disabled=${this.saving ? 'true' : nothing}>${t('clerk.save')}</button>
        <button type="button" class="btn btn-outline-primary" @click=${() => this.store({next: true})}>${t('clerk.saveNext')}</button>
      </div>
    </form>`;
  }

  worth(criterion) {
    if (this.worthTyped) {
      return this.worthTyped.points === undefined ? nothing : t('clerk.worth.typed', {worth: worth(this.worthTyped.points, criterion.maxPoints)});
    }
    const saved = criterion.answer?.points;
    if (saved === undefined) {
      return nothing;
    }
    return this.state === 'saved' ? t('clerk.worth.saved', {worth: worth(saved, criterion.maxPoints)})
      : t('clerk.worth.before', {worth: worth(saved, criterion.maxPoints)});
  }

  saying(criterion) {
    switch (this.state) {
      case 'typed': return t('clerk.state.typed');
      case 'queued': return t('clerk.state.queued');
      case 'saved': return t('clerk.state.saved', {at: dateTime(criterion.answer?.savedAt ?? Date.now())});
      default: return '';
    }
  }

  source(criterion) {
    const figure = inputLines(criterion, criterion.baseline.inputs);
    const wrong = this.faults.some(fault => fault.field === 'source-right');
    return html`<div class="call"><h3>${t('clerk.source.heading')}</h3>
        <dl class="facts">${figure.map(line => html`<div><dt>${line.label}</dt><dd>${line.text}</dd></div>`)}</dl>
        <p class="soft">${t('clerk.source.from', {system: criterion.baseline.system, from: day(criterion.baseline.period.from), to: day(criterion.baseline.period.to), at: day(criterion.baseline.extractedAt)})}</p></div>
      <fieldset class="field ${wrong ? 'wrong' : ''}"><legend>${t('clerk.source.ask')}</legend>
        ${fieldError(this.faults, 'source-right')}
        ${[['confirm', 'source-right', t('clerk.source.right')], ['contest', 'source-wrong', t('clerk.source.wrong')]].map(([mode, id, label]) => html`
          <div class="form-check"><input class="form-check-input" type="radio" name="source" id=${id} .checked=${live(this.mode === mode)} @change=${() => this.set('mode', mode)}>
          <label class="form-check-label" for=${id}>${label}</label></div>`)}
      </fieldset>`;
  }

  text(id, name, label, optional = false) {
    const wrong = this.faults.some(fault => fault.field === id);
    return html`<div class="field ${wrong ? 'wrong' : ''}">
      <label class="form-label" for=${id}>${label}${optional ? html` <span class="soft">(${t('clerk.optional')})</span>` : nothing}</label>
      ${fieldError(this.faults, id)}
      <textarea class="form-control" id=${id} rows="2" maxlength="2000" aria-describedby=${wrong ? `${id}-error` : nothing}
        .value=${live(this[name])} @input=${event => this.set(name, event.target.value)}></textarea>
    </div>`;
  }

  reader(criterion) {
    const lines = criterion.inputKind === 'computed' ? inputLines(criterion, criterion.computed?.inputs ?? {}) : answerLines(criterion, asSent(criterion.answer));
    const got = criterion.answer?.points ?? criterion.computed?.points;
    return html`<section class="card-box"><h2>${t('clerk.criterion.answer')}</h2>
      ${criterion.inputKind === 'computed' ? html`<p>${t('clerk.criterion.computed')}</p>` : nothing}
      ${lines.length ? html`<dl class="facts">${lines.map(line => html`<div><dt>${line.label}</dt><dd>${line.text}</dd></div>`)}</dl>` : html`<p class="soft">${t('clerk.criterion.noAnswer')}</p>`}
      ${got === undefined ? nothing : html`<p><strong>${worth(got, criterion.maxPoints)}</strong></p>`}</section>`;
  }

  comparison(criterion) {
    const {mine, theirs} = this.conflict;
    const list = answer => html`<dl class="facts">${answerLines(criterion, answer).map(line => html`<div><dt>${line.label}</dt><dd>${line.text}</dd></div>`)}</dl>`;
    return html`<section class="call bad" id="conflict" tabindex="-1" aria-labelledby="conflict-title">
      <h2 id="conflict-title">${t('clerk.conflict.title')}</h2>
      <p>${t('clerk.conflict.text')}</p>
      <div class="side-by-side">
        <div class="card-box"><h3>${t('clerk.conflict.mine')}</h3>${list(mine)}
          <button class="btn btn-primary" @click=${() => this.keepMine()}>${t('clerk.conflict.keepMine')}</button></div>
        <div class="card-box"><h3>${t('clerk.conflict.theirs', {at: theirs ? dateTime(theirs.savedAt) : ''})}</h3>${list(asSent(theirs))}
          <button class="btn btn-outline-primary" @click=${() => this.keepTheirs()}>${t('clerk.conflict.keepTheirs')}</button></div>
      </div></section>`;
  }
}

const NEEDS = {exempt: 'plain', computed: 'plain', again: 'todo', confirm: 'todo', todo: 'todo', files: 'bad', done: 'good'};

/** Documents that the unit described before, each once. */
function known(form) {
  const seen = new Map();
  criteria(form).flatMap(criterion => criterion.evidence).filter(file => file.document)
    .forEach(file => seen.set(`${file.document.number}|${file.document.date}`, file.document));
  return [...seen.values()];
}

/** The field of a place that the server names. */
function fieldOf(place) {
  if (place.startsWith('inputs.')) {
    return idOf(place.slice('inputs.'.length));
  }
  return {notApplicable: 'na-reason', 'contest.reason': 'contest-reason', note: 'note'}[place] ?? null;
}

customElements.define('mb-clerk-criterion', CriterionPage);
