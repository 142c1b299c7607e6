import {html, nothing} from 'lit';
import {api, Problem} from '../../shell/api.js';
import {maximum} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {go} from '../../shell/router.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {checkField} from '../../shell/elements/check-field.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, criteria, find, readForm, readRules} from '../clerk/form.js';
import {fields, idOf, inputsOf, typedOf} from '../clerk/inputs.js';
import {inputLines, ruleInWords} from '../clerk/rules.js';
import {communeLink} from './communes.js';

/** One criterion typed from a commune's paper, with the same fields as the commune would have. */
class PaperCriterion extends ActionPage {
  get unit() {
    return {c: this.params.c, u: this.params.commune};
  }

  async load() {
    const form = await readForm(this.unit);
    const rules = await readRules(this.unit, form);
    const criterion = find(form, this.params.criterion);
    const paper = form.papers.filter(file => file.purpose === 'paper-form' && file.state === 'ACCEPTED').at(-1);
    if (!criterion || !paper) {
      throw new Problem(404, {detail: t('district.paper.first')});
    }
    this.inputs ??= typedOf(criterion, criterion.answer?.inputs ?? {});
    this.typed = {na: criterion.answer?.notApplicable !== undefined, reason: criterion.answer?.notApplicable ?? '', ...this.typed};
    return {form, criterion, paper, rule: rules.get(criterion.id)};
  }

  keepsInput() {
    return !!this.dirty;
  }

  fieldOf(place) {
    return place.startsWith('inputs.') ? idOf(place.slice('inputs.'.length)) : {notApplicable: 'reason', 'contest.reason': 'reason'}[place] ?? place;
  }

  save(event) {
    event.preventDefault();
    const {criterion, paper, form} = this.data;
    const reason = (this.typed.reason ?? '').trim();
    const {inputs, faults} = this.typed.na ? {faults: []} : inputsOf(criterion, this.inputs);
    // What the paper says of a figure of the province is that it is right, or what is right instead, and why.
    const same = criterion.baseline && !this.typed.na && JSON.stringify(inputs) === JSON.stringify(criterion.baseline.inputs);
    const needsReason = this.typed.na || (criterion.baseline && !same && !faults.length);
    const all = [...faults, ...(needsReason && !reason ? [{field: 'reason', text: t('clerk.fault.reason')}] : [])];
    this.act(all, async () => {
      const said = this.typed.na ? {notApplicable: reason} : same ? {confirm: true} : {inputs, ...(criterion.baseline && {contest: {reason}})};
      const body = {...said, paper: paper.evidenceId, ...(criterion.baseline && !this.typed.na && {baselineVersion: criterion.baseline.version})};
      await api('PUT', `${at(this.unit)}/answers/${encodeURIComponent(criterion.id)}`, {body, etag: criterion.answer?.etag});
      this.dirty = false;
      const next = criteria(form).find(one => one.id !== criterion.id && !one.answer && ['declared', 'source'].includes(one.inputKind) && !one.notAssigned);
      go(`/c/${this.params.c}/d/${this.params.u}/commune/${this.params.commune}/paper${next ? `/${next.id}` : ''}`);
    });
  }

  touch(name, value) {
    this.dirty = true;
    this.type(name)(value);
  }

  body() {
    const {criterion, rule, form} = this.data;
    return html`<p><a href=${communeLink(this.params, this.params.commune, '/paper')}>← ${t('district.paper.nav')}</a></p>
      ${errorSummary(this.faults)}
      <h1>${criterion.id} ${criterion.title} <span class="points">${t('clerk.points.upTo', {max: maximum(criterion.maxPoints)})}</span></h1>
      <p class="call todo">${t('district.paper.for', {name: form.name})}</p>
      ${this.failed ? problemBox(this.failed) : nothing}
      ${ruleInWords(rule.scoring, criterion.maxPoints)}
      ${criterion.baseline ? html`<div class="call"><h2>${t('clerk.source.heading')}</h2><dl class="facts">${inputLines(criterion, criterion.baseline.inputs).map(line => html`<div><dt>${line.label}</dt><dd>${line.text}</dd></div>`)}</dl></div>` : nothing}
      <form class="card-box" novalidate @submit=${event => this.save(event)}>
        ${this.typed.na ? nothing : fields(criterion, {typed: this.inputs, faults: this.faults, change: (path, value) => { this.inputs = {...this.inputs, [path]: value}; this.dirty = true; this.requestUpdate(); }})}
        ${criterion.naAllowed ? checkField({id: 'na', label: t('clerk.na.tick'), checked: this.typed.na, change: value => this.touch('na', value)}) : nothing}
        ${this.typed.na || criterion.baseline ? textField({id: 'reason', label: t(this.typed.na ? 'clerk.na.label' : 'district.paper.differs'), value: this.typed.reason, change: value => this.touch('reason', value), faults: this.faults, rows: 2}) : nothing}
        <div class="actions"><button class="btn btn-primary" aria-disabled=${this.busy ? 'true' : nothing}>${t('district.paper.save')}</button></div></form>`;
  }
}
customElements.define('mb-district-paper-criterion', PaperCriterion);
