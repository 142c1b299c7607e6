import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {dateTime, day, number} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {Page} from '../../shell/elements/page.js';
import {facts, foldingTable, tag} from '../../shell/elements/parts.js';
import {at, backTo, link, readCampaign, unitLink} from './common.js';

const TONES = {CONTESTED: 'bad', CONFIRMED: 'good', UNANSWERED: 'plain'};
const MOST = 100;

/** The province's own figures by source: what is in force, and where it differs from what units answered. */
class Sources extends Page {
  async load() {
    const {c} = this.params;
    const campaign = await readCampaign(c);
    const sources = await Promise.all(Object.keys(campaign.sources).sort().map(async source => {
      const {body} = await api('GET', at(c, `/sources/${encodeURIComponent(source)}/differences?limit=${MOST}`));
      return {source, ...body};
    }));
    return {sources};
  }

  body() {
    const {c} = this.params;
    return html`${backTo(c, '/setup', t('office.import.back'))}
      <h1>${t('office.sources.title')}</h1>
      <p>${t('office.sources.text')}</p>
      <p><a class="btn btn-primary" href=${link(c, '/import/source')}>${t('office.sources.new')}</a></p>
      ${this.data.sources.length ? nothing : html`<p class="soft">${t('office.sources.none')}</p>`}
      ${this.data.sources.map(({source, extraction, items, next}) => html`<section class="card-box"><h2>${source}</h2>
        ${facts([
          [t('office.import.field.system'), extraction.system],
          [t('office.sources.period'), `${day(extraction.period.from)} – ${day(extraction.period.to)}`],
          [t('office.sources.imported'), dateTime(extraction.importedAt)],
          [t('office.sources.figures'), t('office.sources.figuresOf', {n: extraction.figures, units: extraction.units})],
          extraction.awaitingConfirmation && [t('office.sources.awaiting'), html`${tag(extraction.awaitingConfirmation, 'todo')} ${t('office.sources.awaitingText')}`],
        ])}
        <p><a href="${link(c, '/import/source')}?source=${encodeURIComponent(source)}">${t('office.sources.again')}</a></p>
        <h3>${t('office.sources.differences')}</h3>
        ${foldingTable({
          columns: [
            {label: t('office.unit.unit'), cell: one => html`<a href=${unitLink(c, one.unit)}>${one.unit}</a>`},
            {label: t('office.questions.criterion'), cell: one => one.criterion},
            {label: t('office.sources.answer'), cell: one => tag(t(`office.sources.state.${one.answerState}`), TONES[one.answerState] ?? 'wait')},
            {label: t('office.sources.old'), cell: one => figures(one.old)},
            {label: t('office.sources.now'), cell: one => figures(one.new)},
          ],
          rows: items, empty: t('office.sources.same')})}
        ${next ? html`<p class="soft">${t('office.sources.more', {n: MOST})}</p>` : nothing}</section>`)}`;
  }
}

/** Inputs as the source's file writes them. */
function figures(found) {
  const inputs = found?.inputs ?? found;
  return inputs ? Object.entries(inputs).map(([key, value]) => `${key} = ${typeof value === 'number' ? number(value) : JSON.stringify(value)}`).join('; ') : '–';
}

customElements.define('mb-office-sources', Sources);
