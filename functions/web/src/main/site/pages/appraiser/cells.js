/** What the pages of the team share: where things are, in which order one goes through them, and how a judgement is told. */
import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {dateTime, points} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {tag} from '../../shell/elements/parts.js';

/** Where the API has a unit. */
export const at = (c, u) => `/campaigns/${c}/units/${encodeURIComponent(u)}`;
/** Where the pages have the team's work. */
export const link = (c, rest = '') => `#/c/${c}/appraise${rest}`;
export const cellPath = (c, u, criterion) => `/c/${c}/appraise/u/${encodeURIComponent(u)}/k/${criterion}`;

const TONES = {UNMARKED: 'todo', AWAITS_SECOND: 'wait', GAP: 'bad', AWAITS_COUNTERSIGN: 'wait', STALE: 'bad', PROPOSED: 'good', SETTLED: 'good', NOTHING_SENT: 'plain', NOT_ASSIGNED: 'plain'};

/** How far a cell is, in a word. */
export const stateTag = state => tag(t(`appraiser.state.${state}`), TONES[state]);

/** 1,50 or that it does not apply. */
export const worthOf = worth => (worth === undefined ? '–' : worth.notApplicable ? t('appraiser.na') : points(worth.points));

/** As what and of which body, for who leads also who. */
export const hand = by => t(`appraiser.role.${by.role}`) + (by.body && by.body !== '(none)' ? `, ${by.body}` : '');

/** The judgements that a member may see, the latest last; those that were taken back in grey. */
export function readings(cell) {
  if (!cell.readings.length) {
    return html`<p class="soft">${t('appraiser.readings.none')}</p>`;
  }
  return html`<ol class="history">${cell.readings.map(one => html`<li class="${one.clearedAt ? 'soft' : ''}">
    <p><strong>${t(`appraiser.reading.${one.kind}`)}: ${worthOf(one.worth)}</strong> ${t(`appraiser.basis.${one.basis}`)}
      <span class="soft">(${hand(one.by)}, ${dateTime(one.at)})</span></p>
    ${one.reason ? html`<p>${one.reason}</p>` : nothing}
    ${(one.countersigns ?? []).map(sign => html`<p class="soft">${t('appraiser.readings.signed', {by: hand(sign.by), at: dateTime(sign.at)})}</p>`)}
    ${one.shownAt ? html`<p class="soft">${t('appraiser.readings.shown', {at: dateTime(one.shownAt)})}</p>` : nothing}
    ${one.clearedAt ? html`<p>${t('appraiser.readings.cleared', {at: dateTime(one.clearedAt), why: one.clearedBecause ?? ''})}</p>` : nothing}
  </li>`)}</ol>`;
}

/** All pages of a list, handed on as they come. */
export async function pages(path, take) {
  for (let next = ''; next !== null;) {
    const {body} = await api('GET', path + (next && `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`));
    if (take(body.items) === false) {
      return;
    }
    next = body.next;
  }
}

/** The criteria set of a group in force, by id; read once a session. */
const sets = new Map();
export async function rules(c, group) {
  const key = `${c}/${group}`;
  if (!sets.has(key)) {
    const {body} = await api('GET', `/campaigns/${c}/criteria/${group}`);
    sets.set(key, new Map(body.set.groups.flatMap(one => one.criteria).map(criterion => [criterion.id, criterion])));
  }
  return sets.get(key);
}

/** A rule of the set in the shape in which forms have it, so that answers can be put into words by it. */
export function shape(scoring) {
  return {
    inputs: scoring.inputs ?? [],
    options: scoring.options,
    items: scoring.items?.map(item => ({...item, id: item.key ?? item.id})),
    parts: (scoring.parts ?? scoring.alternatives)?.map(part => ({...part, ...shape(part.scoring)})),
  };
}

let walk = [];

/** Remembers in which order cells are gone through, as {u, criterion}. */
export const walkThrough = cells => (walk = cells);

/** The cell so many steps on, or undefined at an end; null where this one is not of the walk. */
export function step(u, criterion, by) {
  const here = walk.findIndex(one => one.u === u && one.criterion === criterion);
  return here < 0 ? null : walk[here + by];
}

/** {number, of} within the walk, or null. */
export function position(u, criterion) {
  const here = walk.findIndex(one => one.u === u && one.criterion === criterion);
  return here < 0 ? null : {number: here + 1, of: walk.length};
}
