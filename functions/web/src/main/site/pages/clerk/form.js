/** A unit's form as its pages need it: the form itself, the rules it is judged by, and what is to be done about each criterion. */
import {api} from '../../shell/api.js';
import {hasRole} from '../../shell/session.js';

/** Where the API has a unit. */
export const at = ({c, u}) => `/campaigns/${c}/units/${encodeURIComponent(u)}`;
/** Where the pages have it. */
export const link = ({c, u}, rest = '') => `#/c/${c}/u/${encodeURIComponent(u)}${rest}`;

/** The form, with `etag`. */
export async function readForm(params) {
  const {body, etag} = await api('GET', `${at(params)}/form`);
  return {...body, etag: etag || body.etag};
}

const sets = new Map();

/** The rules in full, by criterion: the form has only what is asked. A version never changes, so it is read once. */
export async function readRules(params, form) {
  const version = form.criteriaSet.criteriaVersion;
  const key = `${params.c}/${form.group}/${version}`;
  if (!sets.has(key)) {
    const {body} = await api('GET', `/campaigns/${params.c}/criteria/${form.group}?version=${version}`);
    sets.set(key, new Map(body.set.groups.flatMap(group => group.criteria).map(criterion => [criterion.id, criterion])));
  }
  return sets.get(key);
}

/** All criteria of a form, in order. */
export const criteria = form => form.groups.flatMap(group => group.criteria);
export const find = (form, id) => criteria(form).find(criterion => criterion.id === id);

const OPEN = ['NOT_STARTED', 'IN_PROGRESS', 'CLOSED'];

/** Whether the whole form is in work. */
export const inWork = form => OPEN.includes(form.state);
/** Whether this criterion may be changed now, as far as the page can know. */
export const editable = (form, criterion) =>
  hasRole('unit', 'contributor') && !criterion.notAssigned && criterion.inputKind !== 'computed'
  && (inWork(form) || !!form.reopened?.some(open => open.criterion === criterion.id));

/**
 * What is to be done about a criterion: 'exempt', 'computed', 'again' (corrected, contested or returned), 'confirm' (a figure
 * of the province), 'todo', 'files' (a file was refused), or 'done'.
 */
export function need(form, criterion) {
  if (criterion.notAssigned) {
    return 'exempt';
  }
  if (criterion.inputKind === 'computed') {
    return 'computed';
  }
  if (criterion.evidence.some(file => file.state === 'REJECTED')) {
    return 'files';
  }
  if (!criterion.answer) {
    return criterion.contested || criterion.corrected?.owed ? 'again' : criterion.baseline ? 'confirm' : 'todo';
  }
  return form.reopened?.some(open => open.criterion === criterion.id) ? 'again' : 'done';
}

/** Whether somebody has to do something about it before the form can be closed. */
export const open = (form, criterion) => ['again', 'confirm', 'todo', 'files'].includes(need(form, criterion));

/** Files that count, or may once they are checked. */
export const live = criterion => criterion.evidence.filter(file => ['AWAITED', 'CHECKING', 'ACCEPTED'].includes(file.state));

/** Wants a file and has none: nothing is refused for it, but who appraises will ask. */
export const bare = criterion =>
  criterion.evidenceRequired && criterion.evidenceExpected && criterion.answer && !criterion.answer.notApplicable && live(criterion).length === 0;

/** What was answered, as the body of a request. */
export function asSent(answer) {
  if (!answer) {
    return null;
  }
  const {inputs, notApplicable, note, claim} = answer;
  return {
    ...(notApplicable !== undefined ? {notApplicable} : claim?.kind === 'CONFIRMED' ? {confirm: true} : {inputs}),
    ...(note !== undefined && {note}),
    ...(claim?.kind === 'CONTESTED' && {contest: {reason: claim.reason}}),
  };
}
