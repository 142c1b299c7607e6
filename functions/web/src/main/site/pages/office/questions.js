import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {download} from '../../shell/files.js';
import {dateTime} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {checkField} from '../../shell/elements/check-field.js';
import {tag} from '../../shell/elements/parts.js';
import {selectField} from '../../shell/elements/select-field.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, backTo, missing, ofUnit, readAll, readOrNull} from './common.js';

/** What units ask about criteria: answered to the one who asked, or to all of the group without saying who. */
class Questions extends ActionPage {
  async load() {
    const [items, progress] = await Promise.all([readAll(at(this.params.c, '/questions?limit=500')), readOrNull(at(this.params.c, '/progress'))]);
    const names = Object.fromEntries((progress?.body.items ?? []).map(line => [line.unit, line.name]));
    items.sort((one, other) => !!one.answer - !!other.answer || one.askedAt.localeCompare(other.askedAt));
    return {items, names};
  }

  keepsInput() {
    return Object.keys(this.typed).some(name => name.startsWith('answer-') && this.typed[name]);
  }

  answer(event, one) {
    event.preventDefault();
    const id = name => `${name}-${one.id}`;
    const publish = !!this.typed[id('publish')];
    const wording = (this.typed[id('question')] ?? one.publishedQuestion ?? one.question).trim();
    this.fields = {answer: id('answer'), question: id('question')};
    this.act(missing(this.typed, {[id('answer')]: t('office.questions.answer')}), async () => {
      const body = {answer: this.typed[id('answer')].trim(), publish, ...(publish && wording !== one.question && {question: wording})};
      await api('PUT', ofUnit(this.params.c, one.unit, `/questions/${one.id}`), {body, etag: one.answer ? one.etag : undefined});
      this.done = one.id;
      delete this.typed[id('answer')];
      this.editing = null;
      await this.reload();
    });
  }

  refer(event, one, referred = true) {
    event?.preventDefault();
    const id = name => `${name}-${one.id}`;
    const typed = name => (this.typed[id(name)] ?? this.referral(one)[name] ?? '').trim();
    this.fields = {question: id('wording'), 'ruling.number': id('number'), 'ruling.date': id('date'), 'ruling.text': id('ruling')};
    const ruling = typed('ruling') || typed('number') ? {number: typed('number'), date: typed('date'), text: typed('ruling')} : undefined;
    const empty = referred ? missing({w: typed('wording'), ...(ruling && {n: ruling.number, d: ruling.date, r: ruling.text})},
      {w: t('office.questions.referWording'), ...(ruling && {n: t('office.questions.rulingNumber'), d: t('office.questions.rulingDate'), r: t('office.questions.ruling')})}) : [];
    const faults = empty.map(fault => ({...fault, field: id({w: 'wording', n: 'number', d: 'date', r: 'ruling'}[fault.field])}));
    this.act(faults, async () => {
      const body = referred ? {question: typed('wording'), ...(ruling && {ruling})} : {referred: false};
      await api('PUT', ofUnit(this.params.c, one.unit, `/questions/${one.id}/referral`), {body, etag: one.answer || one.referral ? one.etag : undefined});
      this.done = `refer-${one.id}`;
      ['wording', 'number', 'date', 'ruling'].forEach(name => delete this.typed[id(name)]);
      await this.reload();
    });
  }

  /** What stands of it, by the names of its fields. */
  referral({question, publishedQuestion, referral}) {
    const {ruling} = referral ?? {};
    return {wording: referral?.question ?? publishedQuestion ?? question, number: ruling?.number, date: ruling?.date, ruling: ruling?.text};
  }

