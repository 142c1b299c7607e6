/**
 * Who is signed in. Code flow with PKCE; tokens live in this module's memory alone, so a page that is loaded again goes by
 * the issuer, which knows its own session. Roles decide what shows; what is allowed, the server decides.
 */
import {oidc} from './oidc.js';
import {settings} from './settings.js';

const HERE = new URL('..', import.meta.url).href;
/** Seconds before its end at which a token is renewed. */
const EARLY = 60;
/** Says that somebody was signed in in this tab: no token, no name. */
const MARK = 'minhbach.signedIn';

let manager;
let current = null;
let renewing = null;
const listeners = new Set();

/** {name, roles, unit} of who is signed in, or null. */
export const user = () => current && {name: current.profile.sub, roles: roles(), unit: unit()};

/** Whether somebody is signed in who has one of these roles; of nobody in particular where none is named. */
export const hasRole = (...wanted) => !!current && (wanted.length === 0 || wanted.some(role => roles().includes(role)));

/** Calls back after every change of who is signed in. */
export function onSession(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * At the start of a page: takes the code where the issuer has just sent somebody back, and where to go on from there. A page
 * that was loaded again in a tab where somebody was signed in goes by the issuer at once.
 */
export async function start() {
  const query = new URLSearchParams(location.search);
  if (!query.has('state') || !(query.has('code') || query.has('error'))) {
    if (sessionStorage.getItem(MARK)) {
      sessionStorage.removeItem(MARK);
      try {
        await signIn();
        await new Promise(() => {});
      } catch {
        // The issuer is away: the page opens unsigned and offers to sign in.
      }
    }
    return;
  }
  const answer = location.href;
  history.replaceState(null, '', HERE + location.hash);
  try {
    const signedIn = await (await users()).signinRedirectCallback(answer);
    history.replaceState(null, '', HERE + (signedIn.state?.hash || ''));
    set(signedIn);
    sessionStorage.setItem(MARK, 'yes');
  } catch (failed) {
    // The back button led to a code that was used, or the person said no: the page opens unsigned.
    console.info('sign-in was not completed:', failed.message);
  }
}

/** Leaves for the issuer; afterwards the page opens at this place, or at `hash`. */
export async function signIn({hash = location.hash, choose = false} = {}) {
  await (await users()).signinRedirect({state: {hash}, ...(choose && {prompt: 'login'})});
}

/** Signs in again in a small window, so that what stands in the page is not lost. */
export async function signInAgain() {
  const before = user();
  const signedIn = await (await users()).signinPopup({popupWindowFeatures: {width: 560, height: 720, closePopupWindowAfterInSeconds: -1}});
  set(signedIn);
  return !before || before.name === user().name;
}

/** Ends the session here and at the issuer. */
export async function signOut() {
  const hint = current?.id_token;
  sessionStorage.removeItem(MARK);
  set(null);
  await (await users()).signoutRedirect({id_token_hint: hint, post_logout_redirect_uri: HERE});
}

/** A token that holds for the next request, or null: then somebody has to sign in again. */
export async function token() {
  if (!current) {
    return null;
  }
  if (current.expires_in > EARLY) {
    return current.id_token;
  }
  renewing ??= renew().finally(() => (renewing = null));
  return (await renewing) ? current.id_token : null;
}

/** The server refused the token although its time is not over: the next request renews it first. */
export function tokenRefused() {
  if (current) {
    current.expires_at = 0;
  }
}

async function renew() {
  if (!current.refresh_token) {
    return false;
  }
  try {
    const renewed = await (await users()).signinSilent();
    if (renewed) {
      set(renewed);
    }
    return !!renewed;
  } catch (refused) {
    if (refused instanceof TypeError) {
      throw refused;
    }
    return false;
  }
}

function set(next) {
  current = next;
  listeners.forEach(listener => listener(user()));
}

const roles = () => [].concat(current?.profile['cognito:groups'] ?? []);
const unit = () => current?.profile['custom:unit'] ?? null;

async function users() {
  if (!manager) {
    const {UserManager, WebStorageStateStore, InMemoryWebStorage} = await oidc();
    manager = new UserManager({
      authority: settings.issuer,
      client_id: settings.client,
      redirect_uri: HERE,
      popup_redirect_uri: new URL('signed-in.html', HERE).href,
      response_type: 'code',
      scope: 'openid profile email',
      automaticSilentRenew: false,
      monitorSession: false,
      loadUserInfo: false,
      // The verifier of a sign-in under way has to outlive the page; tokens must not.
      stateStore: new WebStorageStateStore({store: sessionStorage}),
      userStore: new WebStorageStateStore({store: new InMemoryWebStorage()}),
    });
  }
  return manager;
}
