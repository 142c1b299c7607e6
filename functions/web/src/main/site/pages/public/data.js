/** What these pages read, and how it is told. */
import {html} from 'lit';
import {api, Problem} from '../../shell/api.js';
import {lang, t} from '../../shell/i18n.js';
import {tag} from '../../shell/elements/parts.js';

const LEVELS = ['TOT', 'KHA', 'TB', 'YEU'];
const TONES = {TOT: 'good', KHA: 'wait', TB: 'todo', YEU: 'bad'};
const KINDS = ['department', 'board', 'center', 'school', 'district', 'district-city', 'district-town', 'commune', 'ward', 'township', 'special-zone'];

/** Path of a campaign's own resource. */
export const at = (c, path) => `/campaigns/${encodeURIComponent(c)}${path}`;

/** Reads what is open to everybody. */
export const read = async (c, path) => (await api('GET', at(c, path), {open: true})).body;

/** The same, or null where there is none yet. */
export async function readIfThere(c, path) {
  try {
    return await read(c, path);
  } catch (refused) {
    if (refused instanceof Problem && refused.status === 404) {
      return null;
    }
    throw refused;
  }
}

/** Every row of a group's published table: {page, rows}. */
export async function ranking(c, group) {
  let page = await read(c, `/rankings/${group}?limit=500`);
  const first = page;
  const rows = [...page.items];
  while (page.next) {
    page = await read(c, `/rankings/${group}?limit=500&cursor=${encodeURIComponent(page.next)}`);
    rows.push(...page.items);
  }
  return {page: first, rows};
}

/** A level in a word; of a set with levels of its own, its code. */
export const levelName = code => (LEVELS.includes(code) ? t(`public.level.${code}`) : code);

export const levelTag = code => (code ? tag(levelName(code), TONES[code] || 'plain') : '');

export function kindName(code) {
  const key = code.replace('_', '-');
  return KINDS.includes(key) ? t(`public.kind.${key}`) : code;
}

export const groupName = group => t(`public.group.${group}`);

/** A reason in the language of now. */
export const said = both => (lang() === 'vi' ? both.vi : both.en);

/** Why a unit has no rank. */
export const unranked = row => html`${t(`public.unranked.${row.unranked}`)}${row.excused ? ` (${row.excused.number})` : ''}`;

/** Saves a file that the server made. */
export async function download(c, path, accept, name) {
  const {body} = await api('GET', at(c, path), {open: true, as: 'blob', accept});
  const link = document.createElement('a');
  link.href = URL.createObjectURL(body);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
