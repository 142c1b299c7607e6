/** The communes of a district with both clocks: the commune's own day, and the day by which its form leaves the district. */
import {html} from 'lit';
import {api} from '../../shell/api.js';
import {now} from '../../shell/clock.js';
import {dateTime, daysBetween} from '../../shell/format.js';
import {lang, t} from '../../shell/i18n.js';
import {tag} from '../../shell/elements/parts.js';
import {at} from '../clerk/form.js';

const WORKING = ['NOT_STARTED', 'IN_PROGRESS', 'CLOSED'];
const TONES = {NOT_STARTED: 'plain', IN_PROGRESS: 'todo', CLOSED: 'todo', AT_DISTRICT: 'wait'};

export const link = ({c, u}, rest = '') => `#/c/${c}/d/${encodeURIComponent(u)}${rest}`;
export const communeLink = (params, commune, rest = '') => link(params, `/commune/${encodeURIComponent(commune)}${rest}`);

export const isWorking = line => WORKING.includes(line.state);
/** Whether the form lies with the district. */
export const isHere = line => line.state === 'AT_DISTRICT';
/** Sent, whole, and nothing of it open again: it may go on. */
export const isReady = line => isHere(line) && !line.reopened?.length;
/** Days by which the commune is over its day, or the district over its own; 0 where neither is. */
export function daysOver(line) {
  const by = isWorking(line) ? line.dueAt : isHere(line) ? line.forwardBy : null;
  return by && now() > new Date(by).getTime() ? 1 + daysBetween(by, now()) : 0;
}

/** The lines, the longest over first, then whose clock ends first. */
export async function readCommunes(params) {
  const {body} = await api('GET', `${at(params)}/communes`);
  const ends = line => (isWorking(line) ? line.dueAt : isHere(line) ? line.forwardBy ?? '' : '9');
  return body.items.sort((one, other) => daysOver(other) - daysOver(one) || ends(one).localeCompare(ends(other)) || one.unit.localeCompare(other.unit));
}

export const stateTag = line => tag(lang() === 'vi' ? line.stateVi : t(`clerk.formState.${line.state}`), TONES[line.state] ?? 'good');

/** A clock: its day, and how much is left of it while it runs. */
export function clock(by, runs) {
  if (!by) {
    return '–';
  }
  const over = now() > new Date(by).getTime();
  const n = over ? 1 + daysBetween(by, now()) : daysBetween(now(), by);
  return html`${dateTime(by)} ${runs ? tag(t(over ? 'district.clock.over' : 'district.clock.left', {n}), over ? 'bad' : n < 3 ? 'todo' : 'plain') : ''}`;
}
