import {html} from 'lit';
import {areas} from '../areas.js';
import {campaigns} from '../../shell/campaigns.js';
import {Page} from '../../shell/elements/page.js';
import {signIn, user} from '../../shell/session.js';
import {go, place} from '../../shell/router.js';
import {t} from '../../shell/i18n.js';
import {settings} from '../../shell/settings.js';

/** The first page: sign in, or on to one's own work; the results are open to everybody. */
class Home extends Page {
  async load() {
    if (!user()) {
      return {};
    }
    const {current} = await campaigns();
    const own = current && areas.find(area => area.home && area.roles.some(role => user().roles.includes(role)));
    // Who has gone elsewhere meanwhile is not called back.
    if (own && this.isConnected && /^\/(c\/[^/]+)?$/.test(place().path)) {
      go(own.home({user: user(), campaign: current}), {replace: true});
    }
    return {current};
  }

  body() {
    return html`
      <h1>${t('shell.home.title')}</h1>
      <p class="lead">${t('shell.home.lead')}</p>
      ${user()
        ? html`<p>${this.data.current ? t('shell.home.noWork') : t('shell.home.noCampaign')}</p>`
        : html`<p><button class="btn btn-primary btn-lg" @click=${() => signIn()}>${t('shell.signIn')}</button></p>
            ${settings.local ? html`<p class="text-secondary">${t('shell.home.local')}</p>` : ''}`}
      <p><a href="/">${t('shell.home.results')}</a></p>`;
  }
}
customElements.define('mb-home', Home);
