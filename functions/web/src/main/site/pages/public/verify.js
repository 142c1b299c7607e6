import {html, nothing} from 'lit';
import {Page} from '../../shell/elements/page.js';
import {api, Problem} from '../../shell/api.js';
import {bytes} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {at, read, said} from './data.js';

const FAULTS_SHOWN = 50;

/** "Check this ranking": recomputes the published bundle here, step by step, and says what that does not prove. */
class Verify extends Page {
  static properties = {...Page.properties, state: {state: true}, steps: {state: true}, end: {state: true}, loaded: {state: true},
    reached: {state: true}, failed: {state: true}, source: {state: true}, key: {state: true}};

  constructor() {
    super();
    this.state = 'ready';
    this.key = '';
    this.clear();
  }

  clear() {
    this.steps = [];
    this.end = null;
    this.loaded = null;
    this.reached = null;
    this.failed = null;
  }

  async load() {
    return read(this.params.c, '/summary');
  }

  relabel() {
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.worker?.terminate();
  }

  async published() {
    this.source = t('public.verify.ofServer');
    this.begin();
    try {
      const {body} = await api('GET', at(this.params.c, '/bundle'), {open: true});
      this.run({url: body.url});
    } catch (refused) {
      if (!(refused instanceof Problem)) {
        throw refused;
      }
      this.broken(refused.detail);
    }
  }

  chosen(event) {
    const file = event.target.files[0];
    if (file) {
      this.source = file.name;
      this.begin();
      this.run({file});
      event.target.value = '';
    }
  }

  begin() {
    this.worker?.terminate();
    this.clear();
    this.state = 'running';
  }

  run(what) {
    this.worker = new Worker(new URL('./verify-worker.js', import.meta.url), {type: 'module'});
    this.worker.onmessage = ({data}) => this.heard(data);
    this.worker.onerror = event => this.broken(event.message || t('public.verify.noWorker'));
    this.worker.postMessage({...what, key: this.key.trim()});
  }

  heard({loaded, at: reached, told, failed}) {
    if (failed !== undefined) {
      this.broken(failed);
    } else if (loaded) {
      this.loaded = loaded;
    } else if (reached) {
      this.reached = reached;
    } else {
      this.reached = null;
      this.steps = told.steps;
      if (told.done) {
        this.end = told;
        this.state = 'done';
        this.updateComplete.then(() => this.querySelector('.verdict')?.focus());
      }
    }
  }

  broken(why) {
    this.worker?.terminate();
    this.failed = why;
    this.state = 'done';
  }

  body() {
    const {c} = this.params;
    return html`
      <p class="back"><a href="#/c/${c}/results">${this.data.name}</a></p>
      <h1>${t('public.verify.title')}</h1>
      <p class="lead">${t('public.verify.lead')}</p>
      ${this.data.issue ? html`<p class="actions"><button class="btn btn-primary btn-lg" ?disabled=${this.state === 'running'} @click=${() => this.published()}>
        ${t('public.verify.button')}</button></p>` : html`<p class="call">${t('public.verify.notYet')}</p>`}
      <details class="other"><summary>${t('public.verify.otherFile')}</summary>
        <div class="field"><label class="form-label" for="bundle">${t('public.verify.file')}</label>
          <input class="form-control" id="bundle" type="file" accept=".zip,application/zip" ?disabled=${this.state === 'running'} @change=${event => this.chosen(event)}></div>
        <div class="field"><label class="form-label" for="key">${t('public.verify.key')}</label>
          <p class="field-hint" id="key-hint">${t('public.verify.keyHint')}</p>
          <input class="form-control" id="key" autocomplete="off" spellcheck="false" aria-describedby="key-hint" .value=${this.key} @input=${event => (this.key = event.target.value)}></div>
      </details>
      ${this.state === 'ready' ? nothing : this.course()}
      <h2>${t('public.verify.others')}</h2>
      <p>${t('public.verify.othersText')}</p>
      <p><button class="btn btn-outline-secondary" ?disabled=${!this.data.issue} @click=${() => this.save()}>${t('public.verify.download')}</button></p>`;
  }

  async save() {
    const {body} = await api('GET', at(this.params.c, '/bundle'), {open: true});
    location.assign(body.url);
  }

  course() {
    const running = this.state === 'running';
    return html`<section class="course" aria-labelledby="course">
      <h2 id="course">${t('public.verify.course', {source: this.source})}</h2>
      ${running ? html`<p role="status">${this.where()}</p>
        <progress aria-labelledby="course" max=${this.reached?.of || this.loaded?.of || 1} .value=${this.reached?.done ?? this.loaded?.done ?? 0}></progress>` : nothing}
      ${this.failed === null ? nothing : html`<p class="call bad verdict" tabindex="-1">${t('public.verify.failed')} ${this.failed}</p>`}
      ${this.end ? this.verdict() : nothing}
      <ol class="steps">${this.steps.map(step => this.step(step))}</ol>
      ${this.end ? html`<p class="last-line">${said(this.end)}</p>` : nothing}
    </section>`;
  }

  where() {
    if (this.reached) {
      return t('public.verify.at', {done: this.reached.done, of: this.reached.of});
    }
    return this.loaded ? t('public.verify.loading', {done: bytes(this.loaded.done)}) : t('public.verify.starting');
  }

  verdict() {
    const faults = this.end.steps.reduce((sum, step) => sum + step.faults.length, 0);
    return html`<div class="call verdict ${this.end.sound ? 'good' : 'bad'}" tabindex="-1" role="status">
      <h3>${this.end.sound ? t('public.verify.sound') : t('public.verify.differs', {n: faults})}</h3>
      <p>${said(this.end)}</p>
      ${this.end.key ? html`<p>${t('public.verify.sealedBy')} <code>${this.end.key}</code></p>` : nothing}
    </div>`;
  }

  step(step) {
    const shown = step.faults.slice(0, FAULTS_SHOWN);
    return html`<li class=${step.faults.length ? 'wrong' : 'right'}>
      <span class="mark">${step.faults.length ? t('public.verify.wrong') : t('public.verify.right')}</span> <span>${said(step)}</span>
      ${shown.length ? html`<ul>${shown.map(fault => html`<li><code>${fault.place}</code>: ${said(fault)}</li>`)}
        ${step.faults.length > shown.length ? html`<li>${t('public.verify.more', {n: step.faults.length - shown.length})}</li>` : nothing}</ul>` : nothing}
    </li>`;
  }
}
customElements.define('mb-public-verify', Verify);
