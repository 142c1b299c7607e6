/** A form for who reads it: what was answered, with what files, and what is said of each criterion besides. */
import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {maximum, points} from '../../shell/format.js';
import {lang, t} from '../../shell/i18n.js';
import {tag} from '../../shell/elements/parts.js';
import {asSent, at, bare, need} from './form.js';
import {answerLines, inputLines, scoreInWords} from './rules.js';

/**
 * The form, a group a section.
 *
 * @param params {c, u}
 * @param more what stands under a criterion, by the criterion
 */
export function reading(params, form, more = () => nothing) {
  return html`<p>${scoreInWords(form)}</p>
    ${form.groups.map(group => html`<details class="card-box reading"><summary>${group.id}. ${group.title}
      <span class="soft">${points(group.points)} / ${maximum(group.maxPoints)}</span></summary>
      ${group.criteria.map(one => criterion(params, form, one, more))}</details>`)}`;
}

function criterion(params, form, one, more) {
  const lines = one.inputKind === 'computed' ? inputLines(one, one.computed?.inputs ?? {}) : answerLines(one, asSent(one.answer));
  const got = one.answer?.points ?? one.computed?.points;
  const files = one.evidence.filter(file => file.state === 'ACCEPTED');
  return html`<section class="read-criterion" id="k-${one.id.replaceAll('.', '-')}">
    <h3>${one.id} ${one.title} <span class="points">${got === undefined ? '–' : points(got)} / ${maximum(one.maxPoints)}</span></h3>
    ${lines.length ? html`<dl class="facts">${lines.map(line => html`<div><dt>${line.label}</dt><dd>${line.text}</dd></div>`)}</dl>` : html`<p>${tag(t(`clerk.need.${need(form, one)}`), 'todo')}</p>`}
    ${one.answer?.onBehalf ? html`<p>${tag(t('clerk.reading.onBehalf'), 'wait')}</p>` : nothing}
    ${bare(one) ? html`<p>${tag(t('clerk.tasks.noFile'), 'todo')}</p>` : nothing}
    ${files.length ? html`<ul class="plain">${files.map(file => html`<li><button type="button" class="btn btn-link px-0" @click=${() => show(params, file)}>${file.fileName}</button>${file.page ? html` <span class="soft">${t('clerk.files.page', {page: file.page})}</span>` : nothing}</li>`)}</ul>` : nothing}
    ${(one.warnings ?? []).map(warning => html`<p class="warning">${lang() === 'vi' ? warning.vi : warning.en}</p>`)}
    ${more(one)}</section>`;
}

async function show(params, file) {
  const {body} = await api('GET', `${at(params)}/evidence/${file.evidenceId}/content`);
  open(body.url, '_blank', 'noopener');
}
