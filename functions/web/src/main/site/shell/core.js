/**
 * The scoring rules themselves, compiled from the server's own code: the seam of the form pages. Until that module is loaded,
 * and where it cannot be, the answer is null and the page shows what the server answered.
 */
import {api} from './api.js';
import {lang} from './i18n.js';

let form = null;
let preparing = '';

/**
 * Loads the rules of a form's group, some 75 kB once; answers whether they are there. The form page shows first, then calls.
 *
 * @param version the form's `criteriaVersion`; the one in force unless given
 */
export async function prepare(c, group, version) {
  const asked = `${c}/${group}/${version ?? ''}`;
  if (form?.of === asked) {
    return true;
  }
  form = null;
  preparing = asked;
  const path = `/campaigns/${encodeURIComponent(c)}/criteria/${group}${version === undefined ? '' : `?version=${version}`}`;
  try {
    const [core, {body}] = await Promise.all([import('../core/minhbach-core.js'), api('GET', path)]);
    if (preparing === asked) {
      form = {of: asked, rules: core.form(JSON.stringify(body.set)), max: new Map(body.set.groups.flatMap(one => one.criteria.map(each => [each.id, each.maxPoints])))};
    }
  } catch (without) {
    // The server scores what is saved; nothing is lost but the figure beside the field.
    console.warn(without);
  }
  return form?.of === asked;
}

/**
 * What an answer is worth as typed.
 *
 * @param criterion as the form has it
 * @param answer {inputs} or {notApplicable}
 * @return {points, max, why} as '1.25', `notApplicable` where it leaves the maximum, {faults: [{place, detail}]} where it does not
 *   fit, or null where nobody knows yet
 */
export async function score(criterion, answer) {
  if (!form?.max.has(criterion.id)) {
    return null;
  }
  const max = Number(form.max.get(criterion.id)).toFixed(2);
  if (answer.notApplicable) {
    return {points: '0.00', max, notApplicable: true};
  }
  const told = JSON.parse(form.rules.score(criterion.id, JSON.stringify(answer.inputs ?? {})));
  if (told.refused) {
    return {faults: told.refused.violations.map(one => ({place: one.place, detail: lang() === 'vi' ? one.vi : one.en}))};
  }
  return {points: told.points, max, why: told.why, ...(told.is === 'NOT_APPLICABLE' ? {notApplicable: true} : {}), ...(told.awaitsBest ? {awaitsBest: true} : {})};
}

/**
 * The form's sums as typed: {points, max, index, level, groups, criteria}, or null where nobody knows yet.
 *
 * @param answers by criterion: {inputs}, {notApplicable} or {notAssigned}
 */
export async function card(answers) {
  return form && JSON.parse(form.rules.card(JSON.stringify(answers)));
}
