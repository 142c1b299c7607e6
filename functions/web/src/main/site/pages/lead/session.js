import {html, nothing} from 'lit';
import {api, Problem} from '../../shell/api.js';
import {dateTime, day} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {Page} from '../../shell/elements/page.js';
import {facts} from '../../shell/elements/parts.js';

/** Whether the minutes of the team's session are kept, without which nothing is reported. */
class SessionPage extends Page {
  async load() {
    try {
      const {body} = await api('GET', `/campaigns/${this.params.c}/session`);
      return {session: body};
    } catch (refused) {
      if (refused instanceof Problem && refused.status === 404) {
        return {session: null};
      }
      throw refused;
    }
  }

  body() {
    const {session} = this.data;
    return html`<h1>${t('lead.session.title')}</h1><p>${t('lead.session.text')}</p>
      ${session ? html`<section class="card-box">${facts([
        [t('lead.session.number'), session.number], [t('lead.session.day'), day(session.day)], [t('lead.session.present'), session.present.length],
        [t('lead.session.kept'), dateTime(session.at)], [t('lead.session.paper'), html`<a href=${session.url} target="_blank" rel="noopener noreferrer">${t('lead.session.open')}</a> <span class="hash soft">SHA-256 ${session.paper.slice(0, 16)}…</span>`],
      ])}${session.dissents?.length ? html`<h2>${t('lead.session.dissents')}</h2><ul>${session.dissents.map(one => html`<li>${one.text}</li>`)}</ul>` : nothing}</section>` : html`<div class="call todo"><p>${t('lead.session.none')}</p></div>`}`;
  }
}
customElements.define('mb-lead-session', SessionPage);
