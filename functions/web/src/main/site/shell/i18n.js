/**
 * Words. Vietnamese first; English at a switch. A key is `area.name`; each area has a pair of catalogues with the same keys
 * in words/, loaded when its first page opens.
 */

const LANGUAGES = ['vi', 'en'];
const STORED = 'minhbach.lang';
const words = {vi: {}, en: {}};
const areas = new Set();
const listeners = new Set();

let language = stored();
document.documentElement.lang = language;

function stored() {
  try {
    const kept = localStorage.getItem(STORED);
    return LANGUAGES.includes(kept) ? kept : 'vi';
  } catch {
    return 'vi';
  }
}

/** 'vi' or 'en'. */
export const lang = () => language;

/** Calls back when the language was changed. */
export function onLang(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Changes the language of the pages and keeps it for the next visit. */
export async function setLang(next) {
  await Promise.all([...areas].map(area => load(area, next)));
  language = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(STORED, next);
  } catch {
    // A browser that keeps nothing: Vietnamese next time.
  }
  listeners.forEach(listener => listener(next));
}

/** Makes the words of an area known in the language of now. */
export async function loadWords(area) {
  areas.add(area);
  await load(area, language);
}

async function load(area, which) {
  words[which][area] ??= (await import(`../words/${area}.${which}.js`)).default;
}

/**
 * The text of a key, with what stands in braces filled in. Where `n` is 1 and the catalogue has `key.one`, that.
 *
 * @param key as `shell.signIn`
 * @param values by name
 */
export function t(key, values = {}) {
  const dot = key.indexOf('.');
  const catalogue = words[language][key.slice(0, dot)] || {};
  const name = key.slice(dot + 1);
  const text = (values.n === 1 && catalogue[`${name}.one`]) || catalogue[name];
  if (text === undefined) {
    console.error(`no words for ${key} in ${language}`);
    return key;
  }
  return text.replace(/\{(\w+)\}/g, (whole, value) => (value in values ? values[value] : whole));
}
