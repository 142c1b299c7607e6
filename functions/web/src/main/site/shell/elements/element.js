import {LitElement} from 'lit';
import {onLang} from '../i18n.js';

/** What all our elements are: in the page itself, not in a shadow, and drawn anew in the other language. */
export class Element extends LitElement {
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopLang = onLang(() => this.relabel());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopLang();
  }

  relabel() {
    this.requestUpdate();
  }
}
