import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {maximum, number, parseNumber, points} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {attainable, score} from '../../shell/core.js';
import {Element} from '../../shell/elements/element.js';
import {textField} from '../../shell/elements/text-field.js';
import {fields, inputsOf, typedOf} from '../clerk/inputs.js';
import {keepPhrases, phrases, PHRASES_MOST} from './keys.js';

/**
 * The judgement of a cell as it is written: agreed, other figures, points, or whether it applies; and why.
 *
 * Fires `mark` with {said, faults}: the body of the request, or what is wrong with what was typed.
 */
class MarkPanel extends Element {
  static properties = {
    rule: {attribute: false}, field: {attribute: false}, cell: {attribute: false}, faults: {attribute: false}, busy: {attribute: false},
    way: {state: true}, typed: {state: true}, reason: {state: true}, given: {state: true}, worth: {state: true}, editing: {state: true}, few: {state: true},
  };

  constructor() {
    super();
    this.faults = [];
    this.clear();
  }

  clear() {
    this.way = 'agree';
    this.typed = null;
    this.reason = '';
    this.given = '';
    this.worth = null;
    this.editing = null;
  }

  get dirty() {
    return !!this.reason || !!this.given || this.way !== 'agree';
  }

  get claimsNone() {
    return this.cell.self.notApplicable === true;
  }

  ways() {
    return [
      'agree',
      ...(this.field.inputs.length || this.field.items || this.field.parts ? ['inputs'] : []),
      'points',
      ...(this.claimsNone ? ['applies'] : this.field.naAllowed ? ['notApplicable'] : []),
    ];
  }

  async choose(way) {
    if (!this.ways().includes(way)) {
      return;
    }
    this.way = way;
    if (way === 'points' && this.few === undefined) {
      this.few = null;
      attainable(this.rule).then(list => (this.few = list));
    }
    if (way === 'inputs') {
      this.typed ??= typedOf(this.field, this.cell.answer?.inputs ?? this.field.baseline?.inputs ?? {});
    }
    await this.updateComplete;
    this.querySelector(way === 'points' ? '#points' : way === 'inputs' ? '[id^="in-"]' : '#way-agree')?.focus();
  }

  /** Puts a phrase into the reason, after what stands there. */
  phrase(n) {
    const chosen = phrases()[n - 1];
    if (chosen) {
      this.reason = this.reason.trim() ? `${this.reason.trim()} ${chosen}` : chosen;
    }
  }

  change(path, value) {
    this.typed = {...this.typed, [path]: value};
    this.value();
  }

  async value() {
    const {inputs, faults} = inputsOf(this.field, this.typed);
    const asked = (this.asking = {});
    const got = faults.length ? null : await score(this.rule, {inputs});
    if (asked === this.asking) {
      this.worth = got;
    }
  }

  send(event) {
    event.preventDefault();
    const faults = [];
    const said = {};
    const reason = this.reason.trim();
    if (this.way === 'agree') {
      said.agree = true;
    } else if (this.way === 'inputs') {
      const read = inputsOf(this.field, this.typed);
      faults.push(...read.faults);
      said.inputs = read.inputs;
    } else if (this.way === 'points') {
      const read = parseNumber(this.given);
      if (read.value === undefined) {
        faults.push({field: 'points', text: t(read.empty ? 'appraiser.points.missing' : 'appraiser.points.wrong', {typed: this.given})});
      } else {
        said.points = read.value;
      }
    } else {
      said.notApplicable = this.way === 'notApplicable';
    }
    if (this.way !== 'agree' && !reason) {
      faults.push({field: 'reason', text: t('appraiser.reason.missing')});
    }
    if (reason) {
      said.reason = reason;
    }
    this.dispatchEvent(new CustomEvent('mark', {detail: {said, faults}}));
  }

  render() {
    return html`<form class="card-box" novalidate @submit=${event => this.send(event)} @keydown=${event => event.key === 'Enter' && event.ctrlKey && this.send(event)}>
      <h2>${t('appraiser.mark')}</h2>
      <fieldset class="field"><legend class="visually-hidden">${t('appraiser.mark')}</legend>
        ${this.ways().map(way => html`<div class="form-check"><input class="form-check-input" type="radio" name="way" id="way-${way}" .checked=${live(this.way === way)} @change=${() => this.choose(way)}>
          <label class="form-check-label" for="way-${way}">${t(`appraiser.way.${way}`)}</label></div>`)}</fieldset>
      ${this.way === 'inputs' ? html`${fields(this.field, {typed: this.typed, faults: this.faults, change: (path, value) => this.change(path, value)})}
        <output class="worth">${this.worth?.points === undefined ? '' : t('appraiser.worth', {points: points(this.worth.points)})}</output>` : nothing}
      ${this.way === 'points' ? this.points() : nothing}
      ${textField({id: 'reason', label: t('appraiser.reason'), hint: t('appraiser.reason.hint'), value: this.reason, change: value => (this.reason = value), faults: this.faults, rows: 2})}
      ${this.editing ? this.editor() : html`<div class="phrases"><p class="field-hint">${t('appraiser.phrases')}</p>
        ${phrases().map((one, i) => html`<button type="button" class="btn btn-outline-secondary" @click=${() => this.phrase(i + 1)}><kbd>${i + 1}</kbd> ${one}</button>`)}
        <button type="button" class="btn btn-link" @click=${() => (this.editing = phrases().join('\n'))}>${t('appraiser.phrases.edit')}</button></div>`}
      <div class="actions"><button class="btn btn-primary" aria-disabled=${this.busy ? 'true' : nothing}>${t('appraiser.mark.save')}</button></div>
    </form>`;
  }

  points() {
    const list = this.few?.map(Number);
    const read = parseNumber(this.given);
    const outside = list && read.value !== undefined && !list.includes(Number(read.value));
    return html`${list ? html`<div class="phrases"><p class="field-hint">${t('appraiser.points.gives')}</p>
        ${list.map(one => html`<button type="button" class="btn btn-outline-secondary" @click=${() => (this.given = number(String(one)))}>${maximum(one)}</button>`)}</div>` : nothing}
      ${textField({id: 'points', label: t('appraiser.points', {max: maximum(this.cell.maxPoints)}), value: this.given, change: value => (this.given = value), faults: this.faults, size: 'short', most: 8})}
      ${outside ? html`<p class="warning">${t('appraiser.points.outside')}</p>` : nothing}`;
  }

  editor() {
    return html`${textField({id: 'phrases', label: t('appraiser.phrases.own'), hint: t('appraiser.phrases.hint', {n: PHRASES_MOST}), value: this.editing, change: value => (this.editing = value), rows: 6})}
      <div class="actions"><button type="button" class="btn btn-outline-primary" @click=${() => { keepPhrases(this.editing.split('\n').map(one => one.trim()).filter(Boolean)); this.editing = null; }}>${t('appraiser.phrases.keep')}</button>
        <button type="button" class="btn btn-link" @click=${() => (this.editing = null)}>${t('shell.cancel')}</button></div>`;
  }
}
customElements.define('mb-appraiser-mark', MarkPanel);
