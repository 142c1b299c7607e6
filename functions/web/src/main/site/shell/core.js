/**
 * The scoring rules themselves, compiled from the server's own code: the seam of the form pages. The module, some 75 kB once,
 * is fetched when something is first scored; where it cannot be, the answer is null and the page shows what the server
 * answered.
 */
import {lang} from './i18n.js';

let loading = null;
const forms = new WeakMap();

function core() {
  loading ??= import('../core/minhbach-core.js').catch(without => {
    // The server scores what is saved; nothing is lost but the figure beside the field. The next one tries again.
    console.warn(without);
    loading = null;
    return null;
  });
  return loading;
}

/** The rules of a set, read once. */
async function form(key, set) {
  const rules = await core();
  if (rules && !forms.has(key)) {
    forms.set(key, rules.form(JSON.stringify(set())));
  }
  return rules && forms.get(key);
}

/** A set of nothing but this criterion: the rules are read as parts of a whole. */
function alone({id, title, maxPoints, scoring, evidenceRequired, verifyBy, naAllowed, naReason}) {
  const criterion = {id, title, maxPoints, scoring, evidenceRequired, verifyBy, ...(naAllowed ? {naAllowed, naReason} : {})};
  return {
    setId: 'ONE', title, version: '1', year: 2000, unitGroup: 1, maxPoints,
    levels: [{code: 'ANY', label: 'ANY', minPercent: 0, minInclusive: true}],
    groups: [{id: 'I', title, maxPoints, criteria: [criterion]}],
  };
}

/**
 * What an answer is worth as typed.
 *
 * @param criterion as the set of criteria has it, with its rule
 * @param answer {inputs} or {notApplicable}
 * @return {points, max, why} as '1.25', `notApplicable` where it leaves the maximum, `awaitsBest` where the rest hangs on the
 *   group; {faults: [{place, detail}]} where it does not fit; null where nobody knows
 */
export async function score(criterion, answer) {
  const rules = criterion?.scoring && (await form(criterion, () => alone(criterion)));
  if (!rules) {
    return null;
  }
  const max = Number(criterion.maxPoints).toFixed(2);
  if (answer.notApplicable) {
    return {points: '0.00', max, notApplicable: true};
  }
  const told = JSON.parse(rules.score(criterion.id, JSON.stringify(answer.inputs ?? {})));
  if (told.refused) {
    return {faults: told.refused.violations.map(one => ({place: one.place, detail: lang() === 'vi' ? one.vi : one.en}))};
  }
  return {points: told.points, max, why: told.why, ...(told.is === 'NOT_APPLICABLE' ? {notApplicable: true} : {}), ...(told.awaitsBest ? {awaitsBest: true} : {})};
}

/** The points that a criterion's rule can give, as ['0.00', '1.00']; null where they are many, or nobody knows. */
export async function attainable(criterion) {
  const rules = criterion?.scoring && (await form(criterion, () => alone(criterion)));
  const told = rules && rules.attainable(criterion.id);
  return told ? JSON.parse(told).points : null;
}

/**
 * A form's sums as typed: {points, max, index, level, groups, criteria}, or null where nobody knows.
 *
 * @param set of criteria, whole
 * @param answers by criterion: {inputs}, {notApplicable: true} or {notAssigned: true}
 */
export async function card(set, answers) {
  const rules = await form(set, () => set);
  return rules && JSON.parse(rules.card(JSON.stringify(answers)));
}
