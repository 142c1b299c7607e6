/** Keys for who marks a thousand cells. Dead while something is typed or asked, and as a whole where somebody has put them off. */
import {html, nothing, render} from 'lit';
import {t} from '../../shell/i18n.js';

const OFF = 'minhbach.keys';

const kept = name => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

const keep = (name, value) => {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing: as before next time.
  }
};

/** Whether single keys do anything on this device. */
export const keysOn = () => kept(OFF) !== 'off';

const typing = target => target.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');

/**
 * Listens until it is stopped.
 *
 * @param actions by key: {label, run}, `label` a key of the words; `1–9` stands for nine keys, `run` gets which it was
 * @return stops it
 */
export function listen(actions) {
  const heard = event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || document.querySelector('dialog[open]')) {
      return;
    }
    if (typing(event.target)) {
      // Out of a field, so that the keys work again.
      if (event.key === 'Escape') {
        event.target.blur();
      }
      return;
    }
    if (event.key === '?') {
      event.preventDefault();
      showKeys(actions);
      return;
    }
    if (!keysOn()) {
      return;
    }
    const digit = /^[1-9]$/.test(event.key) && actions['1–9'];
    const action = digit || actions[event.key.toLowerCase()];
    if (action) {
      event.preventDefault();
      action.run(event.key);
    }
  };
  addEventListener('keydown', heard);
  return () => removeEventListener('keydown', heard);
}

/** The list of the keys, and the switch that puts them off. */
export function showKeys(actions) {
  const dialog = document.createElement('dialog');
  dialog.className = 'confirm';
  dialog.setAttribute('aria-labelledby', 'keys-title');
  const close = () => {
    dialog.close();
    dialog.remove();
  };
  dialog.addEventListener('cancel', event => {
    event.preventDefault();
    close();
  });
  const draw = () => render(html`<h2 id="keys-title">${t('appraiser.keys.title')}</h2>
    <p>${t('appraiser.keys.text')}</p>
    <dl class="facts">${Object.entries({...actions, Esc: {label: 'appraiser.keys.leave'}, '?': {label: 'appraiser.keys.title'}})
      .map(([key, action]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${t(action.label)}</dd></div>`)}</dl>
    <div class="form-check"><input class="form-check-input" type="checkbox" id="keys-on" .checked=${keysOn()}
      @change=${event => keep(OFF, event.target.checked ? 'on' : 'off')}>
      <label class="form-check-label" for="keys-on">${t('appraiser.keys.on')}</label></div>
    <div class="actions"><button class="btn btn-primary" @click=${close}>${t('appraiser.keys.close')}</button></div>`, dialog);
  draw();
  document.body.append(dialog);
  dialog.showModal();
}

/** A line that says that there are keys; for pages that have some. */
export const keysHint = actions => html`<p class="keys-hint"><button type="button" class="btn btn-link" @click=${() => showKeys(actions)}>${t('appraiser.keys.hint')}</button>${keysOn() ? nothing : html` <span class="soft">${t('appraiser.keys.off')}</span>`}</p>`;

const PHRASES = 'minhbach.phrases';
export const PHRASES_MOST = 9;

/** The phrases for reasons that this device keeps; those of the catalogue until somebody writes their own. */
export function phrases() {
  try {
    const own = JSON.parse(kept(PHRASES));
    if (Array.isArray(own) && own.every(one => typeof one === 'string')) {
      return own.slice(0, PHRASES_MOST);
    }
  } catch {
    // Not what was kept: the catalogue's.
  }
  return [1, 2, 3, 4, 5].map(n => t(`appraiser.phrase.${n}`));
}

export const keepPhrases = list => keep(PHRASES, JSON.stringify(list.slice(0, PHRASES_MOST)));
