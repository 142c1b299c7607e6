/**
 * Which page stands in the frame: `#/c/131-2020/…`. A page is a custom element, loaded when it is first needed; the router
 * gives it `params` and `query`, sets the title and moves the focus to its heading.
 */
import {areas} from '../pages/areas.js';
import {hasRole} from './session.js';
import {loadWords, t} from './i18n.js';

const compiled = areas.flatMap(area =>
  area.routes.map(route => ({
    ...route,
    area: area.name,
    roles: route.roles ?? area.roles,
    pattern: new RegExp('^' + route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)') + '$'),
  })));

/** The place of now: {path, query}. */
export function place() {
  const [path, query = ''] = location.hash.replace(/^#/, '').split('?');
  return {path: path || '/', query: new URLSearchParams(query)};
}

/** Goes to a path, as `/c/131-2020/u/06649`. */
export function go(path, {replace = false} = {}) {
  if (replace) {
    location.replace('#' + path);
  } else {
    location.hash = '#' + path;
  }
}

/** The first route that fits a path and whoever is signed in: {route, params}; `forbidden` where it is for others. */
export function match(path) {
  let forbidden = null;
  for (const route of compiled) {
    const found = route.pattern.exec(path);
    if (found) {
      const params = Object.fromEntries(Object.entries(found.groups || {}).map(([name, text]) => [name, decodeURIComponent(text)]));
      if (route.roles.length === 0 || hasRole(...route.roles)) {
        return {route, params};
      }
      forbidden = {route, params, forbidden: true};
    }
  }
  return forbidden;
}

/** Loads what a route needs and makes its element. */
export async function open({route, params}, query) {
  await Promise.all([loadWords(route.area), route.load()]);
  const page = document.createElement(route.element);
  page.params = params;
  page.query = query;
  return page;
}

/** Sets the title of the window. */
export const title = text => (document.title = text ? `${text} – ${t('shell.name')}` : t('shell.name'));

/** The heading of a page that has just come takes the focus, so that who cannot see it hears where they are. */
export function focusHeading(root) {
  const heading = root.querySelector('h1');
  if (heading) {
    heading.tabIndex = -1;
    heading.focus({preventScroll: true});
  }
  scrollTo(0, 0);
}
