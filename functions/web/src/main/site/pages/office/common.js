/** What the office's pages share: where things are, and who is meant. */
import {html, nothing} from 'lit';
import {api, Problem} from '../../shell/api.js';
import {forget} from '../../shell/campaigns.js';
import {mediaType, put, sha256} from '../../shell/files.js';
import {lang, t} from '../../shell/i18n.js';
import {tag} from '../../shell/elements/parts.js';

/** Where the API has a campaign. */
export const at = (c, rest = '') => `/campaigns/${encodeURIComponent(c)}${rest}`;
/** Where the API has a unit. */
export const ofUnit = (c, u, rest = '') => at(c, `/units/${encodeURIComponent(u)}${rest}`);
/** Where the office's pages have it. */
export const link = (c, rest = '') => `#/c/${c}/office${rest}`;
export const unitLink = (c, u) => link(c, `/u/${encodeURIComponent(u)}`);

export const readCampaign = async c => (await api('GET', at(c))).body;

/** What is read, or null where there is nothing yet, the stage is another, or it is not for this reader. */
export async function readOrNull(path) {
  try {
    return await api('GET', path);
  } catch (refused) {
    if (refused instanceof Problem && [403, 404, 409].includes(refused.status)) {
      return null;
    }
    throw refused;
  }
}

/** Every item of a list that comes in pages. */
export async function readAll(path) {
  const items = [];
  let next;
  do {
    const more = next ? `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}` : '';
    const {body} = await api('GET', path + more);
    items.push(...body.items);
    next = body.next;
  } while (next);
  return items;
}

/** Does something to the campaign itself: what other pages know of it is read anew. */
export async function change(method, path, options) {
  const answer = await api(method, path, options);
  forget();
  return answer;
}

/** Puts a file into the store and answers the id by which an import names it. */
export async function upload(c, file, {key, progress} = {}) {
  const body = {fileName: file.name, contentType: mediaType(file) || file.type, sizeBytes: file.size, sha256: await sha256(file)};
  const {body: grant} = await api('POST', at(c, '/uploads'), {body, key});
  await put(grant.upload, file, progress);
  return grant.uploadId;
}

/** How a unit's form stands, as [word, tone]; overdue before anything else. */
export function standing(line) {
  if (line.overdue) {
    return [t('office.state.overdue', {n: line.daysLate}), 'bad'];
  }
  const tone = {NOT_STARTED: 'plain', IN_PROGRESS: 'todo', CLOSED: 'todo', AT_DISTRICT: 'wait', EXPLANATION_REQUESTED: 'wait'}[line.state] ?? 'good';
  return [lang() === 'vi' ? line.stateVi : t(`public.state.${line.state}`), tone];
}
export const standingTag = line => tag(...standing(line));

/** The same page of each group of units. */
export const groupLinks = (c, page, group) => html`<nav aria-label=${t('office.groups')}><ul class="ways">${[1, 2, 3].map(one => html`<li>
  <a href=${link(c, `/criteria/${one}${page}`)} aria-current=${String(one) === group ? 'page' : nothing}>${t(`office.group.${one}`)}</a></li>`)}</ul></nav>`;

export const backTo = (c, rest = '', label = t('office.back')) => html`<p><a href=${link(c, rest)}>← ${label}</a></p>`;

/** Faults for what was left empty: [{field, text}]. */
export const missing = (typed, labels) =>
  Object.entries(labels).filter(([name]) => !String(typed[name] ?? '').trim()).map(([name, label]) => ({field: name, text: t('office.fault.missing', {label})}));

export const stageName = campaign => (lang() === 'vi' ? campaign.stageVi : t(`office.stage.${campaign.stage}`));
