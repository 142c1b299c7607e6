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
    </article>`;
  }
}
customElements.define('mb-office-questions', Questions);
