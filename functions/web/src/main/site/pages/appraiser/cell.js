import {html, nothing} from 'lit';
import {api, Problem} from '../../shell/api.js';
import {dateTime, day, maximum, points} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {go} from '../../shell/router.js';
import {hasRole} from '../../shell/session.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {confirm} from '../../shell/elements/confirm.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {textField} from '../../shell/elements/text-field.js';
import {answerLines, inputLines, ruleInWords} from '../clerk/rules.js';
import {find, readRules} from '../clerk/form.js';
import {at, cellPath, hand, link, position, readings, stateTag, step, walkThrough, worthOf} from './cells.js';
import {keysHint, listen} from './keys.js';
import './viewer.js';
import './mark.js';

/** A claim beside its evidence, and the judgement of it: one criterion of one unit. */
class CellPage extends ActionPage {
  static properties = {...ActionPage.properties, told: {state: true}, changed: {state: true}, past: {state: true}};

  constructor() {
    super();
    this.actions = {
      j: {label: 'appraiser.keys.next', run: () => this.step(1)},
      k: {label: 'appraiser.keys.previous', run: () => this.step(-1)},
      a: {label: 'appraiser.keys.agree', run: () => this.judges && this.mark({agree: true})},
      r: {label: 'appraiser.keys.reason', run: () => this.querySelector('#reason')?.focus()},
      '1–9': {label: 'appraiser.keys.phrase', run: key => this.panel?.phrase(Number(key))},
      i: {label: 'appraiser.keys.inputs', run: () => this.panel?.choose('inputs')},
      p: {label: 'appraiser.keys.points', run: () => this.panel?.choose('points')},
      c: {label: 'appraiser.keys.confirm', run: () => this.stale && this.mark({confirm: true})},
      s: {label: 'appraiser.keys.sign', run: () => this.signs && this.mark({countersign: true})},
      f: {label: 'appraiser.keys.file', run: () => this.querySelector('mb-appraiser-viewer')?.next()},
      g: {label: 'appraiser.keys.grid', run: () => this.data && go(`/c/${this.params.c}/appraise/g/${this.data.sheet.group}/k/${this.params.criterion}`)},
    };
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = listen(this.actions);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  get panel() {
    return this.querySelector('mb-appraiser-mark');
  }

  get judges() {
    const {cell} = this.data ?? {};
    const standing = cell?.readings.some(one => !one.clearedAt);
    return !!cell && !['NOT_ASSIGNED', 'NOTHING_SENT'].includes(cell.state) && (!!cell.yours || (standing && hasRole('lead', 'deputy')));
  }

  get stale() {
    return this.data?.cell.state === 'STALE' && this.judges;
  }

  get signs() {
    return this.data?.cell.state === 'AWAITS_COUNTERSIGN' && (!this.data.cell.yours || hasRole('lead', 'deputy'));
  }

  keepsInput() {
    return !!this.panel?.dirty;
  }

  /** A judgement that is being written is not lost by a key. */
  async mayLeave() {
    return !this.panel?.dirty || confirm({title: t('appraiser.leave'), text: t('appraiser.leave.text'), yes: t('appraiser.leave.yes'), danger: true});
  }

  async load() {
    const {c, u, criterion} = this.params;
    // The sheet first: what it calls seen is then never newer than what stands on the page.
    const {body: sheet} = await api('GET', `${at(c, u)}/marks`);
    const [{body: form}, {body: heard}, {body: visits}] = await Promise.all([
      api('GET', `${at(c, u)}/form`), api('GET', `${at(c, u)}/explanations`), api('GET', `${at(c, u)}/findings`)]);
    const cell = sheet.items.find(one => one.criterion === criterion);
    const field = find(form, criterion);
    if (!cell || !field) {
      throw new Problem(404, {detail: t('clerk.criterion.none', {criterion})});
    }
    const rule = (await readRules({c}, form)).get(criterion);
    if (step(u, criterion, 0) === null) {
      const {body} = await api('GET', `/campaigns/${c}/appraisal/queue?group=${sheet.group}&criterion=${encodeURIComponent(criterion)}&limit=50`);
      walkThrough(body.items.map(line => ({u: line.unit, criterion: line.criterion})));
    }
    return {
      sheet, cell, form, field, rule,
      rounds: heard.items.find(one => one.criterion === criterion)?.rounds ?? [],
      findings: visits.items.filter(one => one.criterion === criterion),
      files: [...field.evidence.filter(file => file.state !== 'EXPIRED'), ...visits.files.filter(file => visits.items.some(one => one.criterion === criterion && one.evidence?.includes(file.evidenceId)))],
    };
  }

  step(by) {
    const next = step(this.params.u, this.params.criterion, by);
    if (next) {
      go(cellPath(this.params.c, next.u, next.criterion));
    } else {
      this.told = t(by > 0 ? 'appraiser.cell.last' : 'appraiser.cell.first');
    }
  }

  fieldOf(place) {
    return place.startsWith('inputs.') ? 'in-' + place.slice('inputs.'.length).replaceAll('.', '-') : place;
  }

  async mark(said, faults = []) {
    const {c, u, criterion} = this.params;
    const {cell} = this.data;
    this.told = '';
    this.changed = '';
    await this.act(faults, async () => {
      try {
        const {body} = await api('PUT', `${at(c, u)}/marks/${criterion}`, {body: {...said, ...(said.countersign || said.clear ? {} : {seen: cell.seen})}, etag: cell.etag});
        this.panel?.clear();
        this.data = {...this.data, cell: body};
        this.told = t(`appraiser.told.${Object.keys(said).find(name => ['agree', 'confirm', 'countersign', 'clear'].includes(name)) ?? 'marked'}`, {state: t(`appraiser.state.${body.state}`)});
      } catch (refused) {
        if (!(refused instanceof Problem) || ![412, 428].includes(refused.status)) {
          throw refused;
        }
        // Somebody wrote meanwhile: what is typed stays, what lies before the reader is read anew.
        await this.reload();
        this.changed = refused.detail;
      }
    });
  }

  async ask(event) {
    event.preventDefault();
    const question = (this.typed.question ?? '').trim();
    await this.act(question ? [] : [{field: 'question', text: t('appraiser.ask.missing')}], async key => {
      await api('POST', `${at(this.params.c, this.params.u)}/explanations`, {body: {criteria: [{criterion: this.params.criterion, question}]}, key});
      this.typed = {};
      await this.reload();
      this.told = t('appraiser.ask.asked', {n: 1});
    });
  }

  async history(event) {
    if (event.target.open && !this.past) {
      const {body} = await api('GET', `${at(this.params.c, this.params.u)}/criteria/${this.params.criterion}/history`);
      this.past = body.items;
    }
  }

  body() {
    const {sheet, cell, form, field, rule, rounds} = this.data;
    // Who agreed agrees with what the unit says now.
    const agreed = standing(cell)?.basis === 'AGREED';
    const where = position(this.params.u, this.params.criterion);
    return html`
      <p><a href=${link(this.params.c, `/g/${sheet.group}/k/${cell.criterion}`)}>← ${cell.criterion} ${t('appraiser.cell.column')}</a> · <a href=${link(this.params.c, `/u/${encodeURIComponent(this.params.u)}`)}>${t('appraiser.cell.sheet')}</a></p>
      ${errorSummary(this.faults)}
      <h1>${sheet.name}</h1>
      <p class="lead">${cell.criterion} ${cell.title} <span class="soft">(${t('appraiser.upTo', {max: maximum(cell.maxPoints)})})</span></p>
      <p>${stateTag(cell.state)} ${cell.yours ? html`<span class="soft">${t(`appraiser.yours.${cell.yours}`)}</span>` : nothing}
        ${where ? html`<span class="soft">· ${t('appraiser.cell.position', where)}</span>` : nothing}</p>
      ${keysHint(this.actions)}
      <p role="status" class="state state-saved">${this.told ?? ''}</p>
      ${this.changed ? html`<div class="call todo" role="alert"><p>${this.changed}</p><p>${t('appraiser.cell.readAgain')}</p></div>` : nothing}
      ${this.failed ? problemBox(this.failed) : nothing}
      ${cell.state === 'STALE' ? html`<div class="call bad"><h2>${t('appraiser.stale.title')}</h2><p>${t('appraiser.stale.text', {what: (cell.moved ?? []).map(one => t(`appraiser.moved.${one}`)).join(', ')})}</p>
        ${this.stale ? html`<button class="btn btn-primary" @click=${() => this.mark({confirm: true})}>${agreed ? t('appraiser.stale.agree', {worth: worthOf(cell.self)}) : t('appraiser.stale.confirm', {worth: worthOf(standing(cell)?.worth)})}</button>` : nothing}</div>` : nothing}
      <div class="split">
        <div>
          <section class="card-box"><h2>${t('appraiser.claim')}</h2>${this.claim(cell, field)}</section>
          <section class="card-box"><h2>${t('appraiser.rule')}</h2>${ruleInWords(rule?.scoring, cell.maxPoints)}${field.hint ? html`<p class="soft">${field.hint}</p>` : nothing}</section>
          ${rounds.length ? this.hearing(rounds) : nothing}
          ${this.data.findings.map(one => html`<section class="card-box"><h2>${t('appraiser.finding.title')}</h2><p><strong>${t(`appraiser.found.${one.found}`)}</strong> ${one.text}</p><p class="soft">${hand(one.by)}, ${dateTime(one.at)}</p></section>`)}
          <section class="card-box"><h2>${t('appraiser.readings')}</h2>${readings(cell)}
            ${cell.lacks ? html`<p>${t('appraiser.lacks', {who: cell.lacks.map(one => t(`appraiser.lack.${one}`)).join(', ')})}</p>` : nothing}
            ${this.signs ? html`<button class="btn btn-primary" @click=${() => this.mark({countersign: true})}>${t('appraiser.sign')}</button>` : nothing}</section>
          ${this.judges ? html`<mb-appraiser-mark .rule=${rule} .field=${field} .cell=${cell} .faults=${this.faults} .busy=${this.busy}
            @mark=${event => this.mark(event.detail.said, event.detail.faults)}></mb-appraiser-mark>` : html`<p class="soft">${t('appraiser.notYours')}</p>`}
        </div>
        <section class="card-box beside"><h2>${t('clerk.files.heading')}</h2>
          <mb-appraiser-viewer .c=${this.params.c} .u=${this.params.u} .files=${this.data.files}></mb-appraiser-viewer></section>
      </div>
      ${form.state === 'APPRAISED' ? nothing : html`<details><summary>${t('appraiser.ask')}</summary><form novalidate @submit=${event => this.ask(event)}>
        ${textField({id: 'question', label: t('appraiser.ask.question'), value: this.typed.question, change: this.type('question'), faults: this.faults, rows: 3})}
        <button class="btn btn-outline-primary">${t('appraiser.ask.send')}</button></form></details>`}
      <details @toggle=${event => this.history(event)}><summary>${t('appraiser.history')}</summary>
        ${this.past ? html`<ol class="history">${this.past.map(one => html`<li><p class="soft">${dateTime(one.at)} · ${one.who}</p><p>${one.what}</p></li>`)}</ol>` : html`<p>${t('shell.loading')}</p>`}</details>`;
  }

  claim(cell, field) {
    const said = answerLines(field, cell.answer);
    const source = field.baseline ?? field.computed;
    const last = field.lastYear;
    return html`
      ${said.length ? list(said) : html`<p class="soft">${t('appraiser.claim.none')}</p>`}
      <p><strong>${t('appraiser.self')}: ${worthOf(cell.self)}</strong></p>
      ${cell.bySource ? html`<p>${t('appraiser.bySource')}</p>` : nothing}
      ${source ? html`<h3>${t('clerk.source.heading')}</h3>${list(inputLines(field, source.inputs))}
        ${field.baseline ? html`<p class="soft">${t('clerk.source.from', {system: source.system, from: day(source.period.from), to: day(source.period.to), at: day(source.extractedAt)})}</p>` : nothing}` : nothing}
      ${last?.inputs ? html`<h3>${t('appraiser.lastYear')}</h3>${list(inputLines(field, last.inputs))}${last.points ? html`<p>${t('clerk.points.n', {points: points(last.points)})}</p>` : nothing}` : nothing}
      ${field.remark ? html`<h3>${t('clerk.criterion.remark')}</h3><p>${field.remark.remark}</p>` : nothing}`;
  }

  hearing(rounds) {
    return html`<section class="card-box"><h2>${t('appraiser.hearing')}</h2>${rounds.map(one => html`
      <p><strong>${one.question}</strong> <span class="soft">(${t('appraiser.hearing.until', {at: dateTime(one.until)})})</span></p>
      ${one.answer ? html`<p>${one.answer.text}</p>` : html`<p class="soft">${t(one.silent ? `appraiser.silent.${one.silent}` : 'appraiser.hearing.waits')}</p>`}
      ${one.confirmed ? html`<p class="soft">${t('appraiser.hearing.confirmed', {number: one.confirmed.letterNumber, at: dateTime(one.confirmed.at), judgeBy: dateTime(one.confirmed.judgeBy)})}</p>` : nothing}`)}</section>`;
  }
}

const list = lines => html`<dl class="facts">${lines.map(line => html`<div><dt>${line.label}</dt><dd>${line.text}</dd></div>`)}</dl>`;
const standing = cell => cell.readings.filter(one => !one.clearedAt).at(-1);

customElements.define('mb-appraiser-cell', CellPage);
