/** A rule in words, and what was answered in words. */
import {html} from 'lit';
import {maximum, number, points} from '../../shell/format.js';
import {lang, t} from '../../shell/i18n.js';

const percent = share => `${number(String(+(share * 100).toFixed(4)))} %`;
const label = (scoring, key) => scoring.inputs?.find(input => input.key === key)?.label ?? key;

/** How an answer becomes points: a line or two of text, steps as a list. */
export function ruleInWords(scoring, max) {
  switch (scoring?.type) {
    case 'ratio': {
      const [part, whole] = [label(scoring, scoring.numerator), label(scoring, scoring.denominator)];
      return html`<p>${t('clerk.rule.ratio', {max: maximum(max), part, whole})}
        ${scoring.target && Number(scoring.target) !== 1 ? t('clerk.rule.target', {target: percent(scoring.target)}) : ''}</p>`;
    }
    case 'tiers': {
      const share = scoring.on === 'ratio';
      const shown = share ? percent : value => number(String(value));
      return html`<p>${share
        ? t('clerk.rule.tiersShare', {part: label(scoring, scoring.numerator), whole: label(scoring, scoring.denominator)})
        : t('clerk.rule.tiersValue', {value: label(scoring, scoring.value)})}</p>
        <ul>${scoring.tiers.map(tier => html`<li>${t('clerk.rule.tier', {min: shown(tier.min), points: maximum(tier.points)})}</li>`)}
          <li>${t('clerk.rule.otherwise', {points: maximum(scoring.otherwise)})}</li></ul>`;
    }
    case 'boolean':
      return html`<p>${t('clerk.rule.boolean', {yes: maximum(scoring.pointsIfTrue), no: maximum(scoring.pointsIfFalse)})}</p>`;
    case 'choice':
      return html`<p>${t('clerk.rule.choice')}</p>`;
    case 'count':
      return html`<p>${t('clerk.rule.count', {each: maximum(scoring.pointsPerItem), max: maximum(max)})}</p>`;
    case 'checklist':
      return html`<p>${t('clerk.rule.checklist')}</p>`;
    case 'sum':
      return html`<p>${t('clerk.rule.sum')}</p>
        <ul>${scoring.parts.map(part => html`<li>${part.label} (${t('clerk.points.upTo', {max: maximum(part.maxPoints)})})${ruleInWords(part.scoring, part.maxPoints)}</li>`)}</ul>`;
    case 'best':
      return html`<p>${t('clerk.rule.best')}</p>
        <ul>${scoring.alternatives.map(part => html`<li>${part.label} (${t('clerk.points.upTo', {max: maximum(part.maxPoints)})})${ruleInWords(part.scoring, part.maxPoints)}</li>`)}</ul>`;
    case 'relativeToBest':
      return html`<p>${t('clerk.rule.relative', {max: maximum(max)})}</p>`;
    default:
      return '';
  }
}

/** What an answer says, as lines [{label, text}]. */
export function answerLines(criterion, answer) {
  if (!answer) {
    return [];
  }
  if (answer.notApplicable !== undefined) {
    return [{label: t('clerk.na.label'), text: answer.notApplicable}];
  }
  const said = answer.inputs ?? (answer.confirm && criterion.baseline?.inputs);
  const lines = said ? inputLines(criterion, said) : [];
  if (answer.contest) {
    lines.push({label: t('clerk.contest.reason'), text: answer.contest.reason});
  }
  if (answer.note) {
    lines.push({label: t('clerk.note.label'), text: answer.note});
  }
  return lines;
}

/** Figures by their labels. */
export function inputLines(rule, inputs) {
  const lines = (rule.inputs ?? []).filter(input => inputs[input.key] !== undefined).map(input => ({
    label: input.label,
    text: valueInWords(rule, input, inputs[input.key]),
  }));
  if (rule.items) {
    const ticked = rule.items.filter(item => inputs.items?.includes(item.id));
    lines.push({label: t('clerk.checklist.ticked'), text: ticked.length ? ticked.map(item => item.label).join('; ') : t('clerk.checklist.none')});
  }
  for (const part of rule.parts ?? []) {
    if (inputs[part.key] !== undefined) {
      lines.push(...inputLines(part, inputs[part.key]).map(line => ({...line, label: `${part.label}: ${line.label}`})));
    }
  }
  return lines;
}

function valueInWords(rule, input, value) {
  if (input.kind === 'boolean') {
    return t(value ? 'clerk.yes' : 'clerk.no');
  }
  if (input.kind === 'choice') {
    return rule.options?.find(option => option.value === value)?.label ?? value;
  }
  return number(value);
}

/** 3,88 of 4 points. */
export const worth = (got, max) => t('clerk.points.of', {points: points(got), max: maximum(max)});

/** What the form is worth now; its level once everything is answered, since a form half done is "weak" without being so. */
export const scoreInWords = form => t('clerk.tasks.score', {points: points(form.score.points), max: maximum(form.score.max)})
  + (form.score.levelVi && form.score.answered === form.score.criteria ? ' ' + t('clerk.tasks.level', {level: lang() === 'vi' ? form.score.levelVi : form.score.level}) : '');
