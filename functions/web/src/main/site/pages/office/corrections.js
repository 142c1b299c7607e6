import {html, nothing} from 'lit';
import {Problem} from '../../shell/api.js';
import {now} from '../../shell/clock.js';
import {dateTime, day, isoDay} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {facts, foldingTable, tag} from '../../shell/elements/parts.js';
import {at, change, groupLinks, readCampaign, readOrNull} from './common.js';
import {Import} from './import.js';
import {IMPORTS} from './imports.js';

/**
 * Correcting a criteria set whose forms are out (công văn đính chính): the whole corrected set, tried first, so that what it
 * opens again in how many forms is read before anything is written.
 */
class Corrections extends Import {
  async load() {
    const {c, group} = this.params;
    if (!IMPORTS[`criteria-${group}`]) {
      throw new Problem(404, {detail: t('shell.missing.text')});
    }
    const [campaign, corrections] = await Promise.all([readCampaign(c), readOrNull(at(c, `/criteria/${group}/corrections`))]);
    this.typed = {letterDate: isoDay(now()), days: String(campaign.calendar.correctionDays), ...this.typed};
    return {campaign, corrections: corrections?.body.items ?? []};
  }

  get kind() {
    return {
      ...IMPORTS[`criteria-${this.params.group}`], words: 'correction', byUpload: false,
      fields: [['letterNumber', {most: 100}], ['letterDate', {type: 'date', size: 'short'}], ['why', {rows: 2, most: 1000}], ['days', {size: 'short', most: 2, hint: t('office.import.daysHint', {n: this.data.campaign.calendar.correctionDays})}]],
    };
  }

  get locked() {
    return this.data.campaign.stage === 'OPEN' ? null : t('office.import.correction.locked');
  }

  get sending() {
    return t(this.tried ? 'office.import.correction.send' : 'office.import.correction.try');
  }

  placed(place) {
    return place.replace(/^set\./, '');
  }

  fieldOf(place) {
    return {'letter.number': 'letterNumber', 'letter.date': 'letterDate', reason: 'why'}[place] ?? super.fieldOf(place);
  }

  fieldFaults() {
    const whole = /^\d{1,2}$/.test((this.typed.days ?? '').trim());
    return [...super.fieldFaults(), ...(whole ? [] : [{field: 'days', text: t('office.fault.whole', {label: t('office.import.field.days')})}])];
  }

  /** What was tried is no longer what is sent. */
  type(name) {
    const typed = super.type(name);
    return value => {
      this.tried = null;
      typed(value);
    };
  }

  async choose(file) {
    this.tried = null;
    await super.choose(file);
  }

  /** A set in force leaves as the workbook of the import; it comes back by the same reader. */
  take(event) {
    event.preventDefault();
    const dryRun = !this.tried;
    return this.act(this.fieldFaults(), async key => {
      const typed = name => this.typed[name].trim();
      try {
        this.places = [];
        const {body} = await change('POST', at(this.params.c, `/criteria/${this.params.group}/corrections`), {
          key, body: {letter: {number: typed('letterNumber'), date: typed('letterDate')}, reason: typed('why'), days: Number(typed('days')), set: this.document.tree, dryRun},
        });
        if (dryRun) {
          this.tried = body;
        } else {
          this.tried = null;
          await this.took(body);
        }
      } catch (refused) {
        this.tried = null;
        await this.told(refused);
      }
    });
  }

  drop() {
    this.tried = null;
    super.drop();
  }

  above() {
    return html`${groupLinks(this.params.c, '/corrections', this.params.group)}
      ${this.data.corrections.map(one => html`<article class="card-box"><h2>${t('office.import.correction.number', {n: one.number, letter: one.letter.number, date: day(one.letter.date)})}</h2>
        <p>${one.reason}</p><p class="soft">${t('office.import.correction.until', {until: dateTime(one.until)})}</p>${this.changes(one)}</article>`)}
      ${this.data.corrections.length ? nothing : html`<p class="soft">${t('office.import.correction.none')}</p>`}`;
  }

  ready() {
    return html`${this.tried ? this.found(this.tried) : nothing}${super.ready()}`;
  }

  found(tried) {
    return html`<div class="call todo" role="status"><h2>${t('office.import.correction.tried')}</h2>
      ${facts([
        [t('office.import.correction.touched'), t('office.import.correction.touchedOf', tried.forms)],
        [t('office.import.correction.sent'), tried.forms.sent],
        [t('office.import.correction.unsent'), tried.forms.unsent],
        [t('office.import.correction.answers'), tried.forms.answers],
        [t('office.import.correction.last'), dateTime(tried.until)],
      ])}${this.changes(tried)}</div>`;
  }

  changes(one) {
    return foldingTable({
      columns: [
        {label: t('office.questions.criterion'), cell: line => line.criterion},
        {label: t('office.import.correction.what'), cell: line => `${t(`office.import.correction.change.${line.change}`)}${line.fields.length ? `: ${line.fields.join(', ')}` : ''}`},
        {label: t('office.import.correction.reopens'), cell: line => tag(t(line.reopens ? 'office.import.correction.opens' : 'office.import.correction.wording'), line.reopens ? 'todo' : 'plain')},
      ],
      rows: one.criteria, empty: t('office.import.correction.same')});
  }
}
customElements.define('mb-office-corrections', Corrections);
