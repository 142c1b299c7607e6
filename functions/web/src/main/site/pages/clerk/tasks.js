import {html, nothing} from 'lit';
import {api, Problem} from '../../shell/api.js';
import {campaigns} from '../../shell/campaigns.js';
import {now} from '../../shell/clock.js';
import {dateTime, day, daysBetween, maximum, points} from '../../shell/format.js';
import {lang, t} from '../../shell/i18n.js';
import {hasRole} from '../../shell/session.js';
import {Page} from '../../shell/elements/page.js';
import {bar, tag} from '../../shell/elements/parts.js';
import {at, bare, criteria, inWork, link, live, need, open, readForm} from './form.js';
import {scoreInWords} from './rules.js';
import {allDrafts, flushWhenOnline, onDraft} from './drafts.js';

const NEEDS = {exempt: 'plain', computed: 'plain', again: 'todo', confirm: 'todo', todo: 'todo', files: 'bad', done: 'good'};

/** Where the unit's work begins: what is open on top, then the criteria, then what follows. */
class Tasks extends Page {
  connectedCallback() {
    super.connectedCallback();
    this.stops = [flushWhenOnline(this.params), onDraft(() => this.reload())];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stops.forEach(stop => stop());
  }

  async load() {
    const {current} = await campaigns();
    const [form, questions, explanations, drafts] = await Promise.all([
      readForm(this.params),
      optional(api('GET', `${at(this.params)}/questions`)),
      optional(api('GET', `${at(this.params)}/explanations`)),
      allDrafts(this.params),
    ]);
    return {campaign: current, form, drafts, questions: questions?.items ?? [], explanations: explanations?.items ?? []};
  }

  body() {
    const {campaign, form} = this.data;
    const all = criteria(form);
    const mine = all.filter(one => one.inputKind !== 'computed' && !one.notAssigned);
    const open_ = mine.filter(one => open(form, one));
    return html`
      <h1>${t('clerk.tasks.of', {name: form.name})}</h1>
      <p class="soft">${campaign?.name ?? ''}</p>
      ${this.urgent(form, open_)}
      <section class="card-box">
        <h2>${t('clerk.tasks.where')}</h2>
        <p>${tag(lang() === 'vi' ? form.stateVi : t(`clerk.formState.${form.state}`), inWork(form) ? 'todo' : 'good')} ${this.due(form)}</p>
        ${this.counts(form, mine)}
        <p>${t('clerk.tasks.answered', {n: mine.length - mine.filter(one => !one.answer).length, of: mine.length})}</p>
        ${bar(mine.filter(one => one.answer).length, mine.length, t('clerk.tasks.answeredBar'))}
        <p>${scoreInWords(form)}</p>
        ${this.forward(form, open_)}
      </section>
      <ul class="ways">
        <li><a href=${link(this.params, '/head')}>${t('clerk.head.nav')}</a> ${!form.formHead && inWork(form) ? tag(t('clerk.need.todo'), 'todo') : nothing}</li>
        <li><a href=${link(this.params, '/workbook')}>${t('clerk.workbook.nav')}</a></li>
        <li><a href=${link(this.params, '/time')}>${t('clerk.time.nav')}</a></li>
        ${inWork(form) ? nothing : html`<li><a href=${link(this.params, '/explanations')}>${t('clerk.explain.nav')}</a></li>
        <li><a href=${link(this.params, '/result')}>${t('clerk.result.nav')}</a></li>`}
        ${campaign?.stage === 'PUBLISHED' ? html`<li><a href=${link(this.params, '/reviews')}>${t('clerk.review.nav')}</a></li>` : nothing}
      </ul>
      ${form.groups.map(group => this.group(form, group))}`;
  }

  due(form) {
    const left = daysBetween(now(), form.dueAt);
    if (form.signature) {
      return t('clerk.tasks.sentAt', {at: dateTime(form.signature.sentAt)});
    }
    return html`<strong>${t('clerk.tasks.due', {at: dateTime(form.dueAt)})}</strong> ${left >= 0 ? t('clerk.tasks.left', {n: left}) : t('clerk.tasks.over', {n: -left})}`;
  }

  counts(form, mine) {
    const sources = mine.filter(one => one.baseline);
    const left = sources.filter(one => !one.answer).length;
    return html`<p>${sources.length ? t('clerk.tasks.fromProvince', {n: sources.length, left}) + ' ' : ''}${t('clerk.tasks.yours', {n: mine.length - sources.length})}
      ${hasRole('signer') && !hasRole('unit') ? t('clerk.tasks.youSign') : t('clerk.tasks.headSigns')}</p>`;
  }

