import {html} from 'lit';
import {live} from 'lit/directives/live.js';

/** A labelled tick. */
export const checkField = ({id, label, checked, change, disabled = false}) => html`<div class="form-check">
  <input class="form-check-input" type="checkbox" id=${id} ?disabled=${disabled} .checked=${live(!!checked)} @change=${event => change(event.target.checked)}>
  <label class="form-check-label" for=${id}>${label}</label></div>`;
