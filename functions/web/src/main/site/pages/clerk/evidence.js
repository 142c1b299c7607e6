import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {api, newKey, onLine, Problem} from '../../shell/api.js';
import {accept, kinds, mediaType, put, refusal, sha256} from '../../shell/files.js';
import {bytes, day, isoDay} from '../../shell/format.js';
import {lang, t} from '../../shell/i18n.js';
import {now} from '../../shell/clock.js';
import {Element} from '../../shell/elements/element.js';
import {errorSummary, fieldError, focusErrors} from '../../shell/elements/error-summary.js';
import {fileButton} from '../../shell/elements/file-button.js';
import {confirm} from '../../shell/elements/confirm.js';
import {tag} from '../../shell/elements/parts.js';
import {at} from './form.js';
import './file-facts.js';

const TONES = {AWAITED: 'wait', CHECKING: 'wait', ACCEPTED: 'good', REJECTED: 'bad', WITHDRAWN: 'plain', EXPIRED: 'plain'};
const POLL_MS = 1000;
const POLLS = 60;

/** What each kind of proof asks: [field, required, type]. */
const PARTICULARS = {
  document: [['number', true, 'text'], ['date', true, 'date'], ['issuer', true, 'text'], ['summary', true, 'text']],
  photo: [['taken', false, 'date']],
  screenshot: [['address', true, 'url'], ['day', true, 'date']],
  extract: [['system', true, 'text'], ['day', true, 'date']],
  other: [],
};
const LENGTHS = {number: 60, issuer: 150, summary: 300, address: 500, system: 150};

/**
 * The files of a criterion: what is there with its state, and more of them by drag and drop or by choosing. What is wrong with
 * a file is said before a byte of it is sent. A line that breaks stops nothing for good: what was not sent is sent again.
 *
 * Fires `changed` when the form has other files than before.
 */
class Evidence extends Element {
  static properties = {
    params: {attribute: false},
    criterion: {attribute: false},
    purpose: {attribute: false},
    files: {attribute: false},
    limits: {attribute: false},
    known: {attribute: false},
    readonly: {type: Boolean},
    queue: {state: true},
    refused: {state: true},
    faults: {state: true},
    kind: {state: true},
    over: {state: true},
  };

  constructor() {
    super();
    this.files = [];
    this.known = [];
    this.queue = [];
    this.refused = [];
    this.faults = [];
    this.kind = 'document';
    this.typed = {};
    this.over = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stops = [
      this.guard(),
      onLine(online => online && this.queue.filter(one => one.state === 'broken').forEach(one => this.send(one))),
    ];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stops.forEach(stop => stop());
    this.gone = true;
  }

  /** Closing the window asks as well. */
  guard() {
    const ask = event => this.busy && event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }

  /** Whether leaving now would lose files that are not sent. */
  get busy() {
    return this.queue.some(one => one.state !== 'done');
  }

  render() {
    const shown = this.files.filter(file => file.state !== 'EXPIRED');
    return html`
      ${shown.length ? html`<ul class="files">${shown.map(file => this.line(file))}</ul>`
        : html`<p class="soft">${t('clerk.files.none')}</p>`}
      ${this.queue.length ? html`<ul class="files" aria-live="polite">${this.queue.filter(one => one.state !== 'ready').map(one => this.moving(one))}</ul>` : nothing}
      ${this.readonly ? nothing : this.adding()}`;
  }