  /** Returns, refused files, questions answered, explanations asked: what somebody waits for. */
  urgent(form, open_) {
    const {explanations, drafts} = this.data;
    const again = open_.filter(one => ['again', 'files'].includes(need(form, one)));
    const asked = explanations.filter(one => waiting(one));
    const stuck = [...drafts].filter(([, draft]) => draft.state === 'conflict').map(([criterion]) => criterion);
    const queued = [...drafts].filter(([, draft]) => draft.state === 'queued').map(([criterion]) => criterion);
    const typed = [...drafts].filter(([, draft]) => draft.state === 'typed').map(([criterion]) => criterion);
    const answered = this.data.questions.filter(one => one.answer).length;
    const links = list => list.map((id, i) => html`${i ? ', ' : ''}<a href=${link(this.params, `/k/${id}`)}>${id}</a>`);
    return html`
      ${form.returned ? html`<div class="call bad"><h2>${t('clerk.returned.title', {by: form.returned.byVi, until: dateTime(form.returned.until)})}</h2><p>${form.returned.reason}</p></div>` : nothing}
      ${again.length ? html`<div class="call todo"><p>${t('clerk.tasks.again', {n: again.length})} ${links(again.map(one => one.id))}</p></div>` : nothing}
      ${asked.length ? html`<div class="call bad"><h2>${t('clerk.tasks.explain', {n: asked.length, until: dateTime(asked[0].rounds.at(-1).until)})}</h2>
        <p><a href=${link(this.params, '/explanations')}>${t('clerk.explain.nav')}</a></p></div>` : nothing}
      ${stuck.length ? html`<div class="call bad"><p>${t('clerk.tasks.conflicts', {n: stuck.length})} ${links(stuck)}</p></div>` : nothing}
      ${queued.length ? html`<div class="call todo"><p>${t('clerk.tasks.queued', {n: queued.length})} ${links(queued)}</p></div>` : nothing}
      ${typed.length ? html`<div class="call todo"><p>${t('clerk.tasks.typed', {n: typed.length})} ${links(typed)}</p></div>` : nothing}
      ${form.onBehalf ? html`<div class="call todo"><p>${t('clerk.tasks.onBehalf', {until: dateTime(form.onBehalf.at(-1).until)})} ${links(form.onBehalf.flatMap(one => one.criteria))}</p></div>` : nothing}
      ${answered ? html`<div class="call"><p>${t('clerk.tasks.questions', {n: answered})} <a href=${link(this.params, '/questions')}>${t('clerk.questions.nav')}</a></p></div>` : nothing}
      ${form.extension?.decision ? html`<div class="call"><p>${t(form.extension.decision.granted ? 'clerk.time.granted' : 'clerk.time.denied', {until: form.extension.decision.until ? day(form.extension.decision.until) : ''})} ${form.extension.decision.reason}</p></div>` : nothing}`;
  }

  /** The one next step, as a button. */
  forward(form, open_) {
    const next = open_.find(one => ['again', 'confirm', 'todo', 'files'].includes(need(form, one)));
    const fills = hasRole('unit', 'contributor');
    return html`<div class="actions">
      ${fills && next && (inWork(form) || form.reopened) ? html`<a class="btn btn-primary" href=${link(this.params, `/k/${next.id}`)}>${t('clerk.tasks.next')}</a>` : nothing}
      ${inWork(form) && (hasRole('unit') || hasRole('signer')) ? html`<a class="btn ${fills && next ? 'btn-outline-primary' : 'btn-primary'}" href=${link(this.params, '/check')}>${t(form.state === 'CLOSED' ? 'clerk.check.toSign' : 'clerk.check.nav')}</a>` : nothing}
      ${!inWork(form) && form.reopened?.length && hasRole('unit', 'signer') ? html`<a class="btn btn-outline-primary" href=${link(this.params, '/check')}>${t('clerk.check.nav')}</a>` : nothing}
    </div>`;
  }

  group(form, group) {
    return html`<section>
      <h2>${group.id}. ${group.title} <span class="soft points">${points(group.points)} / ${maximum(group.maxPoints)}</span></h2>
      <ol class="task-list">${group.criteria.map(criterion => html`<li>
        <a href=${link(this.params, `/k/${criterion.id}`)}><span class="soft">${criterion.id}</span> ${criterion.title}</a>
        <span class="task-facts">
          ${live(criterion).length ? html`<span class="soft">${t('clerk.tasks.files', {n: live(criterion).length})}</span>` : nothing}
          ${bare(criterion) ? tag(t('clerk.tasks.noFile'), 'todo') : nothing}
          ${got(criterion) === undefined ? nothing : html`<span class="figure">${points(got(criterion))} / ${maximum(criterion.maxPoints)}</span>`}
          ${tag(t(`clerk.need.${need(form, criterion)}`), NEEDS[need(form, criterion)])}
        </span></li>`)}</ol></section>`;
  }
}

const got = criterion => criterion.answer?.points ?? criterion.computed?.points;

/** Asked, not confirmed, and not decided by silence. */
export const waiting = explanation => {
  const round = explanation.rounds.at(-1);
  return !round.confirmed && !round.silent;
};

/** What a role may not read, or is not there yet, is left out. */
async function optional(asked) {
  try {
    return (await asked).body;
  } catch (refused) {
    if (refused instanceof Problem && [403, 404, 409].includes(refused.status)) {
      return null;
    }
    throw refused;
  }
}

customElements.define('mb-clerk-tasks', Tasks);
