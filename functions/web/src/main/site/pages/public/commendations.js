import {html, nothing} from 'lit';
import {Page} from '../../shell/elements/page.js';
import {api} from '../../shell/api.js';
import {errorSummary, fieldError, focusErrors} from '../../shell/elements/error-summary.js';
import {foldingTable} from '../../shell/elements/parts.js';
import {number, parseNumber, points} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {at, groupName, levelName, levelTag} from './data.js';

const TOP_MAX = 500;

/** Who may be proposed for commendation: rules first, the list under them. */
class Commendations extends Page {
  static properties = {...Page.properties, faults: {state: true}};

  constructor() {
    super();
    this.rules = {top: '3', level: '', improvement: ''};
    this.faults = [];
  }

  async load() {
    const query = new URLSearchParams({top: this.rules.top});
    for (const rule of ['level', 'improvement']) {
      if (this.rules[rule]) {
        query.set(rule, this.rules[rule]);
      }
    }
    return (await api('GET', at(this.params.c, `/commendations?${query}`))).body;
  }

  async apply(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const top = parseNumber(form.get('top'));
    const improvement = parseNumber(form.get('improvement'));
    this.faults = [];
    if (!/^[0-9]+$/.test(top.value ?? '') || Number(top.value) > TOP_MAX) {
      this.faults.push({field: 'top', text: t('public.commend.topFault')});
    }
    if (!improvement.empty && !/^[0-9]{1,3}([.][0-9]{1,2})?$/.test(improvement.value ?? '')) {
      this.faults.push({field: 'improvement', text: t('public.commend.improvementFault')});
    }
    if (this.faults.length) {
      await this.updateComplete;
      focusErrors(this);
      return;
    }
    this.rules = {top: top.value, level: form.get('level'), improvement: improvement.empty ? '' : improvement.value};
    await this.reload();
  }

  body() {
    const {c} = this.params;
    return html`
      <h1>${t('public.commend.title')}</h1>
      <p>${t('public.commend.lead')}</p>
      ${errorSummary(this.faults)}
      <form class="filters" novalidate @submit=${event => this.apply(event)}>
        ${this.field('top', this.rules.top)}
        <div class="field"><label class="form-label" for="level">${t('public.commend.level')}</label>
          <select class="form-select" id="level" name="level"><option value="">${t('public.ranking.all')}</option>
            ${['TOT', 'KHA', 'TB'].map(code => html`<option value=${code} ?selected=${this.rules.level === code}>${levelName(code)}</option>`)}</select></div>
        ${this.field('improvement', this.rules.improvement && number(this.rules.improvement))}
        <button class="btn btn-primary">${t('public.commend.apply')}</button>
      </form>
      ${this.data.groups.map(group => html`<h2>${groupName(group.group)}</h2>${foldingTable({
        caption: t('public.commend.caption', {n: group.candidates.length, of: group.ranked}),
        empty: t('public.commend.none'),
        rows: group.candidates,
        columns: [
          {label: t('public.ranking.unit'), cell: one => html`<a href="#/c/${c}/results/unit/${one.unit}">${one.name}</a>`},
          {label: t('public.ranking.rank'), number: true, cell: one => one.rank ?? '–'},
          {label: t('public.ranking.index'), number: true, cell: one => (one.index ? points(one.index) : '–')},
          {label: t('public.ranking.level'), cell: one => levelTag(one.level)},
          {label: t('public.commend.gained'), number: true, cell: one => (one.gained ? points(one.gained) : '–')},
          {label: t('public.commend.grounds'), cell: one => [one.byPlace && t('public.commend.byPlace'), one.byImprovement && t('public.commend.byImprovement')].filter(Boolean).join(', ')},
        ],
      })}`)}`;
  }

  field(name, value) {
    const wrong = this.faults.some(fault => fault.field === name);
    return html`<div class="field ${wrong ? 'wrong' : ''}"><label class="form-label" for=${name}>${t(`public.commend.${name}`)}</label>
      ${fieldError(this.faults, name)}
      <input class="form-control short" id=${name} name=${name} inputmode="decimal" .value=${value} aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? `${name}-error` : nothing}></div>`;
  }
}
customElements.define('mb-public-commendations', Commendations);
