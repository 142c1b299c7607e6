import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {dateTime, day} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {tag} from '../../shell/elements/parts.js';
import {at, cellPath, hand, worthOf} from '../appraiser/cells.js';
import {decisionFields, readDecision} from './decision.js';

const TONES = {PENDING: 'todo', KEPT: 'plain', CHANGED: 'good'};

/** What units ask to look at again after publication. */
class Reviews extends ActionPage {
  static properties = {...ActionPage.properties, open: {state: true}};

  async load() {
    const {body} = await api('GET', `/campaigns/${this.params.c}/reviews`);
    return {reviews: [...body.items].sort((one, other) => (one.state === 'PENDING' ? 0 : 1) - (other.state === 'PENDING' ? 0 : 1))};
  }

  begin(review) {
    this.open = review.id + review.unit;
    this.typed = {};
    this.faults = [];
    this.done = null;
  }

  decide(event, review) {
    event.preventDefault();
    const {body, faults} = readDecision(this);
    this.act(faults, async () => {
      await api('PUT', `${at(this.params.c, review.unit)}/reviews/${encodeURIComponent(review.id)}`, {body, etag: review.etag});
      this.typed = {};
      this.open = null;
      this.done = t('lead.reviews.decided', {unit: review.unitName ?? review.unit, criterion: review.criterion});
      await this.reload();
    });
  }

  body() {
    const {reviews} = this.data;
    return html`${errorSummary(this.faults)}<h1>${t('lead.reviews.title')}</h1><p>${t('lead.reviews.text')}</p>
      <p role="status" class="state state-saved">${this.done ?? ''}</p>
      ${this.failed ? problemBox(this.failed) : nothing}
      ${reviews.length ? reviews.map(one => html`<section class="card-box"><h2>${one.unitName ?? one.unit} · ${one.criterion} ${tag(t(`lead.reviews.state.${one.state}`), TONES[one.state])}</h2>
        <p>${one.text}</p><p class="soft">${t('lead.petition.signed', {number: one.signed.letter.number, date: day(one.signed.letter.date)})}</p>
        <p><a href=${'#' + cellPath(this.params.c, one.unit, one.criterion)}>${t('lead.petition.cell')}</a></p>
        ${one.decision ? html`<p><strong>${t(`lead.decision.${one.decision.decision}`)}${one.decision.worth ? `: ${worthOf(one.decision.worth)}` : ''}</strong> ${one.decision.reason} <span class="soft">(${hand(one.decision.by)}, ${dateTime(one.decision.at)})</span></p>` : nothing}
        ${one.state === 'PENDING' ? this.open === one.id + one.unit ? html`<form novalidate @submit=${event => this.decide(event, one)}>${decisionFields(this)}<button class="btn btn-primary">${t('lead.decision.save')}</button></form>`
          : html`<button class="btn btn-outline-primary" @click=${() => this.begin(one)}>${t('lead.petition.decide')}<span class="visually-hidden"> ${one.unitName ?? one.unit} ${one.criterion}</span></button>` : nothing}</section>`)
        : html`<p>${t('lead.reviews.none')}</p>`}`;
  }
}
customElements.define('mb-lead-reviews', Reviews);