  line(file) {
    const reason = lang() === 'vi' ? file.reasonVi : file.reasonEn;
    const proof = file.document ? t('clerk.files.document', {number: file.document.number, date: day(file.document.date), issuer: file.document.issuer}) : '';
    return html`<li>
      <div class="file-head"><span class="file-name">${file.fileName}</span> ${tag(t(`clerk.file.${file.state}`), TONES[file.state])}</div>
      <p class="soft">${bytes(file.sizeBytes)}${proof ? ` · ${proof}` : ''}${file.page ? ` · ${t('clerk.files.page', {page: file.page})}` : ''}</p>
      ${reason ? html`<p class="field-error">${reason}</p>` : nothing}
      ${(file.warnings ?? []).map(warning => html`<p class="warning">${lang() === 'vi' ? warning.vi : warning.en}</p>`)}
      <div class="file-actions">
        ${file.state === 'ACCEPTED' ? html`<button class="btn btn-link" @click=${() => this.show(file)}>${t('clerk.files.open')}<span class="visually-hidden"> ${file.fileName}</span></button>` : nothing}
        ${!this.readonly && ['AWAITED', 'CHECKING', 'ACCEPTED', 'REJECTED'].includes(file.state) && this.criterion
          ? html`<button class="btn btn-link" @click=${() => this.withdraw(file)}>${t('clerk.files.withdraw')}<span class="visually-hidden"> ${file.fileName}</span></button>` : nothing}
      </div>
      ${file.state === 'ACCEPTED' && file.contentType === 'application/pdf' ? html`<mb-file-facts .path=${`${at(this.params)}/evidence/${file.evidenceId}`} .name=${file.fileName}></mb-file-facts>` : nothing}
    </li>`;
  }

  moving(one) {
    const bars = one.state === 'hashing' || one.state === 'sending';
    return html`<li>
      <div class="file-head"><span class="file-name">${one.file.name}</span> ${tag(t(`clerk.upload.${one.state}`), {done: 'good', broken: 'todo', failed: 'bad'}[one.state] ?? 'wait')}</div>
      ${bars ? html`<progress max="1" value=${one.state === 'hashing' ? nothing : one.share} aria-label=${t('clerk.upload.progress', {name: one.file.name})}></progress>` : nothing}
      ${one.text ? html`<p class="field-error">${one.text}</p>` : nothing}
      ${one.state === 'broken' || one.state === 'failed' ? html`<div class="file-actions">
        <button class="btn btn-outline-primary" @click=${() => this.send(one)}>${t('shell.tryAgain')}<span class="visually-hidden"> ${one.file.name}</span></button>
        <button class="btn btn-link" @click=${() => (this.queue = this.queue.filter(other => other !== one))}>${t('clerk.files.drop')}<span class="visually-hidden"> ${one.file.name}</span></button></div>` : nothing}
    </li>`;
  }

  adding() {
    const ready = this.queue.filter(one => one.state === 'ready');
    return html`
      ${errorSummary(this.refused.map(text => ({text})), t('clerk.files.refused'))}
      ${errorSummary(this.faults)}
      <div class="drop ${this.over ? 'over' : ''}" @dragover=${event => { event.preventDefault(); this.over = true; }}
        @dragleave=${() => (this.over = false)} @drop=${event => { event.preventDefault(); this.over = false; this.take(event.dataTransfer.files); }}>
        <p class="form-label">${t('clerk.files.add')}</p>
        <p class="field-hint" id="files-hint">${t('clerk.files.limits', {kinds: kinds(this.limits), most: bytes(this.limits.fileBytesMax)})}</p>
        ${fileButton({id: 'files', label: t('clerk.files.choose'), multiple: true, accept: accept(this.limits), described: 'files-hint', chosen: files => this.take(files)})}
      </div>
      ${ready.length ? html`<div class="card-box">
        <h3>${t('clerk.files.about', {n: ready.length})}</h3>
        <ul class="plain">${ready.map(one => html`<li>${one.file.name} <span class="soft">(${bytes(one.file.size)})</span>
          <button class="btn btn-link" @click=${() => (this.queue = this.queue.filter(other => other !== one))}>${t('clerk.files.drop')}<span class="visually-hidden"> ${one.file.name}</span></button></li>`)}</ul>
        ${this.purpose ? nothing : this.particulars()}
        <div class="field ${this.faults.some(fault => fault.field === 'no-secret') ? 'wrong' : ''}">
          ${fieldError(this.faults, 'no-secret')}
          <div class="form-check"><input class="form-check-input" type="checkbox" id="no-secret" .checked=${live(!!this.typed.noSecret)}
            @change=${event => this.type('noSecret', event.target.checked)}>
          <label class="form-check-label" for="no-secret">${t('clerk.files.noSecret')}</label></div>
        </div>
        <button class="btn btn-primary" @click=${() => this.upload()}>${t('clerk.files.upload', {n: ready.length})}</button>
      </div>` : nothing}`;
  }

