import {html, nothing} from 'lit';
import {api, Problem} from '../../shell/api.js';
import {dateTime, day, maximum} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {facts} from '../../shell/elements/parts.js';
import {at, cellPath, hand, readings, stateTag, worthOf} from '../appraiser/cells.js';
import {find} from '../clerk/form.js';
import {decisionFields, readDecision} from './decision.js';
import '../appraiser/viewer.js';

/** A unit asks to reconsider a score before publication: what it says, what was marked, and the decision, once. */
class Petition extends ActionPage {
  async load() {
    const {c, u, criterion} = this.params;
    const {body: sheet} = await api('GET', `${at(c, u)}/marks`);
    const [{body: petitions}, {body: form}] = await Promise.all([api('GET', `${at(c, u)}/petitions`), api('GET', `${at(c, u)}/form`)]);
    const petition = petitions.items.find(one => one.criterion === criterion);
    if (!petition) {
      throw new Problem(404, {detail: t('lead.petition.none', {criterion})});
    }
    return {sheet, petition, cell: sheet.items.find(one => one.criterion === criterion), files: find(form, criterion)?.evidence.filter(file => file.state !== 'EXPIRED') ?? []};
  }

  decide(event) {
    event.preventDefault();
    const {body, faults} = readDecision(this);
    this.act(faults, async () => {
      await api('PUT', `${at(this.params.c, this.params.u)}/petitions/${this.params.criterion}`, {body, etag: this.data.petition.etag});
      this.typed = {};
      await this.reload({focus: true});
      this.done = true;
    });
  }

  body() {
    const {sheet, petition, cell, files} = this.data;
    return html`<p><a href="#/c/${this.params.c}/lead">← ${t('lead.waits.title')}</a></p>
      ${errorSummary(this.faults)}
      <h1>${t('lead.petition.of', {name: sheet.name})}</h1>
      <p class="lead">${cell.criterion} ${cell.title}</p><p>${stateTag(cell.state)} <a href=${'#' + cellPath(this.params.c, this.params.u, cell.criterion)}>${t('lead.petition.cell')}</a></p>
      <p role="status" class="state state-saved">${this.done ? t('lead.petition.decided') : ''}</p>
      ${this.failed ? problemBox(this.failed) : nothing}
      <div class="split"><div>
        <section class="card-box"><h2>${t('lead.petition.asks')}</h2><p>${petition.text}</p>
          ${petition.signed ? html`<p class="soft">${t('lead.petition.signed', {number: petition.signed.letterNumber, date: petition.signed.letterDate ? day(petition.signed.letterDate) : dateTime(petition.signed.at)})}</p>` : nothing}
          ${facts([[t('appraiser.self'), worthOf(cell.self)], [t('appraiser.counts'), worthOf(cell.counts)], [t('lead.petition.max'), maximum(cell.maxPoints)]])}</section>
        <section class="card-box"><h2>${t('appraiser.readings')}</h2>${readings(cell)}</section>
        ${petition.decision ? html`<section class="call good"><h2>${t(`lead.decision.${petition.decision.decision}`)}</h2><p>${petition.decision.reason}</p><p class="soft">${hand(petition.decision.by)}, ${dateTime(petition.decision.at)}</p></section>`
          : petition.state === 'PENDING' ? html`<form class="card-box" novalidate @submit=${event => this.decide(event)}><h2>${t('lead.petition.decide')}</h2><p>${t('lead.petition.once')}</p>
            ${decisionFields(this, '', cell.maxPoints)}<button class="btn btn-primary">${t('lead.decision.save')}</button></form>` : html`<p>${t('lead.petition.draft')}</p>`}
      </div><section class="card-box beside"><h2>${t('clerk.files.heading')}</h2><mb-appraiser-viewer .c=${this.params.c} .u=${this.params.u} .files=${files}></mb-appraiser-viewer></section></div>`;
  }
}
customElements.define('mb-lead-petition', Petition);
