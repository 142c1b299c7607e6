import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {day, points} from '../../shell/format.js';
import {sha256} from '../../shell/files.js';
import {t} from '../../shell/i18n.js';
import {hasRole} from '../../shell/session.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary, fieldError} from '../../shell/elements/error-summary.js';
import {fileButton} from '../../shell/elements/file-button.js';
import {foldingTable, tag} from '../../shell/elements/parts.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, criteria, link, readForm} from './form.js';

/** What the unit mends after the result: a measure a line, issued with the signed plan; and the plan of the campaign before. */
class Plan extends ActionPage {
  async load() {
    const [{body, etag}, form] = await Promise.all([api('GET', `${at(this.params)}/plan`), readForm(this.params)]);
    this.etag = etag || body.etag;
    if (!this.dirty) {
      this.rows = body.items.map(({criterion, measure, responsible, due}) => ({criterion, measure, responsible, due}));
    }
    return {plan: body, form};
  }

  keepsInput() {
    return this.dirty;
  }

  fieldOf(place) {
    const found = /^items\[(\d+)\]\.(\w+)$/.exec(place);
    return found ? `${found[2]}-${found[1]}` : {'official.number': 'number', 'official.date': 'date'}[place] ?? place;
  }

  change(row, name) {
    return value => {
      row[name] = value;
      this.dirty = true;
      this.requestUpdate();
    };
  }

  add(criterion = '') {
    this.rows.push({criterion, measure: '', responsible: '', due: ''});
    this.dirty = true;
    this.requestUpdate();
    this.updateComplete.then(() => this.querySelector(`#criterion-${this.rows.length - 1}`)?.focus());
  }

  save(event) {
    event.preventDefault();
    const faults = this.rows.flatMap((row, i) => ['criterion', 'measure', 'responsible', 'due'].filter(name => !row[name].trim())
      .map(name => ({field: `${name}-${i}`, text: t('clerk.fault.missing', {label: t(`clerk.plan.${name}`)})})));
    if (!this.rows.length) {
      faults.push({field: null, text: t('clerk.plan.empty')});
    }
    const official = this.typed.number || this.typed.date || this.paper;
    if (official) {
      faults.push(...['number', 'date'].filter(name => !this.typed[name]).map(name => ({field: name, text: t('clerk.fault.missing', {label: t(`clerk.sign.${name}`)})})));
      if (!this.paper) {
        faults.push({field: 'paper', text: t('clerk.plan.needPaper')});
      }
    }
    this.act(faults, async () => {
      const body = {items: this.rows, ...(official && {official: {number: this.typed.number.trim(), date: this.typed.date, sha256: await sha256(this.paper)}})};
      await api('PUT', `${at(this.params)}/plan`, {body, etag: this.etag});
      this.dirty = false;
      this.done = official ? 'issued' : 'saved';
      await this.reload();
    });
  }

  mark(item, done) {
    this.act([], async () => {
      await api('PUT', `${at(this.params)}/earlier-plan/${item.number}`, {body: {done}, etag: this.data.plan.earlier.etag});
      await this.reload();
    });
  }

  body() {
    const {plan, form} = this.data;
    const may = hasRole('unit', 'signer') && plan.dueOn !== undefined;
    return html`<p><a href=${link(this.params)}>← ${t('clerk.criterion.back')}</a></p>
      ${errorSummary(this.faults)}
      <h1>${t('clerk.plan.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      ${plan.dueOn ? html`<p>${t('clerk.plan.dueOn', {day: day(plan.dueOn)})}</p>` : nothing}
      <p role="status" class="state state-saved">${this.done ? t(`clerk.plan.${this.done}`) : ''}</p>
      ${plan.official ? html`<div class="call good"><p>${t('clerk.plan.official', {number: plan.official.number, date: day(plan.official.date)})}</p><p class="hash">${plan.official.sha256}</p></div>` : nothing}
      ${plan.dueOn === undefined && !plan.items.length ? html`<p class="soft">${t('clerk.plan.notYet')}</p>` : nothing}
      ${plan.weakest.length ? html`<section class="card-box"><h2>${t('clerk.plan.weakest')}</h2>
        <ul class="plain">${plan.weakest.map(one => html`<li>${one.criterion} ${one.title ?? ''} <span class="soft">${points(one.points)} / ${points(one.max)}</span>
          ${may ? html`<button class="btn btn-link" @click=${() => this.add(one.criterion)}>${t('clerk.plan.add')}<span class="visually-hidden"> ${one.criterion}</span></button>` : nothing}</li>`)}</ul></section>` : nothing}
      ${may ? this.editor(form) : this.rows.length ? foldingTable({
        columns: ['criterion', 'measure', 'responsible', 'due'].map(name => ({label: t(`clerk.plan.${name}`), cell: row => name === 'due' ? day(row.due) : row[name]})), rows: this.rows}) : nothing}
      ${plan.earlier ? this.earlier(plan.earlier) : nothing}`;
  }