  /** Typed once, for all files that are chosen now; what the unit typed before is offered again. */
  particulars() {
    return html`
      <div class="field"><label class="form-label" for="kind">${t('clerk.files.kind')}</label>
        <select class="form-select medium" id="kind" .value=${live(this.kind)} @change=${event => (this.kind = event.target.value)}>
          ${Object.keys(PARTICULARS).map(kind => html`<option value=${kind} ?selected=${kind === this.kind}>${t(`clerk.kind.${kind}`)}</option>`)}
        </select></div>
      ${this.kind === 'document' && this.known.length ? html`<div class="field"><label class="form-label" for="known">${t('clerk.files.known')}</label>
        <select class="form-select" id="known" @change=${event => this.reuse(event.target.value)}>
          <option value="">${t('clerk.files.knownNone')}</option>
          ${this.known.map((document, i) => html`<option value=${i}>${document.number} · ${day(document.date)} · ${document.summary}</option>`)}
        </select></div>` : nothing}
      ${PARTICULARS[this.kind].map(([name, required, type]) => this.particular(name, type, required))}
      ${this.particular('page', 'text', false)}`;
  }

  particular(name, type, required) {
    const id = `proof-${name}`;
    const wrong = this.faults.some(fault => fault.field === id);
    return html`<div class="field ${wrong ? 'wrong' : ''}">
      <label class="form-label" for=${id}>${t(`clerk.proof.${name}`)}${required ? '' : html` <span class="soft">(${t('clerk.optional')})</span>`}</label>
      ${fieldError(this.faults, id)}
      <input class="form-control ${type === 'date' ? 'short' : ''}" id=${id} type=${type === 'url' ? 'text' : type} maxlength=${LENGTHS[name] ?? 200}
        max=${type === 'date' ? isoDay(now()) : nothing} aria-describedby=${wrong ? `${id}-error` : nothing}
        .value=${live(this.typed[name] ?? '')} @input=${event => this.type(name, event.target.value)}>
    </div>`;
  }

  type(name, value) {
    this.typed[name] = value;
    this.requestUpdate();
  }

  reuse(index) {
    if (index !== '') {
      const {number, date, issuer, summary} = this.known[index];
      Object.assign(this.typed, {number, date, issuer, summary});
      this.requestUpdate();
    }
  }

  take(chosen) {
    const refused = [];
    const taken = [];
    for (const file of chosen) {
      const reason = refusal(file, this.limits);
      const twice = this.queue.some(one => one.file.name === file.name && one.file.size === file.size && one.state !== 'done');
      if (reason) {
        refused.push(reason);
      } else if (!twice) {
        taken.push({file, state: 'ready', share: 0, key: newKey()});
      }
    }
    this.refused = refused;
    this.queue = [...this.queue.filter(one => one.state !== 'done'), ...taken];
    if (refused.length) {
      this.updateComplete.then(() => focusErrors(this));
    }
  }

