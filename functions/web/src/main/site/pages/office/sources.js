import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {dateTime, day, number} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {hasRole} from '../../shell/session.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {facts, foldingTable, tag} from '../../shell/elements/parts.js';
import {at, backTo, link, ofUnit, readCampaign, unitLink} from './common.js';

const TONES = {CONTESTED: 'bad', CONFIRMED: 'good', UNANSWERED: 'plain'};
const MOST = 100;

/** The province's own figures by source: what is in force, and where it differs from what units answered. */
class Sources extends ActionPage {
  async load() {
    const {c} = this.params;
    const campaign = await readCampaign(c);
    const sources = await Promise.all(Object.keys(campaign.sources).sort().map(async source => {
      const {body} = await api('GET', at(c, `/sources/${encodeURIComponent(source)}/differences?limit=${MOST}`));
      return {source, ...body};
    }));
    return {sources};
  }

  /** What somebody imported for the body that employs them is in force once a deputy of another body says so. */
  confirm(source, {awaitingConfirmation, version}) {
    this.act([], async key => {
      await api('POST', ofUnit(this.params.c, awaitingConfirmation, `/sources/${encodeURIComponent(source)}/confirmation`), {body: {version}, key});
      this.done = t('office.sources.confirmed', {unit: awaitingConfirmation});
      await this.reload({focus: true});
    });
  }

  body() {
    const {c} = this.params;
    return html`${hasRole('office') ? backTo(c, '/setup', t('office.import.back')) : nothing}
      ${errorSummary(this.faults)}
      <h1>${t('office.sources.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <div role="status">${this.done ? html`<p class="call good">${this.done}</p>` : nothing}</div>
      <p>${t('office.sources.text')}</p>
      ${hasRole('office') ? html`<p><a class="btn btn-primary" href=${link(c, '/import/source')}>${t('office.sources.new')}</a></p>` : nothing}
      ${this.data.sources.length ? nothing : html`<p class="soft">${t('office.sources.none')}</p>`}
      ${this.data.sources.map(({source, extraction, items, next}) => html`<section class="card-box"><h2>${source}</h2>
        ${facts([
          [t('office.import.field.system'), extraction.system],
          [t('office.sources.period'), `${day(extraction.period.from)} – ${day(extraction.period.to)}`],
          [t('office.sources.imported'), dateTime(extraction.importedAt)],
          [t('office.sources.figures'), t('office.sources.figuresOf', {n: extraction.figures, units: extraction.units})],
          extraction.awaitingConfirmation && [t('office.sources.awaiting'), html`${tag(extraction.awaitingConfirmation, 'todo')} ${t('office.sources.awaitingText')}`],
        ])}
        ${hasRole('office') ? html`<p><a href="${link(c, '/import/source')}?source=${encodeURIComponent(source)}">${t('office.sources.again')}</a></p>` : nothing}
        ${hasRole('deputy') && extraction.awaitingConfirmation ? html`<button class="btn btn-primary" @click=${() => this.confirm(source, extraction)}>${t('office.sources.confirm')}<span class="visually-hidden"> ${source}</span></button>` : nothing}
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