  editor(form) {
    return html`<form novalidate @submit=${event => this.save(event)}>
      ${this.rows.map((row, i) => html`<fieldset class="card-box"><legend>${t('clerk.plan.measureNo', {n: i + 1})}</legend>
        <div class="field"><label class="form-label" for="criterion-${i}">${t('clerk.plan.criterion')}</label>${fieldError(this.faults, `criterion-${i}`)}
          <select class="form-select" id="criterion-${i}" @change=${event => this.change(row, 'criterion')(event.target.value)}><option value="">${t('clerk.questions.choose')}</option>
          ${criteria(form).map(one => html`<option value=${one.id} ?selected=${one.id === row.criterion}>${one.id} ${one.title}</option>`)}</select></div>
        ${[['measure', {rows: 2}], ['responsible', {most: 200, hint: t('clerk.plan.responsibleHint')}], ['due', {type: 'date', size: 'short'}]].map(([name, more]) =>
          textField({id: `${name}-${i}`, label: t(`clerk.plan.${name}`), value: row[name], change: this.change(row, name), faults: this.faults, ...more}))}
        <button type="button" class="btn btn-link" @click=${() => { this.rows.splice(i, 1); this.dirty = true; this.requestUpdate(); }}>${t('clerk.plan.remove')}<span class="visually-hidden"> ${i + 1}</span></button>
      </fieldset>`)}
      <p><button type="button" class="btn btn-outline-primary" @click=${() => this.add()}>${t('clerk.plan.addLine')}</button></p>
      <details class="card-box"><summary>${t('clerk.plan.issue')}</summary><p>${t('clerk.plan.issueText')}</p>
        ${['number', 'date'].map(name => textField({id: name, label: t(`clerk.sign.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, type: name === 'date' ? 'date' : 'text', size: 'medium', most: 100}))}
        <div class="field"><p class="form-label">${t('clerk.plan.paper')} ${this.paper ? html`<span class="soft">${this.paper.name}</span>` : nothing}</p>${fieldError(this.faults, 'paper')}
        ${fileButton({id: 'paper', label: t('clerk.plan.choose'), accept: '.pdf,application/pdf', chosen: ([file]) => { this.paper = file; this.requestUpdate(); }})}</div></details>
      <div class="actions"><button class="btn btn-primary">${t('clerk.save')}</button></div></form>`;
  }

  earlier(earlier) {
    return html`<h2>${t('clerk.plan.earlier', {campaign: earlier.campaign})}</h2>
      ${foldingTable({
        columns: [
          {label: t('clerk.plan.criterion'), cell: row => row.criterion},
          {label: t('clerk.plan.measure'), cell: row => row.measure},
          {label: t('clerk.plan.due'), cell: row => day(row.due)},
          {label: t('clerk.plan.state'), cell: row => html`${tag(t(row.done === undefined ? 'clerk.plan.unsaid' : row.done ? 'clerk.plan.isDone' : 'clerk.plan.notDone'), row.done ? 'good' : 'todo')}
            ${hasRole('unit', 'signer') ? html`<button class="btn btn-link" @click=${() => this.mark(row, !row.done)}>${t(row.done ? 'clerk.plan.markNot' : 'clerk.plan.markDone')}</button>` : nothing}`},
        ],
        rows: earlier.items})}`;
  }
}
customElements.define('mb-clerk-plan', Plan);
