import {html, nothing, render} from 'lit';
import {t} from '../i18n.js';

/**
 * Asks before what cannot be taken back. The browser's own dialog element keeps focus and escape right.
 *
 * @return a promise of whether it was confirmed
 */
export function confirm({title, text, yes, no = t('shell.cancel'), danger = false}) {
  const dialog = document.createElement('dialog');
  dialog.className = 'confirm';
  dialog.setAttribute('aria-labelledby', 'confirm-title');
  return new Promise(resolve => {
    const close = answer => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    dialog.addEventListener('cancel', event => {
      event.preventDefault();
      close(false);
    });
    render(html`<h2 id="confirm-title">${title}</h2>
      ${text ? html`<p>${text}</p>` : nothing}
      <div class="actions">
        <button class="btn ${danger ? 'btn-danger' : 'btn-primary'}" @click=${() => close(true)}>${yes}</button>
        <button class="btn btn-outline-secondary" @click=${() => close(false)}>${no}</button>
      </div>`, dialog);
    document.body.append(dialog);
    dialog.showModal();
  });
}
