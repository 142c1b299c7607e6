import {html, nothing} from 'lit';
import {t} from '../i18n.js';

/**
 * What is wrong with what was typed, at the top, each line leading to its field. Faults without a field stand there in words
 * alone.
 *
 * @param faults [{field, text}], `field` the id of an input
 */
export function errorSummary(faults, heading = t('shell.errors.heading')) {
  if (!faults?.length) {
    return nothing;
  }
  return html`<div class="error-summary" role="alert" tabindex="-1" aria-labelledby="error-summary-title">
    <h2 id="error-summary-title">${heading}</h2>
    <ul>
      ${faults.map(fault => html`<li>${fault.field
        ? html`<a href="#${fault.field}" @click=${event => leadTo(event, fault.field)}>${fault.text}</a>`
        : fault.text}</li>`)}
    </ul>
  </div>`;
}

/** The fault of one field, beside it; the field names it by aria-describedby. */
export function fieldError(faults, field) {
  const own = faults?.filter(fault => fault.field === field) ?? [];
  return own.length ? html`<p class="field-error" id="${field}-error">${own.map(fault => fault.text).join(' ')}</p>` : nothing;
}

/** Moves the focus to the summary of `root`. */
export function focusErrors(root) {
  root.querySelector('.error-summary')?.focus();
}

function leadTo(event, id) {
  // The address belongs to the router.
  event.preventDefault();
  const field = document.getElementById(id);
  field?.scrollIntoView({block: 'center'});
  field?.focus({preventScroll: true});
}
