import {html, nothing} from 'lit';
import {Page} from '../../shell/elements/page.js';
import {facts} from '../../shell/elements/parts.js';
import {lang, t} from '../../shell/i18n.js';
import {maximum, number, points} from '../../shell/format.js';
import {title} from '../../shell/router.js';
import {overYears, spreadBar} from './charts.js';
import {download, groupName, levelName, levelTag, read, readIfThere, said, unranked, XLSX} from './data.js';

/** A unit's scorecard: what it reached, what the next level needs, how the group is spread, and the years before. */
class Scorecard extends Page {
  async load() {
    const {c, u} = this.params;
    const unit = `/units/${encodeURIComponent(u)}`;
    const [card, years] = await Promise.all([read(c, `${unit}/scorecard`), readIfThere(c, `${unit}/results`)]);
    title(card.name);
    return {card, years};
  }

  body() {
    const {c} = this.params;
    const {card, years} = this.data;
    return html`
      <p class="back"><a href="#/c/${c}/results/group/${card.group}">${groupName(card.group)}</a></p>
      <h1>${card.name}</h1>
      ${card.label ? html`<p>${card.label}</p>` : nothing}
      ${card.unranked ? html`<p class="call todo">${t('public.card.unranked')} ${unranked(card)}</p>` : nothing}
      ${facts([
        card.index && [t('public.ranking.index'), html`<b class="big">${points(card.index)}</b> ${levelTag(card.level)}`],
        card.rank && [t('public.ranking.rank'), t('public.card.rankOf', {rank: card.rank, n: card.unitsInGroup})],
        card.rankInDistrict && [t('public.card.rankInDistrict'), card.rankInDistrict],
        [t('public.card.points'), t('public.ranking.pointsOf', {points: points(card.points), max: maximum(card.max)})],
        card.self?.index && [t('public.card.self'), points(card.self.index)],
        card.tieBreak?.length && [t('public.card.tieBreak'), card.tieBreak.map(one => `${one.group}: ${points(one.points)}`).join('; ')],
      ])}
      ${this.next(card.nextLevel)}
      <h2>${t('public.card.groups')}</h2>
      <p class="legend"><span class="swatch own"></span> ${t('public.card.legendOwn')} <span class="swatch range"></span> ${t('public.card.legendRange')}
        <span class="swatch median"></span> ${t('public.card.legendMedian')}</p>
      ${card.groups.map(group => this.group(group))}
      ${years ? this.history(years) : nothing}
      ${card.exceptions ? this.exceptions(card.exceptions) : nothing}
      ${card.evidenceRequest ? html`<h2>${t('public.card.evidence')}</h2><p>${said(card.evidenceRequest)}</p>` : nothing}
      <h2>${t('public.ranking.downloads')}</h2>
      <p class="actions">${[['CSV', 'text/csv', 'csv'], ['Excel', XLSX, 'xlsx'], ['JSON', 'application/json', 'json']].map(([label, type, ending]) => html`
        <button class="btn btn-outline-secondary" @click=${() => download(c, `/units/${encodeURIComponent(card.unit)}/scorecard`, type, `${c}-${card.unit}.${ending}`)}>${label}</button>`)}</p>`;
  }

  next(next) {
    if (!next) {
      return nothing;
    }
    return html`<section class="call">
      <h2>${t('public.card.next', {level: lang() === 'vi' ? next.levelVi : levelName(next.level)})}</h2>
      <p>${t(next.minInclusive ? 'public.card.nextFrom' : 'public.card.nextAbove', {bound: points(next.minPercent), distance: points(next.distance)})}</p>
      <p>${t(next.enough ? 'public.card.nextEnough' : 'public.card.nextNotEnough')}</p>
      <ul>${next.criteria.map(one => html`<li>${one.id}. ${one.title}: ${t('public.card.gap', {points: points(one.gap)})}</li>`)}</ul>
    </section>`;
  }