  referring(one) {
    const field = (name, label, more) => textField({id: `${name}-${one.id}`, label: t(`office.questions.${label}`), value: this.typed[`${name}-${one.id}`] ?? this.referral(one)[name] ?? '',
      change: this.type(`${name}-${one.id}`), faults: this.faults, ...more});
    return html`<details ?open=${!!one.referral}><summary>${t(one.referral ? 'office.questions.referred' : 'office.questions.refer')}<span class="visually-hidden"> ${one.criterion} ${one.unit}</span></summary>
      <form novalidate @submit=${event => this.refer(event, one)}>
        ${field('wording', 'referWording', {hint: t('office.questions.wordingHint'), rows: 2, most: 2000})}
        ${field('number', 'rulingNumber', {hint: t('office.questions.rulingHint'), size: 'medium', most: 200})}${field('date', 'rulingDate', {type: 'date', size: 'short'})}
        ${field('ruling', 'ruling', {rows: 3, most: 4000})}
        <div class="actions"><button class="btn btn-outline-primary">${t('office.questions.referSave')}</button>
          ${one.referral ? html`<button type="button" class="btn btn-outline-danger" @click=${() => this.refer(null, one, false)}>${t('office.questions.referBack')}</button>` : nothing}</div>
        <p role="status" class="state state-saved">${this.done === `refer-${one.id}` ? t('office.questions.referDone') : ''}</p></form></details>`;
  }

  fieldOf(place) {
    return this.fields?.[place] ?? place;
  }

  csv() {
    this.act([], async () => {
      const {body} = await api('GET', at(this.params.c, '/questions'), {as: 'blob', accept: 'text/csv'});
      download(body, `cau-hoi-${this.params.c}.csv`);
    });
  }

  body() {
    const {items} = this.data;
    const only = this.typed.only ?? '';
    const shown = items.filter(one => !only || (only === 'open' ? !one.answer : !!one.answer));
    const open = items.filter(one => !one.answer).length;
    return html`${backTo(this.params.c)}
      ${errorSummary(this.faults)}
      <h1>${t('office.questions.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <p>${t('office.questions.text', {n: open, of: items.length})}</p>
      ${selectField({id: 'only', label: t('office.questions.show'), value: only, change: this.type('only'), size: 'medium', none: t('office.board.all'),
        options: [['open', t('office.questions.open')], ['answered', t('office.questions.answered')]]})}
      ${shown.length ? shown.map(one => this.question(one)) : html`<p class="soft">${t('office.questions.none')}</p>`}
      ${items.length ? html`<p><button class="btn btn-outline-primary" @click=${() => this.csv()}>${t('office.csv')}</button></p>` : nothing}`;
  }

  question(one) {
    const id = name => `${name}-${one.id}`;
    const writing = !one.answer || this.editing === one.id;
    const publish = this.typed[id('publish')] ?? one.published;
    return html`<article class="card-box"><h2>${one.criterion} – ${this.data.names[one.unit] ?? one.unit}</h2>
      <p>${tag(t(one.answer ? (one.published ? 'office.questions.published' : 'office.questions.answered') : 'office.questions.open'), one.answer ? 'good' : 'todo')} <span class="soft">${dateTime(one.askedAt)}</span></p>
      <p><strong>${one.question}</strong></p>
      ${one.answer ? html`<p>${one.answer}</p><p class="soft">${dateTime(one.answeredAt)}${one.corrected?.length ? ` · ${t('office.questions.corrected', {n: one.corrected.length})}` : ''}</p>` : nothing}
      <p role="status" class="state state-saved">${this.done === one.id ? t('office.questions.done') : ''}</p>
      ${writing ? html`<form novalidate @submit=${event => this.answer(event, one)}>
        ${textField({id: id('answer'), label: t('office.questions.answer'), value: this.typed[id('answer')] ?? '', change: this.type(id('answer')), faults: this.faults, rows: 3, most: 4000})}
        ${checkField({id: id('publish'), label: t('office.questions.publish', {group: one.group}), checked: publish, change: this.type(id('publish'))})}
        ${publish ? textField({id: id('question'), label: t('office.questions.wording'), hint: t('office.questions.wordingHint'), value: this.typed[id('question')] ?? one.publishedQuestion ?? one.question, change: this.type(id('question')), faults: this.faults, rows: 2}) : nothing}
        <button class="btn btn-primary">${t(one.answer ? 'office.questions.correct' : 'office.questions.send')}<span class="visually-hidden"> ${one.criterion} ${one.unit}</span></button></form>`
        : html`<button class="btn btn-outline-primary" @click=${() => { this.editing = one.id; this.type(id('answer'))(one.answer); }}>${t('office.questions.correct')}<span class="visually-hidden"> ${one.criterion} ${one.unit}</span></button>`}
      ${this.referring(one)}</article>`;
  }
}
customElements.define('mb-office-questions', Questions);
