/** What holds a step up, each thing with where it is dealt with. */
import {html} from 'lit';
import {t} from '../../shell/i18n.js';
import {link, unitLink} from './common.js';

/** By the check's place in an answer that names several, and by the refusal's type where it is the only one. */
const WHERE = {
  jobs: ['/board', 'board'], 'jobs-still-open': ['/board', 'board'],
  forms: ['/board', 'board'], 'forms-still-open': ['/board', 'board'],
  hearings: ['/hearings', 'hearings'], 'units-still-heard': ['/hearings', 'hearings'], 'provisional-first': ['/hearings', 'hearings'], 'petition-term-runs': ['/hearings', 'hearings'],
  reviews: ['/reviews', 'reviews'], 'reviews-still-open': ['/reviews', 'reviews'],
  appraisals: ['/board', 'board'], 'appraisals-still-open': ['/board', 'board'],
  session: ['/session', 'session'], 'session-first': ['/session', 'session'], 'session-too-early': ['/session', 'session'],
};

/**
 * A refusal as a list.
 *
 * @param problem what the server answered
 * @param units codes of the units, so that a place that names one leads to it
 */
export function openWork(c, problem, units) {
  const type = error => error.type.replace('urn:minhbach:problem:', '');
  const lines = problem.errors.length ? problem.errors.map(error => ({place: error.place, type: type(error), text: error.detail})) : [];
  const alone = !lines.some(line => WHERE[line.place]);
  return html`<div class="call bad" role="alert" tabindex="-1" id="open-work"><h2>${t('office.report.open')}</h2>
    <p>${problem.detail} ${alone ? way(c, problem.type) : ''}</p>
    ${lines.length ? html`<ul>${lines.map(line => html`<li>${line.text} ${way(c, line.place) || unitWay(c, line.place, units) || way(c, line.type)}</li>`)}</ul>` : ''}</div>`;
}

function way(c, name) {
  const found = WHERE[name];
  return found ? html`<a href=${link(c, found[0])}>${t(`office.report.to.${found[1]}`)}</a>` : '';
}

function unitWay(c, place, units) {
  const code = place.split('/')[0];
  return units?.includes(code) ? html`<a href=${unitLink(c, code)}>${code}</a>` : '';
}