  group(group) {
    return html`<details class="card-box group" ?open=${group.id === this.query.get('group')}>
      <summary><span class="head"><span>${group.id}. ${group.title}</span>
        <span class="value">${t('public.card.of', {points: points(group.points), max: maximum(group.maxPoints)})}</span></span>
        ${spreadBar(group.points, group.maxPoints, group.ofAllUnits)}
        ${group.ofAllUnits ? html`<span class="under">${t('public.card.spread', {least: points(group.ofAllUnits.least), median: points(group.ofAllUnits.median), most: points(group.ofAllUnits.most)})}</span>` : nothing}
      </summary>
      <ul class="criteria">${group.criteria.map(one => this.criterion(one))}</ul>
    </details>`;
  }

  criterion(one) {
    const notes = [];
    if (one.notAssigned) {
      notes.push(t('public.card.notAssigned', {number: one.notAssigned.number}));
    }
    if (one.selfNotApplicable) {
      notes.push(t('public.card.selfNotApplicable'));
    } else if (one.selfPoints !== undefined && one.selfPoints !== one.points) {
      notes.push(t('public.card.selfPoints', {points: points(one.selfPoints)}));
    }
    for (const [heard, key] of [[one.explained, 'explained'], [one.petitioned, 'petitioned']]) {
      if (heard) {
        notes.push(`${t(`public.card.${key}`)}: ${t(`public.heard.${heard.ended}`)}${heard.points ? ` (${points(heard.points)})` : ''}`);
      }
    }
    if (one.awaitsBest) {
      notes.push(t('public.card.awaitsBest'));
    }
    return html`<li>
      <div class="head"><span>${one.id}. ${one.title}</span><span class="value">${one.hidden ? t('public.card.hiddenShort')
        : one.notApplicable || one.notAssigned ? t('public.card.notApplicable')
        : t('public.card.of', {points: points(one.points ?? 0), max: maximum(one.maxPoints)})}</span></div>
      ${one.hidden ? html`<p class="under">${t('public.card.hidden')}</p>` : nothing}
      ${one.figures ? html`<ul class="figures">${one.figures.map(figure => html`<li>${figure.label}${figure.value === undefined ? ' ✓' : html`: <b>${told(figure.value)}</b>`}</li>`)}</ul>` : nothing}
      ${notes.length ? html`<p class="under">${notes.join(' · ')}</p>` : nothing}
    </li>`;
  }

  history(years) {
    const earliest = [...years.items].reverse();
    return html`<h2>${t('public.card.years')}</h2>
      ${overYears(earliest)}
      <ul class="years">${years.items.map(year => html`<li><b>${year.year}</b> ${year.index
        ? html`${points(year.index)} ${levelTag(year.level)} ${t('public.card.rankOf', {rank: year.rank, n: year.unitsInGroup})}`
        : unranked(year)}
        ${year.campaign === this.params.c ? nothing : html` <a href="#/c/${year.campaign}/results/unit/${year.unit}">${year.name}</a>`}</li>`)}</ul>
      ${years.notComparable ? html`<p class="soft">${t('public.card.notComparable', {campaign: years.notComparable})}</p>` : nothing}`;
  }

  exceptions(counts) {
    const some = Object.entries(counts).filter(([, n]) => n > 0);
    return html`<h2>${t('public.card.exceptions')}</h2>
      ${some.length ? html`<ul>${some.map(([name, n]) => html`<li>${t(`public.exception.${name}`)}: <b>${n}</b></li>`)}</ul>`
        : html`<p>${t('public.card.noExceptions')}</p>`}`;
  }
}
customElements.define('mb-public-scorecard', Scorecard);

/** A figure as people read it. */
function told(value) {
  if (value === 'true' || value === 'false') {
    return t(`public.card.${value === 'true' ? 'yes' : 'no'}`);
  }
  return /^[0-9]+([.][0-9]+)?$/.test(value) ? number(value) : value;
}
