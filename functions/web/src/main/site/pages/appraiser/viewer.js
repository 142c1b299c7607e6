import {html, nothing} from 'lit';
import {api, Problem} from '../../shell/api.js';
import {sha256} from '../../shell/files.js';
import {bytes, day} from '../../shell/format.js';
import {lang, t} from '../../shell/i18n.js';
import {Element} from '../../shell/elements/element.js';
import {tag} from '../../shell/elements/parts.js';
import '../clerk/file-facts.js';
import {at} from './cells.js';

const TONES = {AWAITED: 'wait', CHECKING: 'wait', ACCEPTED: 'good', REJECTED: 'bad', WITHDRAWN: 'plain', EXPIRED: 'plain'};
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg'];

/**
 * The files of a cell beside the claim. Images and PDFs open here, the latter in the browser's own viewer at the page that the
 * unit names; everything opens in a tab of its own too. Nothing is fetched before somebody wants to see it: lines are weak.
 */
class Viewer extends Element {
  static properties = {c: {attribute: false}, u: {attribute: false}, files: {attribute: false}, open: {state: true}, failed: {state: true}};

  constructor() {
    super();
    this.files = [];
    this.open = null;
    this.failed = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.shut();
  }

  updated(changed) {
    // Another cell's file is not left standing beside this one.
    if (changed.has('files') && this.open && !this.files.some(file => file.evidenceId === this.open.file.evidenceId)) {
      this.shut();
    }
  }

  shut() {
    if (this.open?.url) {
      URL.revokeObjectURL(this.open.url);
    }
    this.open = null;
  }

  /** Opens the next of the files that can be shown, for the key. */
  next() {
    const shown = this.files.filter(file => this.showable(file));
    const here = shown.findIndex(file => file.evidenceId === this.open?.file.evidenceId);
    if (shown.length) {
      this.show(shown[(here + 1) % shown.length]);
    }
  }

  showable(file) {
    return file.state === 'ACCEPTED' && SHOWN.includes(file.contentType);
  }

  async link(file) {
    const {body} = await api('GET', `${at(this.c, this.u)}/evidence/${file.evidenceId}/content`);
    return body.url;
  }

  async show(file) {
    this.failed = null;
    this.shut();
    this.open = {file};
    try {
      const answer = await fetch(await this.link(file), {credentials: 'omit', referrerPolicy: 'no-referrer'});
      if (!answer.ok) {
        throw new Problem(answer.status, {detail: t('appraiser.files.away', {status: answer.status})});
      }
      // The declared type, as the server has checked it: what the store says is not asked.
      const blob = new Blob([await answer.arrayBuffer()], {type: file.contentType});
      const url = URL.createObjectURL(blob);
      const same = (await sha256(blob)) === file.sha256;
      if (this.open?.file === file) {
        this.open = {file, url, same};
      } else {
        URL.revokeObjectURL(url);
      }
    } catch (refused) {
      this.tell(refused);
    }
  }

  async tab(file) {
    try {
      open(await this.link(file), '_blank', 'noopener');
    } catch (refused) {
      this.tell(refused);
    }
  }

  tell(refused) {
    this.shut();
    if (refused instanceof Problem) {
      this.failed = refused.detail;
    } else if (refused instanceof TypeError) {
      this.failed = t('shell.problem.offline');
    } else {
      throw refused;
    }
  }

  render() {
    return html`${this.files.length ? html`<ul class="files">${this.files.map(file => this.line(file))}</ul>` : html`<p class="soft">${t('appraiser.files.none')}</p>`}
      ${this.failed ? html`<p class="field-error" role="alert">${this.failed}</p>` : nothing}
      ${this.open ? this.shown(this.open) : nothing}`;
  }

  line(file) {
    const proof = file.document && t('clerk.files.document', {number: file.document.number, date: day(file.document.date), issuer: file.document.issuer});
    return html`<li>
      <div class="file-head"><span class="file-name">${file.fileName}</span> ${tag(t(`clerk.file.${file.state}`), TONES[file.state])}</div>
      <p class="soft">${[bytes(file.sizeBytes), proof, file.document?.summary, file.page && t('clerk.files.page', {page: file.page})].filter(Boolean).join(' · ')}</p>
      ${(file.warnings ?? []).map(warning => html`<p class="warning">${lang() === 'vi' ? warning.vi : warning.en}</p>`)}
      ${file.sharedWith?.length ? html`<p class="warning">${t('appraiser.files.shared', {units: file.sharedWith.join(', ')})}</p>` : nothing}
      <p class="hash soft">SHA-256 ${file.sha256.slice(0, 16)}…</p>
      ${file.state === 'ACCEPTED' && file.contentType === 'application/pdf' ? html`<mb-file-facts .path=${`${at(this.c, this.u)}/evidence/${file.evidenceId}`} .name=${file.fileName}></mb-file-facts>` : nothing}
      ${file.state === 'ACCEPTED' ? html`<div class="file-actions">
        ${this.showable(file) ? html`<button type="button" class="btn btn-outline-primary" @click=${() => this.show(file)}>${t('appraiser.files.here')}<span class="visually-hidden"> ${file.fileName}</span></button>` : nothing}
        <button type="button" class="btn btn-link" @click=${() => this.tab(file)}>${t('appraiser.files.tab')}<span class="visually-hidden"> ${file.fileName}</span></button></div>` : nothing}
    </li>`;
  }

  shown({file, url, same}) {
    const page = /\d+/.exec(file.page ?? '')?.[0];
    return html`<figure class="viewer">
      <figcaption>${file.fileName} ${url ? tag(t(same ? 'appraiser.files.same' : 'appraiser.files.differs'), same ? 'good' : 'bad') : nothing} <button type="button" class="btn btn-link" @click=${() => this.shut()}>${t('appraiser.files.close')}</button></figcaption>
      ${!url ? html`<p role="status" class="loading">${t('appraiser.files.opening')}</p>`
        : file.contentType === 'application/pdf' ? html`<iframe src=${page ? `${url}#page=${page}` : url} title=${file.fileName}></iframe>`
          : html`<img src=${url} alt=${t('appraiser.files.image', {name: file.fileName})}>`}</figure>`;
  }
}
customElements.define('mb-appraiser-viewer', Viewer);
