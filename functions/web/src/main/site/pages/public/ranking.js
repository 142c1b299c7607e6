import {html, nothing} from 'lit';
import {Page} from '../../shell/elements/page.js';
import {t} from '../../shell/i18n.js';
import {go} from '../../shell/router.js';
import {maximum, plain, points} from '../../shell/format.js';
import {distribution, levelBar} from './charts.js';
import {download, groupName, kindName, levelName, levelTag, ranking, unranked, XLSX} from './data.js';

const COMPARED_MAX = 6;

/** A group's published table: found by name without marks, narrowed, sorted, and chosen from for a comparison. */
class Ranking extends Page {
  static properties = {...Page.properties, words: {state: true}, level: {state: true}, kind: {state: true}, district: {state: true}, sort: {state: true}, chosen: {state: true}};

  constructor() {
    super();
    this.words = '';
    this.level = '';
    this.kind = '';
    this.district = '';
    this.sort = 'rank';
    this.chosen = [];
  }

  async load() {
    const read = await ranking(this.params.c, this.params.group);
    return {...read, names: new Map(read.rows.map(row => [row.unit, row.name]))};
  }

  relabel() {
    this.requestUpdate();
  }

  shown() {
    const words = plain(this.words).split(/\s+/).filter(Boolean);
    const rows = this.data.rows.filter(row => {
      const name = plain(`${row.name} ${row.unit}`);
      return words.every(word => name.includes(word)) && (!this.level || row.level === this.level) &&
        (!this.kind || row.kind === this.kind) && (!this.district || row.parent === this.district || row.unit === this.district);
    });
    const byName = (one, other) => one.name.localeCompare(other.name, 'vi');
    const change = row => (row.lastYear?.index === undefined || row.index === undefined ? -Infinity : row.index - row.lastYear.index);
    if (this.sort === 'name') {
      rows.sort(byName);
    } else if (this.sort === 'change') {
      rows.sort((one, other) => change(other) - change(one) || byName(one, other));
    }
    return rows;
  }

  body() {
    const {c, group} = this.params;
    const {page, rows} = this.data;
    const shown = this.shown();
    const options = key => [...new Set(rows.map(row => row[key]).filter(Boolean))];
    const earlier = rows.some(row => row.lastYear);
    return html`
      <p class="back"><a href="#/c/${c}/results">${t('public.results.title')}</a></p>
      <h1>${groupName(group)}</h1>
      <p>${t('public.ranking.rule')} ${t(`public.tie.${page.tieRule}`)}</p>
      ${distribution(rows)}
      <form class="filters" role="search" @submit=${event => event.preventDefault()}>
        <div class="field wide"><label class="form-label" for="words">${t('public.ranking.words')}</label>
          <input class="form-control" id="words" type="search" autocomplete="off" .value=${this.words}
            aria-describedby="found" @input=${event => (this.words = event.target.value)}></div>
        ${this.select('level', options('level'), levelName)}
        ${options('kind').length > 1 ? this.select('kind', options('kind'), kindName) : nothing}
        ${options('parent').length > 1 ? this.select('district', options('parent'), code => this.data.names.get(code) || code) : nothing}
        <div class="field"><label class="form-label" for="sort">${t('public.ranking.sort')}</label>
          <select class="form-select" id="sort" @change=${event => (this.sort = event.target.value)}>
            <option value="rank">${t('public.ranking.byRank')}</option>
            <option value="name">${t('public.ranking.byName')}</option>
            ${earlier ? html`<option value="change">${t('public.ranking.byChange')}</option>` : nothing}
          </select></div>
      </form>
      <p id="found" role="status">${t('public.ranking.found', {n: shown.length, of: rows.length})}</p>
      ${this.chosen.length ? this.comparison() : nothing}
      <table class="table ranking">
        <caption>${t('public.ranking.caption')}</caption>
        <thead><tr>
          <th scope="col" class="n">${t('public.ranking.rank')}</th>
          <th scope="col">${t('public.ranking.unit')}</th>
          <th scope="col" class="n">${t('public.ranking.index')}</th>
          <th scope="col">${t('public.ranking.level')}</th>
          ${earlier ? html`<th scope="col" class="n change">${t('public.ranking.change')}</th>` : nothing}
          <th scope="col" class="pick">${t('public.ranking.pick')}</th>
        </tr></thead>
        <tbody>${shown.map(row => this.row(row, earlier))}</tbody>
      </table>
      <h2>${t('public.ranking.downloads')}</h2>
      <p class="actions">
        ${[['CSV', 'text/csv', 'csv'], ['Excel', XLSX, 'xlsx'], ['JSON', 'application/json', 'json']].map(([label, type, ending]) => html`
          <button class="btn btn-outline-secondary" @click=${() => download(c, `/rankings/${group}?limit=500`, type, `${c}-${group}.${ending}`)}>${label}</button>`)}
      </p>
      <p>${t('public.ranking.bundle')} <a href="#/c/${c}/verify">${t('public.verify.button')}</a></p>`;
  }

