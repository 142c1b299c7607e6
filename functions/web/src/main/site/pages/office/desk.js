import {html, nothing} from 'lit';
import {now} from '../../shell/clock.js';
import {day, daysBetween} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {Page} from '../../shell/elements/page.js';
import {tag} from '../../shell/elements/parts.js';
import {at, link, readCampaign, readOrNull, stageName} from './common.js';

const STAGES = ['DRAFT', 'OPEN', 'APPRAISING', 'REPORTED', 'APPROVED', 'PUBLISHED'];

/** What waits for the office today, and where the campaign stands. */
class Desk extends Page {
  async load() {
    const {c} = this.params;
    const campaign = await readCampaign(c);
    const draft = campaign.stage === 'DRAFT';
    const [progress, questions, reviews, team, session] = draft ? [] : await Promise.all([
      readOrNull(at(c, '/progress')), readOrNull(at(c, '/questions?answered=false&limit=500')), readOrNull(at(c, '/reviews')), readOrNull(at(c, '/team')), readOrNull(at(c, '/session'))]);
    return {campaign, lines: progress?.body.items ?? [], questions: questions?.body.items ?? [], reviews: reviews?.body.items ?? [], team: team?.body, session: session?.body};
  }

  /** [{text, path, n}] of what somebody waits for. */
  get waiting() {
    const {campaign, lines, questions, reviews, team} = this.data;
    const asked = lines.filter(line => line.extensionAsked).length;
    const late = lines.filter(line => line.overdue).length;
    const held = lines.filter(line => line.daysHeld > 0 && line.state === 'AT_DISTRICT').length;
    const pending = reviews.filter(one => one.state === 'PENDING').length;
    return [
      campaign.stage === 'DRAFT' && {path: '/setup', text: t('office.desk.setup')},
      asked && {path: '/extensions', text: t('office.desk.extensions', {n: asked})},
      questions.length && {path: '/questions', text: t('office.desk.questions', {n: questions.length})},
      late && {path: '/late', text: t('office.desk.late', {n: late})},
      held && {path: '/board', text: t('office.desk.held', {n: held})},
      pending && {path: '/reviews', text: t('office.desk.reviews', {n: pending})},
      ['OPEN', 'APPRAISING'].includes(campaign.stage) && team && team.version === undefined && {path: '/import/team', text: t('office.desk.team')},
      campaign.stage === 'REPORTED' && !campaign.result.entered && {path: '/report', text: t('office.desk.approval')},
      campaign.stage === 'APPROVED' && {path: '/report', text: t('office.desk.publish')},
      campaign.sentBack && !campaign.result && {path: '/report', text: t('office.desk.sentBack')},
    ].filter(Boolean);
  }

  body() {
    const {c} = this.params;
    const {campaign, lines} = this.data;
    const sent = lines.filter(line => line.submittedAt).length;
    return html`<h1>${t('office.desk.title')}</h1>
      <p class="lead">${campaign.name} ${tag(stageName(campaign), campaign.stage === 'PUBLISHED' ? 'good' : 'wait')}</p>
      ${lines.length ? html`<p>${t('office.board.sentOf', {sent, n: lines.length})}</p>` : nothing}
      <h2>${t('office.desk.waiting')}</h2>
      ${this.waiting.length ? html`<ul class="task-list">${this.waiting.map(one => html`<li><a href=${link(c, one.path)}>${one.text}</a></li>`)}</ul>` : html`<p>${t('office.desk.nothing')}</p>`}
      <h2>${t('office.desk.stages')}</h2>
      <ol class="task-list">${this.stages().map(one => html`<li class=${one.now ? 'now' : ''}><span>${one.text}</span>
        <span class="task-facts">${one.by ? html`<span class="soft">${this.until(one)}</span>` : nothing} ${tag(t(`office.desk.is.${one.is}`), {done: 'good', now: 'wait', later: 'plain'}[one.is])}</span></li>`)}</ol>
      <h2>${t('office.desk.more')}</h2>
      <ul class="ways">
        ${[['/setup', 'office.setup.nav'], ['/sources', 'office.sources.title'], ['/criteria/3/corrections', 'office.desk.corrections'], ['/criteria/3/exemptions', 'office.exempt.title'], ['/excuses', 'office.excuses.title'], ['/evidence', 'office.evidence.title'], ['/hearings', 'office.hearings.title'], ['/session', 'office.session.title'], ['/petitions', 'office.petitions.title'], ['/reviews', 'office.reviews.title'], ['/report', 'office.report.title']]
          .filter(([path]) => campaign.stage !== 'DRAFT' || ['/setup', '/sources'].includes(path))
          .map(([path, word]) => html`<li><a href=${link(c, path)}>${t(word)}</a></li>`)}
        <li><a href="#/office/campaigns">${t('office.campaigns.title')}</a></li></ul>`;
  }

  stages() {
    const {campaign} = this.data;
    const at = STAGES.indexOf(campaign.stage === 'ARCHIVED' ? 'PUBLISHED' : campaign.stage);
    const by = {OPEN: 'dueBy', APPRAISING: 'appraisedBy', REPORTED: 'reportBy', PUBLISHED: 'publishBy'};
    return STAGES.map((stage, i) => ({
      text: t(`office.desk.stage.${stage}`), by: campaign.milestones[by[stage]],
      is: i < at || (i === at && stage === 'PUBLISHED') ? 'done' : i === at ? 'now' : 'later', now: i === at,
    }));
  }

  until({by, is}) {
    const left = daysBetween(now(), by);
    return is === 'done' ? t('office.desk.by', {day: day(by)}) : left >= 0 ? t('office.desk.left', {day: day(by), n: left}) : t('office.desk.over', {day: day(by), n: -left});
  }
}
customElements.define('mb-office-desk', Desk);
