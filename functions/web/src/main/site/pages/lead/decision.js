import {html, nothing} from 'lit';
import {maximum, parseNumber} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {textField} from '../../shell/elements/text-field.js';

const DECISIONS = ['kept', 'newPoints'];

/**
 * The fields of a decision about points that somebody asks to look at again.
 *
 * @param page keeps `typed` and `faults`
 * @param prefix tells the fields of several decisions on one page apart
 * @param max of the criterion, where it is known
 */
export const decisionFields = (page, prefix = '', max) => html`
  <fieldset class="field"><legend>${t('lead.decision')}</legend>${DECISIONS.map(one => html`<div class="form-check">
    <input class="form-check-input" type="radio" name="${prefix}decision" id=${one === 'kept' ? `${prefix}decision` : `${prefix}decision-new`} .checked=${page.typed[`${prefix}decision`] === one} @change=${() => page.type(`${prefix}decision`)(one)}>
    <label class="form-check-label" for=${one === 'kept' ? `${prefix}decision` : `${prefix}decision-new`}>${t(`lead.decision.${one}`)}</label></div>`)}</fieldset>
  ${page.typed[`${prefix}decision`] === 'newPoints' ? textField({id: `${prefix}points`, label: max === undefined ? t('lead.decision.points') : t('appraiser.points', {max: maximum(max)}), value: page.typed[`${prefix}points`], change: page.type(`${prefix}points`), faults: page.faults, size: 'short', most: 8}) : nothing}
  ${textField({id: `${prefix}reason`, label: t('lead.decision.reason'), hint: t('appraiser.reason.hint'), value: page.typed[`${prefix}reason`], change: page.type(`${prefix}reason`), faults: page.faults, rows: 3})}`;

/** What was typed: {body} of the request, or {faults}. */
export function readDecision(page, prefix = '') {
  const typed = name => (page.typed[prefix + name] ?? '').trim();
  const faults = [];
  const body = {decision: typed('decision'), reason: typed('reason')};
  if (!body.decision) {
    faults.push({field: `${prefix}decision`, text: t('lead.decision.missing')});
  }
  if (body.decision === 'newPoints') {
    const read = parseNumber(typed('points'));
    if (read.value === undefined) {
      faults.push({field: `${prefix}points`, text: t(read.empty ? 'appraiser.points.missing' : 'appraiser.points.wrong', {typed: typed('points')})});
    }
    body.points = read.value;
  }
  if (!body.reason) {
    faults.push({field: `${prefix}reason`, text: t('appraiser.reason.missing')});
  }
  return {body, faults};
}
