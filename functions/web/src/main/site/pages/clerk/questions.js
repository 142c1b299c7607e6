import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {dateTime} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary, fieldError} from '../../shell/elements/error-summary.js';
import {tag} from '../../shell/elements/parts.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, criteria, link, readForm} from './form.js';

/** Questions about criteria: the unit's own, and what was answered to all units of its group. */
class Questions extends ActionPage {
  async load() {
    const [form, {body}] = await Promise.all([readForm(this.params), api('GET', `${at(this.params)}/questions`)]);
    this.typed = {criterion: this.query.get('criterion') ?? '', ...this.typed};
    return {form, own: [...body.items].reverse(), published: body.published};
  }

  keepsInput() {
    return !!this.typed.question;
  }

  ask(event) {
    event.preventDefault();
    const faults = ['criterion', 'question'].filter(name => !(this.typed[name] ?? '').trim())
      .map(name => ({field: name, text: t('clerk.fault.missing', {label: t(`clerk.questions.${name}`)})}));
    this.act(faults, async key => {
      await api('POST', `${at(this.params)}/questions`, {body: {criterion: this.typed.criterion, question: this.typed.question.trim()}, key});
      this.typed = {criterion: '', question: ''};
      this.done = true;
      await this.reload();
    });
  }

  body() {
    const {form, own, published} = this.data;
    const wrong = this.faults.some(fault => fault.field === 'criterion');
    return html`<p><a href=${link(this.params)}>← ${t('clerk.criterion.back')}</a></p>
      ${errorSummary(this.faults)}
      <h1>${t('clerk.questions.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <p role="status" class="state state-saved">${this.done ? t('clerk.questions.asked') : ''}</p>
      <form class="card-box" novalidate @submit=${event => this.ask(event)}>
        <h2>${t('clerk.questions.ask')}</h2>
        <div class="field ${wrong ? 'wrong' : ''}"><label class="form-label" for="criterion">${t('clerk.questions.criterion')}</label>
          ${fieldError(this.faults, 'criterion')}
          <select class="form-select" id="criterion" .value=${this.typed.criterion} @change=${event => this.type('criterion')(event.target.value)}>
            <option value="">${t('clerk.questions.choose')}</option>
            ${criteria(form).map(one => html`<option value=${one.id} ?selected=${one.id === this.typed.criterion}>${one.id} ${one.title}</option>`)}</select></div>
        ${textField({id: 'question', label: t('clerk.questions.question'), value: this.typed.question, change: this.type('question'), faults: this.faults, rows: 3})}
        <button class="btn btn-primary">${t('clerk.questions.send')}</button>
      </form>
      <h2>${t('clerk.questions.own')}</h2>
      ${own.length ? own.map(one => html`<article class="card-box"><p>${tag(one.criterion)} ${tag(t(one.answer ? 'clerk.questions.answered' : 'clerk.questions.waiting'), one.answer ? 'good' : 'wait')} <span class="soft">${dateTime(one.askedAt)}</span></p>
        <p><strong>${one.question}</strong></p>${one.answer ? html`<p>${one.answer}</p><p class="soft">${dateTime(one.answeredAt)}</p>` : nothing}</article>`) : html`<p class="soft">${t('clerk.questions.none')}</p>`}
      <h2>${t('clerk.questions.published')}</h2>
      ${published.length ? published.map(one => html`<article class="card-box"><p>${tag(one.criterion)}</p><p><strong>${one.question}</strong></p><p>${one.answer}</p></article>`) : html`<p class="soft">${t('clerk.questions.nonePublished')}</p>`}`;
  }
}
customElements.define('mb-clerk-questions', Questions);
