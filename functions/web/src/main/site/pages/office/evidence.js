import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {bytes, dateTime, number} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {hasRole} from '../../shell/session.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {confirm} from '../../shell/elements/confirm.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {bar, facts, foldingTable, tag} from '../../shell/elements/parts.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, backTo, link, missing, ofUnit, readOrNull, unitLink} from './common.js';

/** A file that is held for its stamp, as the unit declared it: the key is campaign/unit/sha256. */
async function declared(c, stray) {
  const [, unit, hash] = stray.key.split('/');
  const files = await readOrNull(ofUnit(c, unit, '/evidence'));
  return {unit, hash, file: files?.body.items.find(one => one.sha256 === hash && one.state === 'ACCEPTED')};
}

/** The evidence store against the ledger, what it could not place, files that several units share, and files held by a secrecy stamp. */
class EvidencePage extends ActionPage {
  async load() {
    const {c} = this.params;
    const [run, strays, shared] = await Promise.all([
      readOrNull(at(c, '/evidence-verification')), readOrNull(at(c, '/evidence-strays')), readOrNull(at(c, '/shared-evidence'))]);
    const items = strays?.body.items ?? [];
    const held = await Promise.all(items.filter(one => one.reason === 'SECRET_STAMP').map(one => declared(c, one)));
    return {run: run?.body, strays: items.filter(one => one.reason !== 'SECRET_STAMP'), held: held.filter(one => one.file), shared: shared?.body.items ?? []};
  }

  keepsInput() {
    return Object.values(this.typed).some(Boolean);
  }

  verify() {
    this.act([], async key => {
      await api('POST', at(this.params.c, '/evidence-verification'), {key});
      this.done = t('office.evidence.begun');
      await this.reload();
    });
  }

  async release(event, {unit, file}, field) {
    event.preventDefault();
    const faults = missing(this.typed, {[field]: t('office.evidence.reason')});
    if (!faults.length && !(await confirm({title: t('office.evidence.releaseSure'), text: t('office.evidence.releaseText'), yes: t('office.evidence.release'), danger: true}))) {
      return;
    }
    this.act(faults, async key => {
      await api('POST', ofUnit(this.params.c, unit, `/evidence/${encodeURIComponent(file.evidenceId)}/release`), {body: {reason: this.typed[field].trim()}, key});
      this.typed = {};
      this.done = t('office.evidence.released');
      await this.reload({focus: true});
    });
  }

  body() {
    const {c} = this.params;
    const {run, strays, held, shared} = this.data;
    return html`${backTo(c)}
      ${errorSummary(this.faults)}
      <h1>${t('office.evidence.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <div role="status">${this.done ? html`<p class="call good">${this.done}</p>` : nothing}</div>
      <section class="card-box"><h2>${t('office.evidence.verify')}</h2><p>${t('office.evidence.verifyText')}</p>
        ${run ? this.run(run) : html`<p class="soft">${t('office.evidence.never')}</p>`}
        <div class="actions">${hasRole('office') && run?.state !== 'RUNNING' ? html`<button class="btn btn-primary" @click=${() => this.verify()}>${t('office.evidence.begin')}</button>` : nothing}
          ${run?.state === 'RUNNING' ? html`<button class="btn btn-outline-primary" @click=${() => this.reload()}>${t('office.evidence.look')}</button>` : nothing}</div></section>
      <p><a href=${link(c, '/takedowns')}>${t('office.takedown.title')}</a></p>
      ${held.length ? html`<h2>${t('office.evidence.held')}</h2>${held.map((one, i) => this.held(one, i))}` : nothing}
      <h2>${t('office.evidence.strays')}</h2>
      ${foldingTable({
        columns: [
          {label: t('office.evidence.file'), cell: one => html`<span class="hash">${one.key}</span>`},
          {label: t('office.evidence.why'), cell: one => tag(t(`office.evidence.stray.${one.reason}`), 'todo')},
          {label: t('office.evidence.seen'), cell: one => dateTime(one.seenAt)},
        ],
        rows: strays, empty: t('office.evidence.noStrays')})}
      <h2>${t('office.evidence.shared')}</h2><p>${t('office.evidence.sharedText')}</p>
      ${foldingTable({
        columns: [
          {label: 'SHA-256', cell: one => html`<span class="hash">${one.sha256.slice(0, 16)}…</span>`},
          {label: t('office.exempt.units'), cell: one => one.units.map((unit, i) => html`${i ? ', ' : ''}<a href=${unitLink(c, unit)}>${unit}</a>`)},
        ],
        rows: shared, empty: t('office.evidence.noShared')})}`;
  }

  run(run) {
    return html`${facts([
        [t('office.board.state'), tag(t(`office.evidence.${run.state}`), run.state === 'RUNNING' ? 'wait' : run.differenceCount ? 'bad' : 'good')],
        [t('office.evidence.started'), dateTime(run.startedAt)],
        run.finishedAt && [t('office.evidence.finished'), dateTime(run.finishedAt)],
        [t('office.evidence.read'), t('office.evidence.readOf', {files: number(run.filesRead), size: bytes(run.bytesRead), done: run.unitsDone, n: run.unitsTotal})],
        [t('office.evidence.differences'), number(run.differenceCount)],
      ])}
      ${run.state === 'RUNNING' ? bar(run.unitsDone, run.unitsTotal, t('office.evidence.read')) : nothing}
      ${run.differences.length ? foldingTable({
        columns: [
          {label: t('office.unit.unit'), cell: one => html`<a href=${unitLink(this.params.c, one.unit)}>${one.unit}</a>`},
          {label: t('office.evidence.difference'), cell: one => tag(t(`office.evidence.kind.${one.kind}`), 'bad')},
          {label: t('office.evidence.file'), cell: one => html`<span class="hash">${one.evidenceId}</span>`},
          {label: t('office.evidence.found'), cell: one => html`<span class="hash">${one.found}</span>`},
        ],
        rows: run.differences}) : nothing}`;
  }

  held(one, i) {
    const field = `reason-${i}`;
    return html`<form class="card-box now" novalidate @submit=${event => this.release(event, one, field)}>
      <h3>${one.file.fileName} <a href=${unitLink(this.params.c, one.unit)}>${one.unit}</a></h3>
      <p>${t('office.evidence.heldText')} <a href=${link(this.params.c, `/takedowns?unit=${encodeURIComponent(one.unit)}&file=${encodeURIComponent(one.file.evidenceId)}`)}>${t('office.takedown.new')}</a></p>
      ${textField({id: field, label: t('office.evidence.reason'), value: this.typed[field], change: this.type(field), faults: this.faults, rows: 2, most: 1000})}
      <button class="btn btn-outline-danger">${t('office.evidence.release')}</button></form>`;
  }
}
customElements.define('mb-office-evidence', EvidencePage);
