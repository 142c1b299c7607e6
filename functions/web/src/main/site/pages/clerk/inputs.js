/**
 * The fields of a criterion, for all nine kinds of rules. What is typed stays text, as `typed` {path: text, true, [ids]}, until
 * it is sent: what cannot be read is told beside its field and nothing is sent.
 */
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {maximum, number, parseNumber} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {fieldError} from '../../shell/elements/error-summary.js';

/** The id of the field of a path, as `in-tthc-a`. */
export const idOf = path => 'in-' + path.replaceAll('.', '-');

const join = (prefix, key) => (prefix ? `${prefix}.${key}` : key);

/** What is typed, from an answer that is there. */
export function typedOf(rule, inputs, prefix = '', typed = {}) {
  for (const input of rule.inputs ?? []) {
    const value = inputs?.[input.key];
    if (value !== undefined) {
      typed[join(prefix, input.key)] = typeof value === 'number' ? number(value) : value;
    }
  }
  if (rule.items && inputs?.items) {
    typed[join(prefix, 'items')] = [...inputs.items];
  }
  for (const part of rule.parts ?? []) {
    typedOf(part, inputs?.[part.key], join(prefix, part.key), typed);
  }
  return typed;
}

/**
 * The inputs of a request.
 *
 * @return {inputs, faults: [{field, text}], complete} `complete` where nothing is left empty
 */
export function inputsOf(rule, typed, prefix = '') {
  const inputs = {};
  const faults = [];
  let given = 0;
  let wanted = 0;
  for (const input of rule.inputs ?? []) {
    wanted++;
    const path = join(prefix, input.key);
    const value = typed[path];
    if (input.kind === 'boolean' || input.kind === 'choice') {
      if (value === undefined) {
        faults.push({field: idOf(path), text: t('clerk.fault.choose', {label: input.label}), empty: true});
      } else {
        inputs[input.key] = value;
        given++;
      }
      continue;
    }
    const read = parseNumber(value ?? '');
    if (read.empty) {
      faults.push({field: idOf(path), text: t('clerk.fault.empty', {label: input.label}), empty: true});
    } else if (read.fault === 'ambiguous') {
      faults.push({field: idOf(path), text: t('clerk.fault.ambiguous', {label: input.label, typed: value})});
    } else if (read.fault) {
      faults.push({field: idOf(path), text: t('clerk.fault.number', {label: input.label, typed: value})});
    } else if (input.kind === 'integer' && read.value.includes('.')) {
      faults.push({field: idOf(path), text: t('clerk.fault.whole', {label: input.label, typed: value})});
    } else {
      inputs[input.key] = Number(read.value);
      given++;
    }
  }
  if (rule.items) {
    inputs.items = typed[join(prefix, 'items')] ?? [];
  }
  for (const part of rule.parts ?? []) {
    const inner = inputsOf(part, typed, join(prefix, part.key));
    // Of alternatives one is enough: one that is left empty is not given.
    if (rule.rule === 'best' && inner.untouched) {
      continue;
    }
    inputs[part.key] = inner.inputs;
    faults.push(...inner.faults);
    given += inner.untouched ? 0 : 1;
    wanted++;
  }
  if (rule.rule === 'best' && given === 0) {
    faults.push({field: idOf(join(prefix, `${rule.parts[0].key}.${rule.parts[0].inputs[0]?.key ?? 'items'}`)), text: t('clerk.fault.alternative'), empty: true});
  }
  const ticked = rule.items && inputs.items.length > 0;
  return {inputs, faults, untouched: given === 0 && !ticked};
}

/**
 * The fields.
 *
 * @param change called with (path, value)
 */
export function fields(rule, {typed, faults, change, disabled = false}, prefix = '') {
  return html`
    ${(rule.inputs ?? []).map(input => field(rule, input, join(prefix, input.key), {typed, faults, change, disabled}))}
    ${rule.items ? checklist(rule, join(prefix, 'items'), {typed, change, disabled}) : nothing}
    ${(rule.parts ?? []).map(part => html`<fieldset class="part">
      <legend>${part.label} <span class="soft">(${t('clerk.points.upTo', {max: maximum(part.maxPoints)})})</span></legend>
      ${fields(part, {typed, faults, change, disabled}, join(prefix, part.key))}
    </fieldset>`)}`;
}

function field(rule, input, path, {typed, faults, change, disabled}) {
  const id = idOf(path);
  const wrong = faults?.some(fault => fault.field === id);
  if (input.kind === 'boolean') {
    const options = [{value: true, label: t('clerk.yes')}, {value: false, label: t('clerk.no')}];
    return radios(input.label, path, options, {typed, faults, change, disabled});
  }
  if (input.kind === 'choice') {
    const options = rule.options.map(option => ({value: option.value, label: option.label, points: option.points}));
    return radios(input.label, path, options, {typed, faults, change, disabled});
  }
  const read = parseNumber(typed[path] ?? '');
  return html`<div class="field ${wrong ? 'wrong' : ''}">
    <label class="form-label" for=${id}>${input.label}</label>
    ${fieldError(faults, id)}
    <input class="form-control short" id=${id} inputmode=${input.kind === 'integer' ? 'numeric' : 'decimal'} autocomplete="off"
      aria-describedby="${id}-echo ${wrong ? `${id}-error` : ''}" aria-invalid=${wrong ? 'true' : nothing}
      .value=${live(typed[path] ?? '')} ?disabled=${disabled}
      @input=${event => change(path, event.target.value)}>
    <p class="echo" id="${id}-echo">${read.value !== undefined && typed[path].trim() !== number(read.value)
      ? t('clerk.readAs', {value: number(read.value)}) : ''}</p>
  </div>`;
}

function radios(label, path, options, {typed, faults, change, disabled}) {
  const id = idOf(path);
  const wrong = faults?.some(fault => fault.field === id);
  return html`<fieldset class="field ${wrong ? 'wrong' : ''}">
    <legend>${label}</legend>
    ${fieldError(faults, id)}
    ${options.map((option, i) => html`<div class="form-check">
      <input class="form-check-input" type="radio" name=${id} id=${i === 0 ? id : `${id}-${i}`} ?disabled=${disabled}
        .checked=${live(typed[path] === option.value)} @change=${() => change(path, option.value)}>
      <label class="form-check-label" for=${i === 0 ? id : `${id}-${i}`}>${option.label}
        ${option.points === undefined ? nothing : html`<span class="soft">(${t('clerk.points.n', {points: maximum(option.points)})})</span>`}</label>
    </div>`)}
  </fieldset>`;
}

function checklist(rule, path, {typed, change, disabled}) {
  const ticked = typed[path] ?? [];
  const id = idOf(path);
  return html`<fieldset class="field">
    <legend>${t('clerk.checklist.legend')}</legend>
    ${rule.items.map((item, i) => html`<div class="form-check">
      <input class="form-check-input" type="checkbox" id=${i === 0 ? id : `${id}-${i}`} ?disabled=${disabled}
        .checked=${live(ticked.includes(item.id))}
        @change=${event => change(path, event.target.checked ? [...ticked, item.id] : ticked.filter(other => other !== item.id))}>
      <label class="form-check-label" for=${i === 0 ? id : `${id}-${i}`}>${item.label}
        <span class="soft">(${t('clerk.points.n', {points: maximum(item.points)})})</span></label>
    </div>`)}
  </fieldset>`;
}
