import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {api} from '../../shell/api.js';
import {dateTime} from '../../shell/format.js';
import {lang, t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {confirm} from '../../shell/elements/confirm.js';
import {problemBox} from '../../shell/elements/page.js';
import {checkField} from '../../shell/elements/check-field.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {facts} from '../../shell/elements/parts.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, criteria, readForm} from '../clerk/form.js';
import {reading} from '../clerk/reading.js';
import {clock, communeLink, isHere, isWorking, link, stateTag} from './communes.js';

const BEFORE_MARKS = ['AT_DISTRICT', 'FORWARDED', 'SUBMITTED'];

/** A commune's form as its district reads it: remarks a criterion, and back to the commune whole or in part. */
class Commune extends ActionPage {
  get unit() {
    return {c: this.params.c, u: this.params.commune};
  }

  async load() {
    const form = await readForm(this.unit);
    this.typed = {...Object.fromEntries(criteria(form).map(one => [`remark-${one.id}`, one.remark?.remark ?? ''])), ...this.typed};
    return {form};
  }

  keepsInput() {
    return !!this.typed.reason || !!this.dirty;
  }

  fieldOf(place) {
    return place === 'remark' ? this.remarked : place.startsWith('criteria') ? null : place;
  }

  remark(one) {
    this.remarked = `remark-${one.id}`;
    const text = this.typed[this.remarked].trim();
    this.act(text ? [] : [{field: this.remarked, text: t('clerk.fault.missing', {label: t('district.remark.label')})}], async () => {
      await api('PUT', `${at(this.unit)}/remarks/${encodeURIComponent(one.id)}`, {body: {remark: text}, etag: one.remark?.etag});
      this.noted = one.id;
      this.dirty = false;
      await this.reload();
    });
  }

  get chosen() {
    return criteria(this.data.form).filter(one => this.typed[`back-${one.id}`]);
  }

  async giveBack(event) {
    event.preventDefault();
    const {form} = this.data;
    const {chosen} = this;
    const reason = (this.typed.reason ?? '').trim();
    const faults = [
      ...(reason ? [] : [{field: 'reason', text: t('clerk.fault.missing', {label: t('district.return.reason')})}]),
      ...(this.typed.whole === undefined ? [{field: 'return-whole', text: t('district.return.choose')}] : []),
      ...(this.typed.whole === false && !chosen.length ? [{field: 'return-part', text: t('district.return.noCriteria')}] : []),
    ];
    const sure = {
      title: t(this.typed.whole ? 'district.return.sureWhole' : 'district.return.surePart', {name: form.name, n: chosen.length}),
      text: t(this.typed.whole ? 'district.return.wholeText' : 'district.return.partText'), yes: t('district.return.do'), danger: true,
    };
    if (!faults.length && !(await confirm(sure))) {
      return;
    }
    this.act(faults, async key => {
      const body = {reason, ...(!this.typed.whole && {criteria: chosen.map(one => one.id)})};
      await api('POST', `${at(this.unit)}/return`, {body, etag: form.etag, key});
      this.done = t('district.return.done', {name: form.name});
      this.typed = {};
      await this.reload({focus: true});
    });
  }

  body() {
    const {form} = this.data;
    const may = BEFORE_MARKS.includes(form.state);
    return html`<p><a href=${link(this.params)}>← ${t('district.board.nav')}</a></p>
      ${errorSummary(this.faults)}
      <h1>${form.name}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <div role="status">${this.done ? html`<p class="call good">${this.done}</p>` : nothing}</div>
      <section class="card-box">${facts([
        [t('district.state'), stateTag(form)],
        [t('district.clock.commune'), clock(form.dueAt, isWorking(form))],
        form.forwardBy && [t('district.clock.district'), clock(form.forwardBy, isHere(form))],
        form.signature && [t('district.commune.sent'), `${dateTime(form.signature.sentAt)} – ${form.signature.name}, ${form.signature.title}`],
        form.returned && [t('district.commune.returned'), t('district.commune.returnedText', {at: dateTime(form.returned.at), by: lang() === 'vi' ? form.returned.byVi : t(`district.commune.by.${form.returned.by}`), until: dateTime(form.returned.until), reason: form.returned.reason})],
        form.reopened?.length && [t('district.commune.reopened'), form.reopened.map(one => one.criterion).join(', ')],
      ])}</section>
      ${isWorking(form) ? html`<p><a href=${communeLink(this.params, this.params.commune, '/paper')}>${t('district.paper.nav')}</a></p>` : nothing}
      <h2>${t('district.commune.form')}</h2>
      ${reading(this.unit, form, one => this.remarks(form, one))}
      ${may ? this.returning() : nothing}`;
  }

  remarks(form, one) {
    const id = `remark-${one.id}`;
    if (isWorking(form)) {
      return one.remark ? html`<p class="call">${t('district.remark.label')}: ${one.remark.remark}</p>` : nothing;
    }
    return html`<details class="remark" ?open=${!!one.remark}><summary>${t('district.remark.label')}<span class="visually-hidden"> ${one.id}</span></summary>
      ${textField({id, label: t('district.remark.on', {criterion: one.id}), value: this.typed[id], change: value => { this.dirty = true; this.type(id)(value); }, faults: this.faults, rows: 2})}
      <div class="actions"><button class="btn btn-outline-primary" @click=${() => this.remark(one)}>${t('district.remark.save')}<span class="visually-hidden"> ${one.id}</span></button>
        <span role="status" class="state state-saved">${this.noted === one.id ? t('district.remark.saved') : ''}</span></div></details>`;
  }

  returning() {
    const radio = (id, whole, label) => html`<div class="form-check"><input class="form-check-input" type="radio" name="return" id=${id} .checked=${live(this.typed.whole === whole)} @change=${() => this.type('whole')(whole)}>
      <label class="form-check-label" for=${id}>${label}</label></div>`;
    return html`<form class="card-box" novalidate @submit=${event => this.giveBack(event)}><h2>${t('district.return.title')}</h2>
      <fieldset class="field"><legend>${t('district.return.what')}</legend>
        ${radio('return-whole', true, t('district.return.whole'))}${radio('return-part', false, t('district.return.part'))}</fieldset>
      ${this.typed.whole === false ? html`<fieldset class="field" id="chosen"><legend>${t('district.return.criteria')}</legend>
        ${criteria(this.data.form).filter(one => one.answer).map(one => checkField({id: `pick-${one.id}`, label: `${one.id} ${one.title}`, checked: this.typed[`back-${one.id}`], change: this.type(`back-${one.id}`)}))}</fieldset>` : nothing}
      ${textField({id: 'reason', label: t('district.return.reason'), value: this.typed.reason, change: this.type('reason'), faults: this.faults, rows: 3, most: 1000})}
      <button class="btn btn-outline-danger" aria-disabled=${this.busy ? 'true' : nothing}>${t('district.return.do')}</button></form>`;
  }
}
customElements.define('mb-district-commune', Commune);
