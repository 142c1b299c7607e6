import {html, nothing} from 'lit';
import {Page} from '../../shell/elements/page.js';
import {api, Problem} from '../../shell/api.js';
import {maximum, points} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {fetched} from './bundle.js';
import {levelBar, shade} from './charts.js';
import {at, groupName} from './data.js';
import {unzip} from './zip.js';

/** Every criterion of every unit of a group, from the bundle that everybody can download: where points are lost. */
class Map_ extends Page {
  async load() {
    const {c, group} = this.params;
    const {body} = await api('GET', at(c, '/bundle'), {open: true});
    let files;
    try {
      files = await unzip(await fetched(body.url));
    } catch (broken) {
      console.warn(broken);
    }
    if (!files) {
      throw new Problem(0, {type: 'offline', detail: t('public.map.unread')});
    }
    const text = path => {
      const file = files.find(one => one.name.endsWith(path));
      return file?.content ? new TextDecoder().decode(file.content) : '';
    };
    const criteria = JSON.parse(text(`/data/criteria/group-${group}.json`)).groups.flatMap(one => one.criteria);
    const rows = JSON.parse(text(`/data/ranking/group-${group}.json`)).rows.filter(row => row.rank !== undefined);
    const cells = new Map();
    for (const line of text(`/data/scores/group-${group}.jsonl`).split('\n').filter(Boolean)) {
      const unit = JSON.parse(line);
      cells.set(unit.unit, new Map(unit.criteria.map(cell => [cell.criterion, cell.final])));
    }
    return {criteria, rows, cells};
  }

  relabel() {
    this.requestUpdate();
  }

  /** What a unit has of a criterion: its points; null where it does not apply, undefined where it is not public. */
  value(row, criterion) {
    const cell = this.data.cells.get(row.unit)?.get(criterion.id);
    if (!cell) {
      return undefined;
    }
    return cell.is === 'NOT_APPLICABLE' || cell.is === 'NOT_ASSIGNED' ? null : Number(cell.points);
  }

  body() {
    const {c, group} = this.params;
    const {criteria, rows} = this.data;
    const means = criteria.map(criterion => {
      const known = rows.map(row => this.value(row, criterion)).filter(value => typeof value === 'number');
      return {criterion, n: known.length, share: known.length ? (100 * known.reduce((sum, value) => sum + value, 0)) / known.length / criterion.maxPoints : null};
    });
    const weakest = means.filter(one => one.share !== null).sort((one, other) => one.share - other.share);
    return html`
      <p class="back"><a href="#/c/${c}/results/group/${group}">${groupName(group)}</a></p>
      <h1>${t('public.map.title')}</h1>
      <p>${t('public.map.lead')}</p>
      <h2>${t('public.map.weakest')}</h2>
      <ol class="weakest">${weakest.map(({criterion, share, n}) => html`<li>
        <div class="head"><span>${criterion.id}. ${criterion.title}</span><span class="value">${points(share)}%</span></div>
        ${levelBar(share, 'none')}<span class="under">${t('public.map.of', {max: maximum(criterion.maxPoints), n})}</span></li>`)}</ol>
      <h2>${t('public.map.all')}</h2>
      <p class="legend">${[4, 3, 2, 1, 0].map(i => html`<span class="swatch shade-${i}"></span> ${t(`public.shade.${i}`)} `)}</p>
      <div class="wide-table" tabindex="0" role="region" aria-label=${t('public.map.all')}>
        <table class="heat">
          <thead><tr><th scope="col">${t('public.ranking.unit')}</th>${criteria.map(criterion => html`<th scope="col" title=${criterion.title}>${criterion.id}</th>`)}</tr></thead>
          <tbody>${rows.map(row => html`<tr><th scope="row"><a href="#/c/${c}/results/unit/${row.unit}">${row.name}</a></th>
            ${criteria.map(criterion => this.cell(row, criterion))}</tr>`)}</tbody>
        </table>
      </div>`;
  }

  cell(row, criterion) {
    const value = this.value(row, criterion);
    if (value === undefined) {
      return html`<td class="none" title=${t('public.card.hiddenShort')}>…</td>`;
    }
    return value === null ? html`<td class="none" title=${t('public.card.notApplicable')}>–</td>`
      : html`<td class="shade-${shade(value / criterion.maxPoints)}">${maximum(value)}</td>`;
  }
}
customElements.define('mb-public-map', Map_);
