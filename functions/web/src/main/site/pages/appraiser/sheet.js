import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {dateTime, day, maximum, points} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {hasRole} from '../../shell/session.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {confirm} from '../../shell/elements/confirm.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {textField} from '../../shell/elements/text-field.js';
import {tag} from '../../shell/elements/parts.js';
import {at, cellPath, hand, link, stateTag, walkThrough, worthOf} from './cells.js';

const DONE = ['SETTLED', 'NOTHING_SENT', 'NOT_ASSIGNED'];

/** A unit as a whole: every criterion, asking it to explain some, what was found there; who leads closes it here. */
class Sheet extends ActionPage {
  static properties = {...ActionPage.properties, chosen: {state: true}, only: {state: true}, told: {state: true}};

  constructor() {
    super();
    this.chosen = new Set();
    this.only = 'open';
  }

  keepsInput() {
    return this.chosen.size > 0 || super.keepsInput();
  }

  async load() {
    const {c, u} = this.params;
    const [{body: sheet, etag}, {body: visits}] = await Promise.all([api('GET', `${at(c, u)}/marks`), api('GET', `${at(c, u)}/findings`)]);
    return {sheet, etag, visits};
  }

  choose(criterion) {
    const chosen = new Set(this.chosen);
    chosen.has(criterion) ? chosen.delete(criterion) : chosen.add(criterion);
    this.chosen = chosen;
  }

  fieldOf(place) {
    const found = /^criteria\[(\d+)]\.question$/.exec(place);
    return found ? `question-${[...this.chosen][found[1]]}` : place;
  }

  ask(event) {
    event.preventDefault();
    const asked = [...this.chosen].map(criterion => ({criterion, question: (this.typed[`question-${criterion}`] ?? '').trim()}));
    const faults = asked.filter(one => !one.question).map(one => ({field: `question-${one.criterion}`, text: `${one.criterion}: ${t('appraiser.ask.missing')}`}));
    this.act(faults, async key => {
      await api('POST', `${at(this.params.c, this.params.u)}/explanations`, {body: {criteria: asked}, key});
      this.told = t('appraiser.ask.asked', {n: asked.length});
      this.chosen = new Set();
      this.typed = {};
      await this.reload();
    });
  }

  async close() {
    const {sheet} = this.data;
    if (!(await confirm({title: t('appraiser.close.title', {name: sheet.name}), text: t('appraiser.close.text'), yes: t('appraiser.close')}))) {
      return;
    }
    await this.act([], async key => {
      const {body} = await api('POST', `${at(this.params.c, this.params.u)}/appraisal`, {body: {}, etag: this.data.etag, key});
      this.told = t('appraiser.close.done', {appraised: points(body.appraised.points), self: points(body.self.points), max: maximum(body.appraised.max)});
      await this.reload();
    });
  }

  reopen(event) {
    event.preventDefault();
    const reason = (this.typed.reason ?? '').trim();
    this.act(reason ? [] : [{field: 'reason', text: t('appraiser.reason.missing')}], async key => {
      await api('POST', `${at(this.params.c, this.params.u)}/appraisal/reopening`, {body: {reason}, etag: this.data.etag, key});
      this.typed = {};
      this.told = t('appraiser.reopen.done');
      await this.reload();
    });
  }

  remember(shown) {
    walkThrough(shown.map(one => ({u: this.params.u, criterion: one.criterion})));
  }

