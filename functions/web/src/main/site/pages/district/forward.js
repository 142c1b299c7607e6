import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {now} from '../../shell/clock.js';
import {dateTime, day, isoDay} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {confirm} from '../../shell/elements/confirm.js';
import {problemBox} from '../../shell/elements/page.js';
import {checkField} from '../../shell/elements/check-field.js';
import {errorSummary, fieldError} from '../../shell/elements/error-summary.js';
import {textField} from '../../shell/elements/text-field.js';
import {at} from '../clerk/form.js';
import {isHere, isReady, link, readCommunes} from './communes.js';

/** A batch of communes' forms with its letter, and the batches that went before. */
class Forward extends ActionPage {
  async load() {
    const [lines, {body}] = await Promise.all([readCommunes(this.params), api('GET', `${at(this.params)}/consolidation`)]);
    this.typed = {date: isoDay(now()), ...Object.fromEntries(lines.filter(isReady).map(line => [`take-${line.unit}`, true])), ...this.typed};
    return {lines, batches: [...body.items].reverse()};
  }

  keepsInput() {
    return !!(this.typed.statement || this.typed.number);
  }

  fieldOf(place) {
    return place.startsWith('communes') ? `take-${this.data.lines.find(isReady)?.unit}` : place.replace('letter.', '');
  }

  get taken() {
    return this.data.lines.filter(line => isReady(line) && this.typed[`take-${line.unit}`]);
  }

  async send(event) {
    event.preventDefault();
    const {taken} = this;
    const typed = name => (this.typed[name] ?? '').trim();
    const faults = [
      ...(taken.length ? [] : [{field: `take-${this.data.lines.find(isReady)?.unit}`, text: t('district.forward.nobody')}]),
      ...['number', 'date', 'statement'].filter(name => !typed(name)).map(name => ({field: name, text: t('clerk.fault.missing', {label: t(`district.forward.${name}`)})})),
    ];
    if (!faults.length && !(await confirm({title: t('district.forward.sure', {n: taken.length}), text: taken.map(line => line.name).join(', '), yes: t('district.forward.send')}))) {
      return;
    }
    this.act(faults, async key => {
      // The board's etag is that of the district's own form, which a batch names.
      const {etag} = await api('GET', `${at(this.params)}/communes`);
      const body = {communes: taken.map(line => line.unit), statement: typed('statement'), letter: {number: typed('number'), date: typed('date')}};
      await api('POST', `${at(this.params)}/consolidation`, {body, etag, key});
      this.done = taken.length;
      this.typed = {};
      await this.reload({focus: true});
    });
  }

  body() {
    const {lines, batches} = this.data;
    const ready = lines.filter(isReady);
    const waiting = lines.filter(line => isHere(line) && !isReady(line));
    const name = code => lines.find(line => line.unit === code)?.name ?? code;
    const field = (id, more) => textField({id, label: t(`district.forward.${id}`), value: this.typed[id], change: this.type(id), faults: this.faults, ...more});
    return html`<p><a href=${link(this.params)}>← ${t('district.board.nav')}</a></p>
      ${errorSummary(this.faults)}
      <h1>${t('district.forward.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <div role="status">${this.done ? html`<p class="call good">${t('district.forward.done', {n: this.done})}</p>` : nothing}</div>
      ${ready.length ? html`<form class="card-box" novalidate @submit=${event => this.send(event)}>
        <fieldset class="field"><legend>${t('district.forward.which', {n: ready.length})}</legend>
          ${fieldError(this.faults, `take-${ready[0].unit}`)}
          ${ready.map(line => checkField({id: `take-${line.unit}`, label: t('district.forward.line', {name: line.name, at: dateTime(line.signature?.sentAt ?? line.receivedAt)}), checked: this.typed[`take-${line.unit}`], change: this.type(`take-${line.unit}`)}))}</fieldset>
        ${field('number', {size: 'medium', most: 200})}${field('date', {type: 'date', size: 'short'})}
        ${field('statement', {rows: 3, hint: t('district.forward.statementHint')})}
        <button class="btn btn-primary" aria-disabled=${this.busy ? 'true' : nothing}>${t('district.forward.send')}</button></form>`
        : html`<p>${t('district.forward.none')}</p>`}
      ${waiting.length ? html`<p>${t('district.forward.waiting', {list: waiting.map(line => line.name).join(', ')})}</p>` : nothing}
      <h2>${t('district.forward.batches')}</h2>
      ${batches.length ? batches.map(batch => html`<section class="card-box"><h3>${t('district.forward.batch', {n: batch.number, at: dateTime(batch.at)})}</h3>
        ${batch.letter ? html`<p>${t('district.forward.letter', {number: batch.letter.number, date: day(batch.letter.date)})}</p>` : nothing}
        ${batch.by === 'OFFICE' ? html`<p class="warning">${t('district.forward.byOffice')} ${batch.reason ?? ''}</p>` : html`<p>${batch.statement ?? ''}</p>`}
        <p class="soft">${batch.communes.map(name).join(', ')}</p></section>`) : html`<p class="soft">${t('district.forward.noBatches')}</p>`}`;
  }
}
customElements.define('mb-district-forward', Forward);
