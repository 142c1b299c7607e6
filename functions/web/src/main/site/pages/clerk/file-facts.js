import {html, nothing} from 'lit';
import {api, Problem} from '../../shell/api.js';
import {dateTime} from '../../shell/format.js';
import {lang, t} from '../../shell/i18n.js';
import {Element} from '../../shell/elements/element.js';
import {facts, tag} from '../../shell/elements/parts.js';

const LAYERS = {TEXT: 'good', SCAN: 'todo', MIXED: 'wait', NEITHER: 'bad'};
const SOUND = {INTACT: 'good', BROKEN: 'bad', NOT_CHECKED: 'plain', VERIFIED: 'good', NOT_VERIFIED: 'bad'};

/**
 * What a PDF says of itself: pages, text or scan, signatures and whom their certificates name. Asked for when somebody wants
 * to know: a form has hundreds of files. A fact is not a verdict, and the page says so.
 */
class FileFacts extends Element {
  static properties = {path: {attribute: false}, name: {attribute: false}, found: {state: true}, told: {state: true}};

  willUpdate(changed) {
    // Lit gives an element that stands there another file when the list before it changes.
    if (changed.has('path') && changed.get('path') !== undefined) {
      this.found = null;
      this.told = null;
    }
  }

  async ask() {
    if (this.found) {
      this.found = null;
      return;
    }
    const path = this.path;
    this.told = t('shell.loading');
    try {
      const {body} = await api('GET', `${path}/facts`);
      if (path === this.path) {
        this.found = body;
        this.told = null;
      }
    } catch (refused) {
      if (!(refused instanceof Problem)) {
        throw refused;
      }
      this.told = refused.status === 404 ? t('clerk.facts.notYet') : refused.detail;
    }
  }

  relabel() {
    super.relabel();
    this.told = null;
  }

  render() {
    return html`<button type="button" class="btn btn-link" aria-expanded=${this.found ? 'true' : 'false'} @click=${() => this.ask()}>${t('clerk.facts.ask')}<span class="visually-hidden"> ${this.name}</span></button>
      <div role="status">${this.told ? html`<p class="soft">${this.told}</p>` : nothing}${this.found ? this.shown(this.found) : nothing}</div>`;
  }

  shown(found) {
    const signatures = found.signatures ?? [];
    if (found.unreadable) {
      return html`<p class="warning">${inWords(found.unreadable)}</p>`;
    }
    return html`${facts([
        [t('clerk.facts.pages'), found.pages],
        found.layer && [t('clerk.facts.layer'), tag(inWords(found.layer), LAYERS[found.layer.code])],
        found.attachments > 0 && [t('clerk.facts.attachments'), found.attachments],
        found.stamp && [t('clerk.facts.stamp'), html`${tag(found.stamp.vi, found.stamp.held ? 'bad' : 'todo')} ${found.stamp.release ? `${found.stamp.release.reason} (${dateTime(found.stamp.release.at)})` : t('clerk.facts.held')}`],
        [t('clerk.facts.signatures'), signatures.length || t('clerk.facts.none')],
      ])}
      ${signatures.length ? html`<ol class="history">${signatures.map(one => this.signature(one))}</ol><p class="field-hint">${t('clerk.facts.noVerdict')}</p>` : nothing}`;
  }

  signature(one) {
    return html`<li><p><strong>${one.signer ?? t('clerk.facts.noName')}</strong>${one.organisation ? `, ${one.organisation}` : ''} <span class="soft">${inWords(one.holder)}</span></p>
      <p>${tag(inWords(one.integrity), SOUND[one.integrity.code])} ${tag(inWords(one.chain), SOUND[one.chain.code])}
        ${one.bytesAfter > 0 && one.integrity.code === 'INTACT' ? tag(t('clerk.facts.after'), 'todo') : nothing}</p>
      <p class="soft">${inWords(one.issuedBy)}${one.issuer ? ` (${one.issuer})` : ''}${one.statedAt ? ` · ${t('clerk.facts.stated', {at: dateTime(one.statedAt)})}` : ''}</p></li>`;
  }
}

const inWords = coded => (lang() === 'vi' ? coded.vi : coded.en);

customElements.define('mb-file-facts', FileFacts);