  body() {
    const {sheet, visits} = this.data;
    const leads = hasRole('lead', 'deputy');
    const open = sheet.items.filter(one => !DONE.includes(one.state));
    const shown = {all: sheet.items, open, mine: sheet.items.filter(one => one.yours)}[this.only];
    const closed = sheet.state === 'APPRAISED';
    return html`<p><a href=${link(this.params.c)}>← ${t('appraiser.work.title')}</a></p>
      ${errorSummary(this.faults)}
      <h1>${sheet.name}</h1>
      <p>${tag(t(`clerk.formState.${sheet.state}`))} <span class="soft">${t('appraiser.sheet.self', {points: points(sheet.selfPoints), max: maximum(sheet.selfMax)})}</span></p>
      <p role="status" class="state state-saved">${this.told ?? ''}</p>
      ${this.failed ? problemBox(this.failed) : nothing}
      ${leads ? html`<section class="card-box"><h2>${t('appraiser.close.heading')}</h2>
        <p>${closed ? t('appraiser.close.closed') : sheet.open ? t('appraiser.close.open', {n: sheet.open}) : t('appraiser.close.ready')}</p>
        ${!closed && open.length ? html`<ul class="plain">${open.map(one => html`<li><a href=${'#' + cellPath(this.params.c, this.params.u, one.criterion)}>${one.criterion} ${one.title}</a> ${stateTag(one.state)}</li>`)}</ul>` : nothing}
        ${closed ? html`<form novalidate @submit=${event => this.reopen(event)}>${textField({id: 'reason', label: t('appraiser.reopen.why'), value: this.typed.reason, change: this.type('reason'), faults: this.faults, rows: 2})}<button class="btn btn-outline-danger">${t('appraiser.reopen')}</button></form>`
          : html`<button class="btn btn-primary" @click=${() => this.close()}>${t('appraiser.close')}</button>`}</section>` : nothing}
      <div class="field"><label class="form-label" for="only">${t('appraiser.sheet.show')}</label><select class="form-select medium" id="only" @change=${event => (this.only = event.target.value)}>
        ${['open', 'mine', 'all'].map(one => html`<option value=${one} ?selected=${one === this.only}>${t(`appraiser.sheet.${one}`)}</option>`)}</select></div>
      ${shown.length ? html`<table class="table folding grid"><caption>${t('appraiser.sheet.caption')}</caption>
        <thead><tr><th scope="col">${t('appraiser.criterion')}</th><th scope="col" class="n">${t('appraiser.self')}</th><th scope="col" class="n">${t('appraiser.counts')}</th><th scope="col">${t('appraiser.state')}</th></tr></thead>
        <tbody>${shown.map(one => html`<tr>
          <th scope="row"><div>${closed || one.state === 'NOT_ASSIGNED' ? nothing : html`<input class="form-check-input" type="checkbox" aria-label=${t('appraiser.ask.choose', {criterion: one.criterion})} .checked=${this.chosen.has(one.criterion)} @change=${() => this.choose(one.criterion)}>`}
            <a href=${'#' + cellPath(this.params.c, this.params.u, one.criterion)} @click=${() => this.remember(shown)}>${one.criterion} ${one.title}</a></div></th>
          <td class="n" data-label=${t('appraiser.self')}>${worthOf(one.self)}</td><td class="n" data-label=${t('appraiser.counts')}>${worthOf(one.counts)}</td>
          <td data-label=${t('appraiser.state')}><span>${stateTag(one.state)}${one.judgedOn === 'inspection' ? html` <span class="soft">${t('appraiser.onTheSpot')}</span>` : nothing}</span></td></tr>`)}</tbody></table>`
        : html`<p class="soft">${t('appraiser.sheet.none')}</p>`}
      ${this.chosen.size ? html`<form class="card-box" novalidate @submit=${event => this.ask(event)}><h2>${t('appraiser.ask')}</h2><p>${t('appraiser.ask.text')}</p>
        ${[...this.chosen].map(criterion => textField({id: `question-${criterion}`, label: t('appraiser.ask.of', {criterion}), value: this.typed[`question-${criterion}`], change: this.type(`question-${criterion}`), faults: this.faults, rows: 2}))}
        <button class="btn btn-primary">${t('appraiser.ask.send')}</button></form>` : nothing}
      ${visits.items.length || visits.minutes.length ? html`<section class="card-box"><h2>${t('appraiser.finding.title')}</h2>
        <ul>${visits.items.map(one => html`<li><strong>${one.criterion}: ${t(`appraiser.found.${one.found}`)}</strong> ${one.text} <span class="soft">(${hand(one.by)}, ${dateTime(one.at)})</span></li>`)}</ul>
        ${visits.minutes.map(one => html`<h3>${t('appraiser.minutes', {day: day(one.day)})}</h3><p>${one.conclusion}</p>${one.opinion ? html`<p>${t('appraiser.minutes.opinion', {text: one.opinion})}</p>` : nothing}<p class="soft">${one.representative}</p>`)}</section>` : nothing}`;
  }
}
customElements.define('mb-appraiser-sheet', Sheet);