  select(name, values, told) {
    return html`<div class="field"><label class="form-label" for=${name}>${t(`public.ranking.${name}`)}</label>
      <select class="form-select" id=${name} @change=${event => (this[name] = event.target.value)}>
        <option value="">${t('public.ranking.all')}</option>
        ${values.map(value => html`<option value=${value}>${told(value)}</option>`)}
      </select></div>`;
  }

  row(row, earlier) {
    const {c} = this.params;
    const link = html`<a href="#/c/${c}/results/unit/${row.unit}">${row.name}</a>`;
    if (row.rank === undefined) {
      return html`<tr class="unranked"><td class="n rank">–</td><th scope="row">${link}</th><td class="why" colspan=${earlier ? 4 : 3}>${unranked(row)}</td></tr>`;
    }
    const under = [row.label, row.parent && this.data.names.get(row.parent), row.rankInDistrict && t('public.ranking.inDistrict', {n: row.rankInDistrict})].filter(Boolean);
    const picked = this.chosen.includes(row.unit);
    return html`<tr>
      <td class="n rank">${row.rank}</td>
      <th scope="row">${link}${under.length ? html`<span class="under">${under.join(' · ')}</span>` : nothing}${levelBar(row.index, row.level)}
        <span class="under">${t('public.ranking.pointsOf', {points: points(row.points), max: maximum(row.max)})}</span></th>
      <td class="n index">${points(row.index)}</td>
      <td class="lv">${levelTag(row.level)}</td>
      ${earlier ? html`<td class="n change" data-label=${t('public.ranking.change')}>${this.change(row)}</td>` : nothing}
      <td class="pick"><input class="form-check-input" type="checkbox" aria-label=${t('public.ranking.pickUnit', {name: row.name})} .checked=${picked}
        ?disabled=${!picked && this.chosen.length >= COMPARED_MAX} @change=${() => this.pick(row.unit)}></td></tr>`;
  }

  change(row) {
    if (row.lastYear?.index === undefined) {
      return html`<span class="soft">${t('public.ranking.noYear')}</span>`;
    }
    const by = (row.index - row.lastYear.index).toFixed(2);
    return html`<span class=${by < 0 ? 'down' : 'up'}>${by < 0 ? '▼' : by > 0 ? '▲' : '='} ${points(Math.abs(by))}</span>`;
  }

  pick(unit) {
    this.chosen = this.chosen.includes(unit) ? this.chosen.filter(one => one !== unit) : [...this.chosen, unit];
  }

  comparison() {
    const {c, group} = this.params;
    return html`<div class="call picked" role="status">
      <p>${this.chosen.map(unit => this.data.names.get(unit)).join(', ')}</p>
      <p class="actions">
        <button class="btn btn-primary" ?disabled=${this.chosen.length < 2}
          @click=${() => go(`/c/${c}/results/group/${group}/compare?units=${this.chosen.map(encodeURIComponent).join(',')}`)}>
          ${this.chosen.length < 2 ? t('public.ranking.pickMore') : t('public.ranking.compare', {n: this.chosen.length})}</button>
        <button class="btn btn-outline-secondary" @click=${() => (this.chosen = [])}>${t('public.ranking.pickNone')}</button>
      </p></div>`;
  }
}
customElements.define('mb-public-ranking', Ranking);
