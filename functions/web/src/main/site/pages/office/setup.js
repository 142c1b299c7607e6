import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {day} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {confirm} from '../../shell/elements/confirm.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {facts, tag} from '../../shell/elements/parts.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, backTo, change, link, readCampaign, readOrNull} from './common.js';

const TONES = {done: 'good', missing: 'bad', todo: 'todo', optional: 'plain'};

/** Everything a campaign needs before its forms go out, with what is done and what is missing. */
class Setup extends ActionPage {
  async load() {
    const {c} = this.params;
    const [campaign, holidays, summary, accounts, team] = await Promise.all([
      readCampaign(c), api('GET', at(c, '/holidays')), readOrNull(at(c, '/summary')), readOrNull(at(c, '/accounts')), readOrNull(at(c, '/team'))]);
    const sets = await Promise.all([1, 2, 3].map(group => (campaign.criteriaVersions[group] === undefined ? null : readOrNull(at(c, `/criteria/${group}`)))));
    return {campaign, holidays: holidays.body, summary: summary?.body, accounts: accounts?.body, team: team?.body, sets: sets.map(set => set?.body.set)};
  }

  keepsInput() {
    return !!this.typed.reason;
  }

  /** [{name, state, text, path}] */
  steps() {
    const {campaign, holidays, summary, accounts, team, sets} = this.data;
    const units = campaign.unitsVersion > 0;
    const sources = Object.keys(campaign.sources).length;
    const groups = summary?.groups.filter(group => group.units > 0).map(group => group.group) ?? [];
    return [
      {name: 'settings', state: 'done', text: t('office.setup.settingsText', {due: day(campaign.milestones.dueBy), days: campaign.calendar.answerDays})},
      {name: 'units', state: units ? 'done' : 'missing', path: '/import/units',
        text: units ? t('office.setup.unitsText', {n: summary?.units ?? '…'}) : t('office.setup.unitsNone')},
      ...sets.map((set, i) => ({
        name: `criteria${i + 1}`, path: `/import/criteria-${i + 1}`,
        state: set ? 'done' : units && groups.length && !groups.includes(i + 1) ? 'optional' : 'missing',
        text: set ? t('office.setup.criteriaText', {n: set.groups.flatMap(group => group.criteria).length, points: set.maxPoints, version: set.version}) : t('office.setup.criteriaNone')})),
      {name: 'sources', state: sources ? 'done' : 'optional', path: '/sources', text: sources ? t('office.setup.sourcesText', {n: sources}) : t('office.setup.sourcesNone')},
      {name: 'accounts', state: accounts?.accountsVersion === undefined ? 'todo' : 'done', path: '/import/accounts',
        text: accounts?.accountsVersion === undefined ? t('office.setup.accountsNone')
          : accounts.pool ? t('office.setup.accountsPool', {inLine: accounts.pool.inLine, pending: accounts.pool.pending, failed: accounts.pool.failed}) : t('office.setup.accountsText')},
      {name: 'team', state: team?.version === undefined ? 'todo' : 'done', path: '/import/team',
        text: team?.version === undefined ? t('office.setup.teamNone') : t('office.setup.teamText', {n: team.members.length, number: team.decision?.number ?? ''})},
      {name: 'holidays', state: holidays.yearsWithout.length ? 'todo' : 'done', path: '/import/holidays',
        text: holidays.yearsWithout.length ? t('office.setup.holidaysNone', {years: holidays.yearsWithout.join(', ')}) : t('office.setup.holidaysText', {n: holidays.items.length})},
      ...(campaign.stage === 'DRAFT' ? [] : [{name: 'reminders', state: 'done', path: '/reminders', text: t('office.setup.remindersText')}]),
    ];
  }

  async open(event) {
    event.preventDefault();
    const {campaign} = this.data;
    if (!(await confirm({title: t('office.setup.sure', {name: campaign.name}), text: t('office.setup.sureText'), yes: t('office.setup.open')}))) {
      return;
    }
    const reason = (this.typed.reason ?? '').trim();
    await this.act([], async key => {
      try {
        await change('POST', at(this.params.c, '/open'), {body: reason ? {reason} : {}, key});
      } catch (refused) {
        // With a reason the forms go out all the same: then it is asked for.
        this.short ||= refused.type === 'short-notice';
        throw refused;
      }
      this.typed = {};
      this.done = 'opened';
      await this.reload({focus: true});
    });
  }

  body() {
    const {campaign} = this.data;
    const steps = this.steps();
    const lacking = steps.filter(step => step.state === 'missing');
    const draft = campaign.stage === 'DRAFT';
    return html`${backTo(this.params.c)}
      ${errorSummary(this.faults, t('office.setup.refused'))}
      <h1>${t('office.setup.title')}</h1>
      <p class="lead">${campaign.name}</p>
      ${this.failed ? problemBox(this.failed) : nothing}
      ${draft ? nothing : html`<div class="call good" role="status"><h2>${t('office.setup.opened', {at: day(campaign.openedAt)})}</h2>
        <p>${t('office.setup.openedText')} <a href=${link(this.params.c, '/board')}>${t('office.board.nav')}</a></p></div>`}
      <ol class="task-list steps">${steps.map(step => html`<li>
        <span class="step">${step.path ? html`<a href=${link(this.params.c, step.path)}>${t(`office.setup.step.${step.name}`)}</a>` : html`<strong>${t(`office.setup.step.${step.name}`)}</strong>`}
          <span class="soft step-text">${step.text}</span></span>
        <span class="task-facts">${tag(t(`office.setup.state.${step.state}`), TONES[step.state])}</span></li>`)}</ol>
      ${draft ? html`<form class="card-box" novalidate @submit=${event => this.open(event)}>
        <h2>${t('office.setup.openTitle')}</h2>
        ${lacking.length ? html`<p class="warning">${t('office.setup.lacking', {list: lacking.map(step => t(`office.setup.step.${step.name}`)).join('; ')})}</p>` : html`<p>${t('office.setup.ready')}</p>`}
        ${this.short ? textField({id: 'reason', label: t('office.setup.reason'), value: this.typed.reason, change: this.type('reason'), faults: this.faults, rows: 2, most: 1000, hint: t('office.setup.reasonHint')}) : nothing}
        <button class="btn btn-primary" ?disabled=${lacking.length > 0}>${t('office.setup.open')}</button></form>` : nothing}
      <ul class="ways"><li><a href=${link(this.params.c, '/criteria/3/rehearsal')}>${t('office.rehearse.title')}</a></li></ul>
      <h2>${t('office.setup.calendar')}</h2>
      <section class="card-box">${facts([
        [t('office.setup.plan'), `${campaign.plan.number}, ${day(campaign.plan.date)}, ${campaign.plan.issuer}`],
        [t('office.milestone.dueBy'), day(campaign.milestones.dueBy)],
        [t('office.milestone.closesBy'), day(campaign.milestones.closesBy)],
        [t('office.milestone.appraisedBy'), day(campaign.milestones.appraisedBy)],
        [t('office.milestone.reportBy'), day(campaign.milestones.reportBy)],
        [t('office.milestone.publishBy'), day(campaign.milestones.publishBy)],
        [t('office.setup.answerDays'), t('office.setup.daysOf', {n: campaign.calendar.answerDays})],
        [t('office.setup.latePolicy'), t(`office.setup.late.${campaign.latePolicy}`)],
        [t('office.setup.tieRule'), t(`office.setup.tie.${campaign.tieRule}`)],
      ])}</section>`;
  }
}
customElements.define('mb-office-setup', Setup);
