import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {dateTime, points} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {Page} from '../../shell/elements/page.js';
import {foldingTable} from '../../shell/elements/parts.js';
import {at, criteria, link, readForm} from './form.js';

/** Why a criterion has its points: its history in words, from the ledger. */
class History extends Page {
  async load() {
    const {body} = await api('GET', `${at(this.params)}/criteria/${encodeURIComponent(this.params.criterion)}/history`);
    return body;
  }

  body() {
    return html`<p><a href=${link(this.params, '/ledger')}>← ${t('clerk.ledger.title')}</a></p>
      <h1>${t('clerk.history.title', {criterion: this.data.criterion})}</h1>
      <p>${this.data.title}</p>
      ${this.data.items.length ? html`<ol class="history">${this.data.items.map(one => html`<li class="card-box">
        <p class="soft">${dateTime(one.at)} · ${one.who}</p><p>${one.what}</p>${one.points === undefined ? nothing : html`<p><strong>${t('clerk.points.n', {points: points(one.points)})}</strong></p>`}</li>`)}</ol>`
        : html`<p class="soft">${t('clerk.history.none')}</p>`}`;
  }
}
customElements.define('mb-clerk-history', History);

/** All that changed a point of the unit, entry by entry, each holding the one before by its hash. */
class Ledger extends Page {
  async load() {
    const [form, entries] = await Promise.all([readForm(this.params), all(`${at(this.params)}/ledger?limit=500`)]);
    return {form, entries, broken: entries.findIndex((one, i) => i > 0 && one.previousHash !== entries[i - 1].hash)};
  }

  body() {
    const {form, entries, broken} = this.data;
    const last = entries.at(-1);
    return html`<p><a href=${link(this.params)}>← ${t('clerk.criterion.back')}</a></p>
      <h1>${t('clerk.ledger.title')}</h1>
      <p>${t('clerk.ledger.text')}</p>
      ${last ? html`<div class="call ${broken < 0 ? 'good' : 'bad'}"><p>${t(broken < 0 ? 'clerk.ledger.linked' : 'clerk.ledger.broken', {n: entries.length, seq: broken < 0 ? '' : entries[broken].seq})}</p>
        <p>${t('clerk.ledger.end')} <code class="hash">${last.hash}</code></p></div>` : nothing}
      <details><summary>${t('clerk.ledger.why')}</summary><ul>${criteria(form).map(one => html`<li><a href=${link(this.params, `/why/${one.id}`)}>${one.id} ${one.title}</a></li>`)}</ul></details>
      ${foldingTable({
        columns: [
          {label: t('clerk.ledger.seq'), cell: row => row.seq},
          {label: t('clerk.ledger.at'), cell: row => dateTime(row.at)},
          {label: t('clerk.ledger.what'), cell: row => `${t(`clerk.ledger.kind.${row.kind}`)}${row.body?.criterion ? ` (${row.body.criterion})` : ''}`},
          {label: t('clerk.ledger.points'), number: true, cell: row => row.body?.points === undefined ? '–' : points(row.body.points)},
        ],
        rows: [...entries].reverse(), empty: t('clerk.history.none')})}`;
  }
}
customElements.define('mb-clerk-ledger', Ledger);

async function all(path) {
  const entries = [];
  for (let next = ''; next !== null;) {
    const {body} = await api('GET', path + (next && `&cursor=${next}`));
    entries.push(...body.items);
    next = body.next;
  }
  return entries;
}
