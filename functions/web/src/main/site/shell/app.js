import {LitElement, html, nothing} from 'lit';
import {areas} from '../pages/areas.js';
import {campaigns} from './campaigns.js';
import {isOnline, onLine, Problem} from './api.js';
import {lang, loadWords, onLang, setLang, t} from './i18n.js';
import {match, open, place, title} from './router.js';
import {onSession, signIn, signOut, user} from './session.js';
import {readClock} from './clock.js';
import {problemBox} from './elements/page.js';

/** The frame around every page: who, which language, where to, and whether the line holds. */
class App extends LitElement {
  static properties = {
    page: {state: true},
    links: {state: true},
    offline: {state: true},
    failed: {state: true},
    menu: {state: true},
  };

  constructor() {
    super();
    this.page = null;
    this.links = [];
    this.offline = !isOnline();
    this.failed = null;
    this.menu = false;
    this.turn = 0;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.replaceChildren();
    document.querySelector('.skip').textContent = t('shell.skip');
    addEventListener('hashchange', () => this.show());
    onSession(() => this.navigation());
    onLine(online => (this.offline = !online));
    onLang(() => this.relabel());
    this.show();
  }

  /** Opens the page of the address. What is asked for twice in a row ends at the later one. */
  async show() {
    const turn = ++this.turn;
    this.menu = false;
    const hash = location.hash;
    if (this.page?.mayLeave && hash !== this.hash && !(await this.page.mayLeave())) {
      // The address goes back to the page that stays.
      history.replaceState(null, '', this.hash || location.pathname);
      return;
    }
    const {path, query} = place();
    const found = match(path);
    this.failed = null;
    if (found?.forbidden && !user()) {
      this.page = null;
      this.failed = {signIn: true};
      return;
    }
    if (!found || found.forbidden) {
      this.page = null;
      this.failed = {missing: !found, forbidden: !!found};
      title(t(found ? 'shell.forbidden.title' : 'shell.missing.title'));
      return;
    }
    try {
      const page = await open(found, query);
      if (turn === this.turn) {
        this.page = page;
        this.hash = hash;
        this.route = found.route;
        title(t(found.route.title));
        this.navigation();
      }
    } catch (broken) {
      if (turn === this.turn) {
        this.failed = {problem: new Problem(0, {type: 'offline', detail: t('shell.problem.page')})};
      }
      console.error(broken);
    }
  }

  async relabel() {
    document.querySelector('.skip').textContent = t('shell.skip');
    if (this.route) {
      title(t(this.route.title));
    }
    this.navigation();
    this.requestUpdate();
  }

  /** What whoever is signed in may go to. */
  async navigation() {
    const who = user();
    const mine = areas.filter(area => area.nav && (area.roles.length === 0 || (who && area.roles.some(role => who.roles.includes(role)))));
    try {
      const {current} = await campaigns();
      await Promise.all([readClock(), ...mine.map(area => loadWords(area.name))]);
      this.links = mine.flatMap(area => area.nav({user: who, campaign: current, path: place().path}));
    } catch (refused) {
      // The page itself tells what is wrong; the frame does without its links.
      this.links = [];
      if (!(refused instanceof Problem)) {
        throw refused;
      }
    }
    this.requestUpdate();
  }

  render() {
    const who = user();
    const other = lang() === 'vi' ? 'en' : 'vi';
    const {path} = place();
    return html`
      <header class="frame">
        <div class="container bar-top">
          <a class="brand" href="#/"><img src="icon.svg" alt="" width="32" height="32"> ${t('shell.name')}</a>
          <div class="who">
            ${who ? html`<span class="name"><span class="visually-hidden">${t('shell.signedInAs')} </span>${who.name}</span>` : nothing}
            <button class="btn btn-link" lang=${other} @click=${() => setLang(other)}>${t('shell.otherLanguage')}</button>
            ${who
              ? html`<button class="btn btn-link" @click=${() => signOut()}>${t('shell.signOut')}</button>`
              : html`<button class="btn btn-link" @click=${() => signIn()}>${t('shell.signIn')}</button>`}
          </div>
        </div>
        ${this.links.length ? html`<nav aria-label=${t('shell.navigation')}>
          <div class="container">
            <button class="btn btn-link menu" aria-expanded=${this.menu} aria-controls="links" @click=${() => (this.menu = !this.menu)}>
              ${t('shell.menu')}</button>
            <ul id="links" class=${this.menu ? 'open' : ''}>
              ${this.links.map(link => html`<li><a href=${'#' + link.path} aria-current=${link.path === path ? 'page' : nothing}>${link.label}</a></li>`)}
            </ul>
          </div></nav>` : nothing}
      </header>
      <div role="status" class="offline">${this.offline ? html`<p class="container">${t('shell.offline')}</p>` : nothing}</div>
      <main id="main" class="container" tabindex="-1">${this.failed ? this.failure() : this.page ?? html`<p class="loading">${t('shell.loading')}</p>`}</main>
      <footer class="container"><p><a href="/">${t('shell.home.results')}</a></p></footer>`;
  }

  failure() {
    if (this.failed.signIn) {
      return html`<h1>${t('shell.needSignIn.title')}</h1><p>${t('shell.needSignIn.text')}</p>
        <button class="btn btn-primary btn-lg" @click=${() => signIn()}>${t('shell.signIn')}</button>`;
    }
    if (this.failed.problem) {
      return html`<h1>${t('shell.problem.heading')}</h1>${problemBox(this.failed.problem, () => this.show())}`;
    }
    const which = this.failed.missing ? 'missing' : 'forbidden';
    return html`<h1>${t(which === 'missing' ? 'shell.missing.title' : 'shell.forbidden.title')}</h1>
      <p>${t(which === 'missing' ? 'shell.missing.text' : 'shell.forbidden.text')}</p><p><a href="#/">${t('shell.home.back')}</a></p>`;
  }
}
customElements.define('mb-app', App);

document.querySelector('.skip').addEventListener('click', event => {
  // The address belongs to the router.
  event.preventDefault();
  document.getElementById('main').focus();
});
