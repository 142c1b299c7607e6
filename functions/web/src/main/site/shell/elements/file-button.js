import {html, nothing} from 'lit';

/** Chooses files by a button in the page's own language: the browser's own speaks the browser's. */
export function fileButton({id, label, accept, multiple = false, described, chosen}) {
  return html`<input class="visually-hidden file-choose" type="file" id=${id} ?multiple=${multiple} accept=${accept} aria-describedby=${described ?? nothing}
      @change=${event => { const files = [...event.target.files]; event.target.value = ''; chosen(files); }}>
    <label class="btn btn-outline-primary" for=${id}>${label}</label>`;
}
