import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {download, mediaType} from '../../shell/files.js';
import {t} from '../../shell/i18n.js';
import {hasRole} from '../../shell/session.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary, fieldError} from '../../shell/elements/error-summary.js';
import {fileButton} from '../../shell/elements/file-button.js';
import {foldingTable} from '../../shell/elements/parts.js';
import {at, find, link, readForm} from './form.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The form as a workbook, to be filled in without a line; what comes back is shown change by change before it is taken. */
class Workbook extends ActionPage {
  async load() {
    return {form: await readForm(this.params)};
  }

  keepsInput() {
    return !!this.read;
  }

  out() {
    this.act([], async () => {
      const {body} = await api('GET', `${at(this.params)}/workbook`, {as: 'blob'});
      download(body, `phieu-${this.params.u}.xlsx`);
    });
  }

  async in(file) {
    this.read = null;
    this.done = null;
    if (!file) {
      return;
    }
    const faults = mediaType(file) === XLSX ? [] : [{field: 'workbook', text: t('clerk.workbook.kind', {name: file.name})}];
    await this.act(faults, async key => {
      // The bytes are held: a file that Excel has open may change under the request.
      const {body} = await api('POST', `${at(this.params)}/workbook`, {body: new Blob([await file.arrayBuffer()], {type: XLSX}), type: XLSX, key});
      this.read = body;
      await this.updateComplete;
    });
    this.requestUpdate();
  }

  take() {
    this.act([], async () => {
      const {basedOn, answers} = await this.settled();
      const {body} = await api('PUT', `${at(this.params)}/answers`, {body: {basedOn, answers}});
      this.done = body.taken.length;
      this.read = null;
      await this.reload();
    });
  }

  /** What is to be sent: of what both sides changed, the side that was chosen. */
  async settled() {
    const {basedOn, answers, preview} = structuredClone(this.read);
    if (preview.conflicts.length) {
      const form = await readForm(this.params);
      for (const id of preview.conflicts) {
        if (this.typed[id] === 'theirs') {
          delete answers[id];
        } else {
          basedOn.answers[id] = {...basedOn.answers[id], etag: find(form, id).answer?.etag ?? null};
        }
      }
    }
    return {basedOn, answers};
  }

  conflict(id) {
    const [row] = this.read.preview.changed.filter(one => one.criterion === id);
    return html`<fieldset class="field"><legend>${t('clerk.workbook.conflict', {criterion: id})}</legend>
      ${[['mine', t('clerk.workbook.mine', {to: row?.to ?? ''})], ['theirs', t('clerk.workbook.theirs')]].map(([side, label]) => html`<div class="form-check">
        <input class="form-check-input" type="radio" name="side-${id}" id="${side}-${id}" @change=${() => this.type(id)(side)}>
        <label class="form-check-label" for="${side}-${id}">${label}</label></div>`)}</fieldset>`;
  }

  body() {
    const preview = this.read?.preview;
    return html`<p><a href=${link(this.params)}>← ${t('clerk.criterion.back')}</a></p>
      ${errorSummary(this.faults)}
      <h1>${t('clerk.workbook.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <p>${t('clerk.workbook.text')}</p>
      <section class="card-box"><h2>${t('clerk.workbook.out')}</h2>
        <button class="btn btn-outline-primary" @click=${() => this.out()}>${t('clerk.workbook.download')}</button></section>
      ${hasRole('unit', 'contributor') ? html`<section class="card-box"><h2>${t('clerk.workbook.in')}</h2>
        ${fieldError(this.faults, 'workbook')}
        ${fileButton({id: 'workbook', label: t('clerk.workbook.choose'), accept: `.xlsx,${XLSX}`, chosen: ([file]) => this.in(file)})}
        <p role="status" class="state state-saved">${this.done === null ? '' : t('clerk.workbook.taken', {n: this.done})}</p></section>` : nothing}
      ${preview ? html`<section class="card-box" aria-live="polite"><h2>${t('clerk.workbook.changes', {n: preview.changed.length})}</h2>
        ${foldingTable({
          columns: [
            {label: t('clerk.workbook.criterion'), cell: row => `${row.criterion} ${row.title}`},
            {label: t('clerk.workbook.cell'), cell: row => row.cell},
            {label: t('clerk.workbook.from'), cell: row => row.from || '–'},
            {label: t('clerk.workbook.to'), cell: row => row.to || '–'},
          ],
          rows: preview.changed, empty: t('clerk.workbook.nothing')})}
        <p>${t('clerk.workbook.unchanged', {n: preview.unchanged})}</p>
        ${preview.kept.length ? html`<p>${t('clerk.workbook.kept', {list: preview.kept.join(', ')})}</p>` : nothing}
        ${preview.conflicts.map(id => this.conflict(id))}
        ${preview.changed.length ? html`<div class="actions"><button class="btn btn-primary" ?disabled=${preview.conflicts.some(id => !this.typed[id])} @click=${() => this.take()}>${t('clerk.workbook.take', {n: preview.changed.length})}</button>
          <button class="btn btn-outline-secondary" @click=${() => { this.read = null; this.requestUpdate(); }}>${t('shell.cancel')}</button></div>` : nothing}
      </section>` : nothing}`;
  }
}
customElements.define('mb-clerk-workbook', Workbook);
