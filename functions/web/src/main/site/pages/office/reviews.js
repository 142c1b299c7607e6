import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {now} from '../../shell/clock.js';
import {dateTime, day, isoDay} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {tag} from '../../shell/elements/parts.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, backTo, missing, ofUnit, readAll, readCampaign} from './common.js';

const TONES = {PENDING: 'todo', KEPT: 'plain', CHANGED: 'good'};

/** Who asks for a review of the published result, and entering one that came by letter. */
class Reviews extends ActionPage {
  async load() {
    const {c} = this.params;
    const [campaign, items] = await Promise.all([readCampaign(c), readAll(at(c, '/reviews'))]);
    this.typed = {'letter-date': isoDay(now()), ...this.typed};
    return {campaign, items};
  }

  keepsInput() {
    return !!this.typed.text;
  }

  fieldOf(place) {
    return place.replace('letter.', 'letter-');
  }

  enter(event) {
    event.preventDefault();
    const names = ['unit', 'criterion', 'text', 'letter-number', 'letter-date'];
    this.act(missing(this.typed, Object.fromEntries(names.map(name => [name, t(`office.reviews.${name}`)]))), async key => {
      const typed = name => this.typed[name].trim();
      await api('POST', ofUnit(this.params.c, typed('unit'), '/reviews'),
        {body: {criterion: typed('criterion'), text: typed('text'), letter: {number: typed('letter-number'), date: typed('letter-date')}}, key});
      this.done = true;
      this.typed = {};
      await this.reload({focus: true});
    });
  }

  body() {
    const {campaign, items} = this.data;
    const field = (name, more) => textField({id: name, label: t(`office.reviews.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, ...more});
    return html`${backTo(this.params.c)}
      ${errorSummary(this.faults)}
      <h1>${t('office.reviews.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <p>${t('office.reviews.lead')}</p>
      <p role="status" class="state state-saved">${this.done ? t('office.reviews.done') : ''}</p>
      ${items.length ? items.map(one => html`<article class="card-box"><h2>${one.unitName ?? one.unit} – ${one.criterion}</h2>
        <p>${tag(t(`office.reviews.state.${one.state}`), TONES[one.state])} <span class="soft">${t('office.reviews.signed', {number: one.signed.letter.number, date: day(one.signed.letter.date), at: dateTime(one.signed.at)})}</span></p>
        <p>${one.text}</p>
        ${one.decision ? html`<p><strong>${t('office.reviews.decided')}</strong> ${one.decision.reason}</p>` : nothing}</article>`) : html`<p class="soft">${t('office.reviews.none')}</p>`}
      ${campaign.stage === 'PUBLISHED' ? html`<details class="card-box" ?open=${!!this.typed.text}><summary>${t('office.reviews.enter')}</summary>
        <form novalidate @submit=${event => this.enter(event)}><p>${t('office.reviews.enterText')}</p>
        ${field('unit', {size: 'short', most: 40})}${field('criterion', {size: 'short', most: 40})}${field('text', {rows: 3, most: 4000})}
        ${field('letter-number', {size: 'medium', most: 200})}${field('letter-date', {type: 'date', size: 'short'})}
        <button class="btn btn-primary">${t('office.reviews.enterDo')}</button></form></details>` : nothing}`;
  }
}
customElements.define('mb-office-reviews', Reviews);
