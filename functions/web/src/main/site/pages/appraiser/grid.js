import {html, nothing} from 'lit';
import {api, newKey} from '../../shell/api.js';
import {maximum, plain, points} from '../../shell/format.js';
import {lang, t} from '../../shell/i18n.js';
import {go} from '../../shell/router.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {confirm} from '../../shell/elements/confirm.js';
import {answerLines, ruleInWords} from '../clerk/rules.js';
import {cellPath, link, pages, rules, shape, stateTag, walkThrough} from './cells.js';
import {keysHint, listen} from './keys.js';

/** As many as one block takes. */
const BLOCK = 50;

/** One criterion over all units of a group: what they claim, why to look early, and agreeing with many at once. */
class Grid extends ActionPage {
  static properties = {...ActionPage.properties, chosen: {state: true}, order: {state: true}, at: {state: true}, reading: {state: true}};

  constructor() {
    super();
    this.chosen = new Set();
    this.order = 'risk';
    this.at = 0;
    this.actions = {
      j: {label: 'appraiser.keys.nextRow', run: () => this.move(1)},
      k: {label: 'appraiser.keys.previousRow', run: () => this.move(-1)},
      o: {label: 'appraiser.keys.open', run: () => this.open()},
      x: {label: 'appraiser.keys.choose', run: () => this.choose(this.rows[this.at])},
      a: {label: 'appraiser.keys.block', run: () => this.agree()},
    };
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = listen(this.actions);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  keepsInput() {
    return this.chosen.size > 0;
  }

  async load() {
    const {c, group, criterion} = this.params;
    const rule = (await rules(c, group)).get(criterion);
    const lines = [];
    this.reading = true;
    try {
      await pages(`/campaigns/${c}/appraisal/queue?group=${group}&criterion=${encodeURIComponent(criterion)}&limit=${BLOCK}`, items => {
        lines.push(...items);
        if (this.data) {
          this.data = {...this.data, lines: [...lines]};
        }
        return this.isConnected;
      });
    } finally {
      this.reading = false;
    }
    return {rule, lines};
  }

  get rows() {
    const {lines} = this.data;
    const value = line => (line.selfPoints === undefined ? null : Number(line.selfPoints));
    const given = lines.map(value).filter(one => one !== null).sort((one, other) => one - other);
    const median = given[Math.floor(given.length / 2)] ?? 0;
    const by = {
      risk: () => 0,
      difference: (one, other) => Math.abs((value(other) ?? median) - median) - Math.abs((value(one) ?? median) - median),
      points: (one, other) => (value(other) ?? -1) - (value(one) ?? -1),
      name: (one, other) => plain(one.name).localeCompare(plain(other.name)),
    }[this.order];
    return [...lines].sort(by);
  }

  // A block only agrees where nothing of one's own is there yet; what moved is looked at by itself.
  mayAgree(line) {
    return line.toDo && !!line.yours && line.state !== 'STALE' && !line.etag;
  }

  choose(line) {
    if (!line || !this.mayAgree(line)) {
      return;
    }
    const chosen = new Set(this.chosen);
    chosen.has(line.unit) ? chosen.delete(line.unit) : chosen.add(line.unit);
    this.chosen = chosen;
  }

  move(by) {
    this.at = Math.max(0, Math.min(this.rows.length - 1, this.at + by));
    this.updateComplete.then(() => this.querySelectorAll('tbody tr a')[this.at]?.focus());
  }

  open() {
    const line = this.rows[this.at];
    if (line) {
      this.remember();
      go(cellPath(this.params.c, line.unit, line.criterion));
    }
  }

  remember() {
    walkThrough(this.rows.map(line => ({u: line.unit, criterion: line.criterion})));
  }

  async agree() {
    const units = this.data.lines.filter(line => this.chosen.has(line.unit)).map(({unit, seen}) => ({unit, seen}));
    if (!units.length) {
      this.act([{field: null, text: t('appraiser.block.nobody')}]);
      return;
    }
    const sure = await confirm({title: t('appraiser.block.title', {n: units.length}), text: t('appraiser.block.text'), yes: t('appraiser.block.yes')});
    if (!sure) {
      return;
    }
    await this.act([], async key => {
      const done = {marked: [], skipped: []};
      // Each request is at most a block; sent again, it comes to the same.
      for (let from = 0; from < units.length; from += BLOCK) {
        const {body} = await api('POST', `/campaigns/${this.params.c}/marks`, {body: {criterion: this.params.criterion, units: units.slice(from, from + BLOCK)}, key: from === 0 ? key : newKey()});
        done.marked.push(...body.marked);
        done.skipped.push(...body.skipped);
      }
      this.done = done;
      this.chosen = new Set();
      await this.reload();
    });
    this.querySelector('#block-done')?.focus();
  }

  body() {
    const {rule} = this.data;
    const rows = this.rows;
    const quiet = rows.filter(line => this.mayAgree(line) && !line.reasons.length);
    return html`<p><a href=${link(this.params.c)}>← ${t('appraiser.work.title')}</a></p>
      ${errorSummary(this.faults)}
      <h1><span class="soft">${this.params.criterion}</span> ${rule?.title ?? ''}</h1>
      <p class="soft">${t(`appraiser.group.${this.params.group}`)} · ${t('appraiser.upTo', {max: maximum(rule?.maxPoints ?? 0)})} · ${t('appraiser.work.of', {done: rows.filter(line => !line.toDo).length, n: rows.length})}</p>
      <details><summary>${t('appraiser.rule')}</summary>${ruleInWords(rule?.scoring, rule?.maxPoints ?? 0)}</details>
      ${keysHint(this.actions)}
      ${this.failed ? problemBox(this.failed, () => this.agree()) : nothing}
      ${this.done ? this.told() : nothing}
      ${rows.length ? html`
        <div class="field"><label class="form-label" for="order">${t('appraiser.order')}</label>
          <select class="form-select medium" id="order" @change=${event => { this.order = event.target.value; this.at = 0; }}>
            ${['risk', 'difference', 'points', 'name'].map(one => html`<option value=${one} ?selected=${one === this.order}>${t(`appraiser.order.${one}`)}</option>`)}</select></div>
        <div class="block-bar"><p>${t('appraiser.block.chosen', {n: this.chosen.size})}</p>
          <button class="btn btn-outline-primary" ?disabled=${!quiet.length} @click=${() => (this.chosen = new Set(quiet.map(line => line.unit)))}>${t('appraiser.block.quiet', {n: quiet.length})}</button>
          <button class="btn btn-primary" @click=${() => this.agree()}>${t('appraiser.block.agree')}</button></div>
        <table class="table folding grid">
          <caption>${t('appraiser.grid.caption')}</caption>
          <thead><tr><th scope="col">${t('appraiser.unit')}</th><th scope="col">${t('appraiser.claim')}</th><th scope="col" class="n">${t('appraiser.self')}</th>
            <th scope="col">${t('appraiser.reasons')}</th><th scope="col">${t('appraiser.state')}</th></tr></thead>
          <tbody>${rows.map((line, i) => this.row(rule, line, i))}</tbody>
        </table>` : html`<p>${t('appraiser.grid.none')}</p>`}
      <p role="status" class="soft ${this.reading ? 'loading' : ''}">${this.reading ? t('shell.loading') : ''}</p>`;
  }

  row(rule, line, i) {
    const said = line.answer && rule ? answerLines(shape(rule.scoring), line.answer) : [];
    return html`<tr class=${i === this.at ? 'at' : ''}>
      <th scope="row"><div>${this.mayAgree(line) ? html`<input class="form-check-input" type="checkbox" aria-label=${t('appraiser.block.choose', {name: line.name})} .checked=${this.chosen.has(line.unit)} @change=${() => this.choose(line)}>` : nothing}
        <a href=${'#' + cellPath(this.params.c, line.unit, line.criterion)} @click=${() => this.remember()} @focus=${() => (this.at = i)}>${line.name}</a></div></th>
      <td data-label=${t('appraiser.claim')}><span>${said.length ? said.map(one => html`<span class="said">${one.label}: <strong>${one.text}</strong></span>`) : t('appraiser.claim.none')}
        <span class="said soft">${t('appraiser.files', {n: line.files})}</span></span></td>
      <td data-label=${t('appraiser.self')} class="n">${line.selfPoints === undefined ? t('appraiser.na') : points(line.selfPoints)}</td>
      <td data-label=${t('appraiser.reasons')}><span>${line.reasons.length ? line.reasons.map(reason => html`<span class="said">${lang() === 'vi' ? reason.vi : reason.en}</span>`) : '–'}</span></td>
      <td data-label=${t('appraiser.state')}>${stateTag(line.state)}</td>
    </tr>`;
  }

  told() {
    const name = unit => this.data.lines.find(line => line.unit === unit)?.name ?? unit;
    const {marked, skipped} = this.done;
    return html`<section class="call ${skipped.length ? 'todo' : 'good'}" id="block-done" tabindex="-1" aria-labelledby="block-title">
      <h2 id="block-title">${t('appraiser.block.done', {n: marked.length})}</h2>
      ${skipped.length ? html`<p>${t('appraiser.block.skipped', {n: skipped.length})}</p>
        <ul>${skipped.map(one => html`<li><a href=${'#' + cellPath(this.params.c, one.unit, this.params.criterion)}>${name(one.unit)}</a>: ${one.detail}</li>`)}</ul>` : nothing}</section>`;
  }
}
customElements.define('mb-appraiser-grid', Grid);
