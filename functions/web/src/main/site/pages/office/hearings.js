import {html, nothing} from 'lit';
import {api, Problem} from '../../shell/api.js';
import {download} from '../../shell/files.js';
import {dateTime} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {confirm} from '../../shell/elements/confirm.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {facts, foldingTable} from '../../shell/elements/parts.js';
import {at, backTo, change, ofUnit, readCampaign, readOrNull, standingTag, unitLink} from './common.js';
import {openWork} from './open-work.js';

const MARKED = ['UNDER_APPRAISAL', 'EXPLANATION_REQUESTED', 'EXPLAINED', 'APPRAISED'];

/** Hearing the units: who explains, and showing everybody their own provisional result. */
class Hearings extends ActionPage {
  async load() {
    const {c} = this.params;
    const [campaign, progress] = await Promise.all([readCampaign(c), readOrNull(at(c, '/progress'))]);
    const lines = progress?.body.items ?? [];
    // Shown to all at once: any unit that the reader may open says when, and until when it may petition.
    let shown = null;
    for (const line of campaign.stage === 'APPRAISING' ? lines.filter(one => MARKED.includes(one.state)).slice(0, 3) : []) {
      shown ??= await readOrNull(ofUnit(c, line.unit, '/provisional'));
    }
    return {campaign, lines, shown: shown?.body};
  }

  async showAll() {
    if (!(await confirm({title: t('office.hearings.sure'), text: t('office.hearings.sureText'), yes: t('office.hearings.show')}))) {
      return;
    }
    this.blocked = null;
    await this.act([], async key => {
      try {
        const {body} = await change('POST', at(this.params.c, '/provisional'), {key});
        this.done = body;
        await this.reload({focus: true});
      } catch (refused) {
        if (!(refused instanceof Problem) || refused.type !== 'provisional-not-ready') {
          throw refused;
        }
        this.blocked = refused;
      }
    });
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector('#open-work')?.focus();
  }

  notice() {
    this.act([], async () => {
      const {body} = await api('GET', at(this.params.c, '/papers/provisional-notice'), {as: 'blob'});
      download(body, 'thong-bao-ket-qua-du-kien.docx');
    });
  }

  body() {
    const {c} = this.params;
    const {campaign, lines, shown} = this.data;
    const of = states => lines.filter(line => states.includes(line.state));
    const heard = of(['EXPLANATION_REQUESTED', 'EXPLAINED']);
    return html`${backTo(c)}
      ${errorSummary(this.faults)}
      <h1>${t('office.hearings.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      ${this.blocked ? openWork(c, this.blocked, lines.map(line => line.unit)) : nothing}
      <div role="status">${this.done ? html`<p class="call good">${t('office.hearings.done', {until: dateTime(this.done.petitionsUntil)})}</p>` : nothing}</div>
      <section class="card-box">${facts([
        [t('office.hearings.marked'), t('office.hearings.ofUnits', {n: of(MARKED).length, of: lines.length})],
        [t('office.hearings.closed'), t('office.hearings.ofUnits', {n: of(['APPRAISED']).length, of: lines.length})],
        shown && [t('office.hearings.shownAt'), dateTime(shown.shownAt)],
        shown && [t('office.hearings.until'), html`<strong>${dateTime(shown.petitionsUntil)}</strong>`],
      ])}</section>
      <h2>${t('office.hearings.explaining')}</h2>
      ${foldingTable({
        columns: [
          {label: t('office.unit.unit'), cell: line => html`<a href=${unitLink(c, line.unit)}>${line.name}</a>`},
          {label: t('office.board.state'), cell: line => standingTag(line)},
        ],
        rows: heard, empty: t('office.hearings.none')})}
      ${['OPEN', 'APPRAISING'].includes(campaign.stage) ? html`<section class="card-box"><h2>${t('office.hearings.provisional')}</h2>
        <p>${t('office.hearings.text')}</p>
        <button class="btn btn-primary" aria-disabled=${this.busy ? 'true' : nothing} @click=${() => this.showAll()}>${t(shown ? 'office.hearings.showAgain' : 'office.hearings.show')}</button>
        ${shown ? html`<p><button class="btn btn-link px-0" @click=${() => this.notice()}>${t('office.hearings.notice')}</button></p>` : nothing}</section>` : nothing}`;
  }
}
customElements.define('mb-office-hearings', Hearings);