  /** What is said about the files, or the faults. */
  declaration() {
    const faults = [];
    const proof = {};
    if (!this.purpose) {
      for (const [name, required] of PARTICULARS[this.kind]) {
        const value = (this.typed[name] ?? '').trim();
        if (value) {
          proof[name] = value;
        } else if (required) {
          faults.push({field: `proof-${name}`, text: t('clerk.fault.missing', {label: t(`clerk.proof.${name}`)})});
        }
      }
    }
    if (!this.typed.noSecret) {
      faults.push({field: 'no-secret', text: t('clerk.fault.secret')});
    }
    const page = (this.typed.page ?? '').trim();
    return {
      faults,
      body: {
        ...(this.purpose ? {purpose: this.purpose} : {criterion: this.criterion}),
        noStateSecret: true,
        ...(!this.purpose && this.kind !== 'other' && {[this.kind]: proof}),
        ...(page && !this.purpose && {page}),
      },
    };
  }

  upload() {
    const {faults, body} = this.declaration();
    this.faults = faults;
    if (faults.length) {
      this.updateComplete.then(() => focusErrors(this));
      return;
    }
    this.refused = [];
    this.queue.filter(one => one.state === 'ready').forEach(one => {
      one.body = body;
      this.send(one);
    });
    this.typed.noSecret = false;
  }

  step(one, state, more = {}) {
    Object.assign(one, {state, text: undefined}, more);
    this.queue = [...this.queue];
  }

  /** Declares, puts and waits for the check; from wherever an earlier try was stopped. */
  async send(one) {
    if (['hashing', 'sending', 'checking'].includes(one.state)) {
      return;
    }
    try {
      this.step(one, 'hashing');
      one.sha256 ??= await sha256(one.file);
      const declared = {...one.body, fileName: one.file.name, contentType: mediaType(one.file), sizeBytes: one.file.size, sha256: one.sha256};
      // The same declaration is the same grant, signed anew.
      const {body: grant} = await api('POST', `${at(this.params)}/evidence`, {body: declared, key: one.key});
      this.step(one, 'sending', {share: 0, id: grant.evidenceId});
      if (grant.upload) {
        await put(grant.upload, one.file, share => this.step(one, 'sending', {share}));
      }
      this.step(one, 'checking');
      this.dispatchEvent(new CustomEvent('changed', {detail: await this.checked(one.id)}));
      this.step(one, 'done');
      this.queue = this.queue.filter(other => other !== one);
    } catch (refused) {
      if (!(refused instanceof Problem)) {
        throw refused;
      }
      const broken = refused.status === 0 || refused.status === 401 || refused.status >= 500;
      one.key = broken ? one.key : newKey();
      this.step(one, broken ? 'broken' : 'failed', {text: [refused.detail, ...refused.errors.map(error => error.detail)].join(' ')});
    }
  }

  /** The file once it is checked, or as it stands after a minute: a large queue of others may be before it. */
  async checked(id) {
    let found;
    for (let turn = 0; turn < POLLS && !this.gone; turn++) {
      const {body} = await api('GET', `${at(this.params)}/evidence`);
      found = body.items.find(file => file.evidenceId === id);
      if (found && !['AWAITED', 'CHECKING'].includes(found.state)) {
        return found;
      }
      await new Promise(done => setTimeout(done, POLL_MS));
    }
    return found;
  }

  async show(file) {
    try {
      const {body} = await api('GET', `${at(this.params)}/evidence/${file.evidenceId}/content`);
      open(body.url, '_blank', 'noopener');
    } catch (refused) {
      this.tell(refused);
    }
  }

  async withdraw(file) {
    const sure = await confirm({title: t('clerk.files.withdrawTitle', {name: file.fileName}), text: t('clerk.files.withdrawText'), yes: t('clerk.files.withdraw'), danger: true});
    if (!sure) {
      return;
    }
    try {
      await api('DELETE', `${at(this.params)}/evidence/${file.evidenceId}`, {etag: file.etag});
      this.dispatchEvent(new CustomEvent('changed', {detail: null}));
    } catch (refused) {
      this.tell(refused);
    }
  }

  tell(refused) {
    if (!(refused instanceof Problem)) {
      throw refused;
    }
    this.refused = [refused.detail];
    this.updateComplete.then(() => focusErrors(this));
  }
}
customElements.define('mb-clerk-evidence', Evidence);
