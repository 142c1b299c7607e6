import {html, nothing} from 'lit';
import {Page} from '../../shell/elements/page.js';
import {bar, facts, tag} from '../../shell/elements/parts.js';
import {lang, t} from '../../shell/i18n.js';
import {groupName, levelName, ranking, read} from './data.js';
import {points} from '../../shell/format.js';

/** A campaign as everybody sees it: how far it is, and once it is published its results. */
class Results extends Page {
  async load() {
    const {c} = this.params;
    const summary = await read(c, '/summary');
    const tables = summary.issue ? await Promise.all(summary.groups.map(one => ranking(c, one.group))) : [];
    return {summary, tables};
  }

  body() {
    const {summary, tables} = this.data;
    return html`
      <h1>${summary.name}</h1>
      ${facts([
        [t('public.results.stage'), lang() === 'vi' ? summary.stageVi : t(`public.stage.${summary.stage}`)],
        summary.issue && [t('public.results.issue'), summary.issue],
        summary.code && [t('public.results.code'), html`<code>${summary.code}</code>`],
      ])}
      ${summary.issue ? this.published(tables) : this.underWay(summary)}`;
  }

  underWay(summary) {
    return html`
      <h2>${t('public.results.sent')}</h2>
      <p>${t('public.results.noRanks')}</p>
      ${summary.groups.map(one => html`<div class="card-box">
        <h3>${groupName(one.group)}</h3>
        <p>${t('public.results.sentOf', {sent: one.submitted, n: one.units})}</p>
        ${bar(one.submitted, one.units, groupName(one.group))}
      </div>`)}`;
  }

  published(tables) {
    const {c} = this.params;
    return html`
      ${this.data.summary.stage === 'PUBLISHED' ? nothing : html`<p>${tag(t('public.results.corrected'), 'todo')}</p>`}
      ${tables.map(({page, rows}) => {
        const ranked = rows.filter(row => row.rank !== undefined);
        const levels = [...new Set(ranked.map(row => row.level))];
        return html`<section class="card-box">
          <h2>${groupName(page.group)}</h2>
          <p>${t('public.results.ranked', {n: ranked.length, units: rows.length})}</p>
          <ul class="plain">${levels.map(level => html`<li><span class="swatch level-${level}"></span> ${levelName(level)}:
            <b>${ranked.filter(row => row.level === level).length}</b></li>`)}</ul>
          ${ranked.length ? html`<p>${t('public.results.first')} <a href="#/c/${c}/results/unit/${ranked[0].unit}">${ranked[0].name}</a>
            (${points(ranked[0].index)})</p>` : nothing}
          <p class="actions">
            <a class="btn btn-primary" href="#/c/${c}/results/group/${page.group}">${t('public.results.toTable')}</a>
            <a class="btn btn-outline-secondary" href="#/c/${c}/results/group/${page.group}/criteria">${t('public.results.toMap')}</a>
          </p>
        </section>`;
      })}
      <section class="call">
        <h2>${t('public.results.check')}</h2>
        <p>${t('public.results.checkText')}</p>
        <p><a class="btn btn-outline-primary" href="#/c/${c}/verify">${t('public.verify.button')}</a></p>
      </section>`;
  }
}
customElements.define('mb-public-results', Results);
