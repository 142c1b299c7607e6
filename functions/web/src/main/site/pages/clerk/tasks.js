import {html} from 'lit';
import {Page} from '../../shell/elements/page.js';
import {t} from '../../shell/i18n.js';

class Tasks extends Page {
  body() {
    return html`<h1>${t('clerk.tasks.title')}</h1>`;
  }
}
customElements.define('mb-clerk-tasks', Tasks);
