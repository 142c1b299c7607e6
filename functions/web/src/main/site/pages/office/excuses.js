import {html, nothing} from 'lit';
import {now} from '../../shell/clock.js';
import {day, isoDay} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {confirm} from '../../shell/elements/confirm.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {foldingTable} from '../../shell/elements/parts.js';
import {selectField} from '../../shell/elements/select-field.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, backTo, change, missing, ofUnit, readCampaign, readOrNull} from './common.js';

/** Units that are excused from the assessment by a decision: listed without a rank, holding nothing up. */
class Excuses extends ActionPage {
  async load() {
    const {c} = this.params;
    const [campaign, progress] = await Promise.all([readCampaign(c), readOrNull(at(c, '/progress'))]);
    this.typed = {unit: this.query.get('unit') ?? '', date: isoDay(now()), ...this.typed};
    return {campaign, lines: progress?.body.items};
  }

  keepsInput() {
    return !!this.typed.reason;
  }

  fieldOf(place) {
    return place.replace('decision.', '');
  }

  async excuse(event) {
    event.preventDefault();
    const labels = Object.fromEntries(['unit', 'number', 'date', 'reason'].map(name => [name, t(`office.excuses.${name}`)]));
    const faults = missing(this.typed, labels);
    if (!faults.length && !(await confirm({title: t('office.excuses.sure', {unit: this.name(this.typed.unit)}), text: t('office.excuses.sureText'), yes: t('office.excuses.do')}))) {
      return;
    }
    this.act(faults, async key => {
      const {unit, number, date, reason} = this.typed;
      await change('POST', ofUnit(this.params.c, unit.trim(), '/excuse'), {body: {decision: {number: number.trim(), date}, reason: reason.trim()}, key});
      this.done = this.name(unit);
      this.typed = {date};
      await this.reload({focus: true});
    });
  }

  name(code) {
    return this.data.lines?.find(line => line.unit === code)?.name ?? code;
  }

  body() {
    const {campaign, lines} = this.data;
    const field = (name, more) => textField({id: name, label: t(`office.excuses.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, size: 'medium', most: 100, ...more});
    const may = ['OPEN', 'APPRAISING'].includes(campaign.stage);
    return html`${backTo(this.params.c)}
      ${errorSummary(this.faults)}
      <h1>${t('office.excuses.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <p>${t('office.excuses.text')}</p>
      <p role="status" class="state state-saved">${this.done ? t('office.excuses.done', {unit: this.done}) : ''}</p>
      ${foldingTable({
        columns: [
          {label: t('office.unit.unit'), cell: one => this.name(one.unit)},
          {label: t('office.excuses.number'), cell: one => one.number},
          {label: t('office.excuses.date'), cell: one => day(one.date)},
          {label: t('office.excuses.reason'), cell: one => one.reason},
        ],
        rows: campaign.excused ?? [], empty: t('office.excuses.none')})}
      ${may ? html`<form class="card-box" novalidate @submit=${event => this.excuse(event)}><h2>${t('office.excuses.new')}</h2>
        ${lines ? selectField({id: 'unit', label: t('office.excuses.unit'), value: this.typed.unit, change: this.type('unit'), faults: this.faults, none: t('office.choose'), options: lines.map(line => [line.unit, line.name])})
          : field('unit')}
        ${field('number')}${field('date', {type: 'date', size: 'short'})}${field('reason', {rows: 2, most: 1000})}
        <button class="btn btn-primary">${t('office.excuses.do')}</button></form>` : html`<p class="soft">${t('office.excuses.closed')}</p>`}`;
  }
}
customElements.define('mb-office-excuses', Excuses);
