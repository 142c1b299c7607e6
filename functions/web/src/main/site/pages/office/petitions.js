import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {now} from '../../shell/clock.js';
import {dateTime, day, isoDay} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {go} from '../../shell/router.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {tag} from '../../shell/elements/parts.js';
import {selectField} from '../../shell/elements/select-field.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, backTo, missing, ofUnit, readOrNull} from './common.js';

const TONES = {PENDING: 'todo', DECIDED: 'good'};

/** Petitions against provisional scores that reached the office by letter: entered for the unit, standing as signed. */
class Petitions extends ActionPage {
  get unit() {
    return this.query.get('unit') ?? '';
  }

  async load() {
    const {c} = this.params;
    const [progress, form, petitions, shown] = await Promise.all([
      readOrNull(at(c, '/progress')),
      ...['/form', '/petitions', '/provisional'].map(what => (this.unit ? readOrNull(ofUnit(c, this.unit, what)) : null))]);
    this.typed = {'letter-date': isoDay(now()), ...this.typed};
    return {
      lines: progress?.body.items, form: form?.body, shown: shown?.body,
      // What the unit has not signed is its own.
      petitions: petitions?.body.items.filter(one => one.state !== 'DRAFT') ?? [],
    };
  }

  keepsInput() {
    return !!this.typed.text;
  }

  fieldOf(place) {
    return place.replace('letter.', 'letter-');
  }

  enter(event) {
    event.preventDefault();
    const labels = Object.fromEntries(['criterion', 'text', 'letter-number', 'letter-date'].map(name => [name, t(`office.reviews.${name}`)]));
    this.act(missing(this.typed, labels), async key => {
      const typed = name => this.typed[name].trim();
      await api('POST', ofUnit(this.params.c, this.unit, '/petitions'),
        {body: {criterion: typed('criterion'), text: typed('text'), letter: {number: typed('letter-number'), date: typed('letter-date')}}, key});
      this.done = true;
      this.typed = {};
      await this.reload({focus: true});
    });
  }

  body() {
    const {c} = this.params;
    const {lines, form, petitions, shown} = this.data;
    const go_ = unit => go(`/c/${c}/office/petitions${unit ? `?unit=${encodeURIComponent(unit)}` : ''}`);
    const field = (name, more) => textField({id: name, label: t(`office.reviews.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, ...more});
    return html`${backTo(c)}
      ${errorSummary(this.faults)}
      <h1>${t('office.petitions.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <p>${t('office.petitions.text')}</p>
      ${lines ? selectField({id: 'unit', label: t('office.unit.unit'), value: this.unit, change: go_, none: t('office.choose'), options: lines.map(line => [line.unit, line.name])}) : nothing}
      <div role="status">${this.done ? html`<p class="call good">${t('office.reviews.done')}</p>` : nothing}</div>
      ${this.unit && !form ? html`<p class="warning">${t('office.unit.own')}</p>` : nothing}
      ${form ? html`<h2>${form.name}</h2>
        ${shown ? html`<p>${t('office.petitions.until', {at: dateTime(shown.petitionsUntil)})}</p>` : html`<p class="soft">${t('office.petitions.notShown')}</p>`}
        ${petitions.length ? petitions.map(one => html`<article class="card-box"><h3>${one.criterion} ${tag(t(`office.petitions.state.${one.state}`), TONES[one.state])}</h3>
          <p>${one.text}</p>${one.signed ? html`<p class="soft">${t('office.reviews.signed', {number: one.signed.letterNumber, date: day(one.signed.letterDate), at: dateTime(one.signed.at)})}</p>` : nothing}
          ${one.decision ? html`<p><strong>${t('office.reviews.decided')}</strong> ${one.decision.reason}</p>` : nothing}</article>`) : html`<p class="soft">${t('office.petitions.none')}</p>`}
        ${shown ? html`<form class="card-box" novalidate @submit=${event => this.enter(event)}><h3>${t('office.reviews.enter')}</h3><p>${t('office.petitions.enterText')}</p>
          ${selectField({id: 'criterion', label: t('office.questions.criterion'), value: this.typed.criterion, change: this.type('criterion'), faults: this.faults, none: t('office.choose'),
            options: form.groups.flatMap(group => group.criteria).filter(one => !one.notAssigned).map(one => [one.id, `${one.id} ${one.title}`])})}
          ${field('text', {rows: 3, most: 4000})}${field('letter-number', {size: 'medium', most: 200})}${field('letter-date', {type: 'date', size: 'short'})}
          <button class="btn btn-primary">${t('office.reviews.enterDo')}</button></form>` : nothing}` : nothing}`;
  }
}
customElements.define('mb-office-petitions', Petitions);
