import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {fieldError} from './error-summary.js';

/**
 * A labelled choice among few, with its fault and hint.
 *
 * @param options [[value, label]]
 * @param none label of choosing nothing; without it something is always chosen
 */
export function selectField({id, label, value = '', options, none, change, faults, hint, size = ''}) {
  const wrong = faults?.some(fault => fault.field === id);
  const described = [wrong && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || nothing;
  return html`<div class="field ${wrong ? 'wrong' : ''}">
    <label class="form-label" for=${id}>${label}</label>
    ${hint ? html`<p class="field-hint" id="${id}-hint">${hint}</p>` : nothing}
    ${fieldError(faults, id)}
    <select class="form-select ${size}" id=${id} aria-describedby=${described} .value=${live(value)} @change=${event => change(event.target.value)}>
      ${none === undefined ? nothing : html`<option value="">${none}</option>`}
      ${options.map(([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`)}
    </select></div>`;
}
