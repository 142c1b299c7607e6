import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {fieldError} from './error-summary.js';

/**
 * A labelled field with its fault and hint.
 *
 * @param rows more than one for several lines
 */
export function textField({id, label, value = '', change, faults, type = 'text', hint, rows = 1, most = 2000, size = '', autocomplete = 'off', disabled = false}) {
  const wrong = faults?.some(fault => fault.field === id);
  const described = [wrong && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || nothing;
  const input = event => change(event.target.value);
  return html`<div class="field ${wrong ? 'wrong' : ''}">
    <label class="form-label" for=${id}>${label}</label>
    ${hint ? html`<p class="field-hint" id="${id}-hint">${hint}</p>` : nothing}
    ${fieldError(faults, id)}
    ${rows > 1
      ? html`<textarea class="form-control" id=${id} rows=${rows} maxlength=${most} aria-describedby=${described} ?disabled=${disabled} .value=${live(value)} @input=${input}></textarea>`
      : html`<input class="form-control ${size}" id=${id} type=${type} maxlength=${most} autocomplete=${autocomplete} aria-describedby=${described} ?disabled=${disabled} .value=${live(value)} @input=${input}>`}
  </div>`;
}
