import {html, nothing} from 'lit';
import {Page} from '../../shell/elements/page.js';
import {t} from '../../shell/i18n.js';
import {maximum, points} from '../../shell/format.js';
import {spreadBar} from './charts.js';
import {groupName, levelTag, read} from './data.js';

/** Two to six units of a group beside each other, criterion by criterion. */
class Compare extends Page {
  static properties = {...Page.properties, differing: {state: true}};

  constructor() {
    super();
    this.differing = true;
  }

  load() {
    return read(this.params.c, `/rankings/${this.params.group}/comparison?units=${encodeURIComponent(this.query.get('units') || '')}`);
  }

  body() {
    const {c, group} = this.params;
    const {units, groups} = this.data;
    return html`
      <p class="back"><a href="#/c/${c}/results/group/${group}">${groupName(group)}</a></p>
      <h1>${t('public.compare.title')}</h1>
      <ol class="compared">${units.map((unit, i) => html`<li><span class="letter">${this.letter(i)}</span>
        <span><a href="#/c/${c}/results/unit/${unit.unit}">${unit.name}</a>
        <span class="under">${unit.rank ? t('public.compare.rank', {rank: unit.rank}) : ''} ${unit.index ? points(unit.index) : ''} ${levelTag(unit.level)}</span></span></li>`)}</ol>
      <div class="form-check"><input class="form-check-input" type="checkbox" id="differing" .checked=${this.differing}
        @change=${event => (this.differing = event.target.checked)}><label class="form-check-label" for="differing">${t('public.compare.differing')}</label></div>
      ${groups.map(one => this.group(one))}`;
  }

  letter(i) {
    return 'ABCDEF'[i];
  }

  group(group) {
    const differs = criterion => new Set(criterion.cells.map(cell => cell.points)).size > 1;
    const lines = group.criteria.filter(criterion => !this.differing || differs(criterion));
    return html`<section>
      <h2>${group.id}. ${group.title}</h2>
      ${this.line(t('public.compare.total', {max: maximum(group.maxPoints)}), group.maxPoints, group.points, false)}
      ${lines.length ? lines.map(criterion => criterion.hidden
        ? html`<p class="soft">${criterion.id}. ${criterion.title}: ${t('public.card.hidden')}</p>`
        : this.line(`${criterion.id}. ${criterion.title} (${t('public.compare.of', {max: maximum(criterion.maxPoints)})})`, criterion.maxPoints, criterion.cells.map(cell => cell.points), true))
        : html`<p class="soft">${t('public.compare.same')}</p>`}
    </section>`;
  }

  line(title, max, cells, criterion) {
    const most = Math.max(...cells.filter(cell => cell !== undefined).map(Number));
    return html`<div class="card-box compared-line">
      <h3>${title}</h3>
      <dl>${cells.map((cell, i) => html`<div><dt><span class="letter" aria-hidden="true">${this.letter(i)}</span><span class="visually-hidden">${this.data.units[i].name}</span></dt>
        <dd>${cell === undefined ? html`<span class="soft">${t('public.card.notApplicable')}</span>`
          : html`${spreadBar(cell, max)}<span class="value ${criterion && Number(cell) === most ? 'most' : nothing}">${points(cell)}</span>`}</dd></div>`)}</dl>
    </div>`;
  }
}
customElements.define('mb-public-compare', Compare);
