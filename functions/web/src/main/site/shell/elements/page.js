import {html, nothing} from 'lit';
import {Problem} from '../api.js';
import {t} from '../i18n.js';
import {focusHeading} from '../router.js';
import {signInAgain} from '../session.js';
import {Element} from './element.js';

/**
 * What every page does: read what it needs, say so while it reads, say what went wrong and offer to try again, and be drawn
 * anew in the other language. A page implements `load()`, which answers `this.data`, and `body()`.
 */
export class Page extends Element {
  static properties = {
    data: {state: true},
    problem: {state: true},
    params: {attribute: false},
    query: {attribute: false},
  };

  constructor() {
    super();
    this.data = null;
    this.problem = null;
    this.params = {};
    this.query = new URLSearchParams();
  }

  connectedCallback() {
    super.connectedCallback();
    this.reload({focus: true});
  }

  /**
   * In the other language at once; what the server says comes in the language that was asked for, so it is read anew unless
   * something is being typed.
   */
  relabel() {
    super.relabel();
    if (!this.keepsInput?.()) {
      this.reload();
    }
  }

  async load() {
    return {};
  }

  async reload({focus = false} = {}) {
    try {
      this.data = await this.load();
      this.problem = null;
    } catch (refused) {
      if (!(refused instanceof Problem)) {
        throw refused;
      }
      this.problem = refused;
    }
    await this.updateComplete;
    if (focus && this.isConnected) {
      focusHeading(this);
    }
  }

  render() {
    if (this.problem && !this.data) {
      return html`<h1>${t('shell.problem.heading')}</h1>${problemBox(this.problem, () => this.reload({focus: true}))}`;
    }
    return this.data ? this.body() : html`<p role="status" class="loading">${t('shell.loading')}</p>`;
  }

  body() {
    return nothing;
  }
}

/** A refusal in words, with what can be done: try again, or sign in again in a small window. */
export function problemBox(problem, again) {
  const signedOut = problem.type === 'signed-out';
  return html`<div class="alert alert-danger" role="alert">
    <p class="mb-2">${problem.detail}</p>
    ${problem.errors.length ? html`<ul class="mb-2">${problem.errors.map(error => html`<li>${error.detail}</li>`)}</ul>` : nothing}
    ${signedOut
      ? html`<button class="btn btn-primary" @click=${async () => { if (await signInAgain()) { again?.(); } else { location.reload(); } }}>${t('shell.signInAgain')}</button>`
      : again ? html`<button class="btn btn-outline-danger" @click=${again}>${t('shell.tryAgain')}</button>` : nothing}
  </div>`;
}
