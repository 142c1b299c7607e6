/** Figures and dates as Vietnamese offices write them; what is typed or pasted, read likewise. */
import {lang} from './i18n.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE, year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});

function parts(instant) {
  const found = {};
  PARTS.formatToParts(new Date(instant)).forEach(part => (found[part.type] = part.value));
  return found;
}

/** 18/8/2020 17:00, in Vietnam's time. */
export function dateTime(instant) {
  const p = parts(instant);
  return `${+p.day}/${+p.month}/${p.year} ${p.hour}:${p.minute}`;
}

/** 18/8/2020, of an instant or of a day as 2020-08-18. */
export function day(value) {
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (plain) {
    return `${+plain[3]}/${+plain[2]}/${plain[1]}`;
  }
  const p = parts(value);
  return `${+p.day}/${+p.month}/${p.year}`;
}

/** Today in Vietnam as 2020-08-18, for a date field. */
export function isoDay(instant = Date.now()) {
  const p = parts(instant);
  return `${p.year}-${p.month.padStart(2, '0')}-${p.day.padStart(2, '0')}`;
}

/** Whole days from one instant to another; negative when it is over. */
export const daysBetween = (from, to) => Math.floor((new Date(to) - new Date(from)) / 86_400_000);

/** A figure as the server writes it ("1890.5") in the form of the language: 1.890,5 or 1,890.5. */
export function number(value) {
  const [whole, fraction] = String(value).split('.');
  const vietnamese = lang() === 'vi';
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, vietnamese ? '.' : ',');
  return fraction === undefined ? grouped : grouped + (vietnamese ? ',' : '.') + fraction;
}

/** Points, always with two decimals: 81,62. */
export const points = value => number(Number(value).toFixed(2));

/** Points without needless decimals, for a maximum: 2 or 1,5. */
export const maximum = value => number(String(Number(value)));

/** 48 KB, 1,4 MB: as file managers count, and the server where it says 20 MB. */
export function bytes(size) {
  const megabytes = size / 1024 ** 2;
  if (size === 0) {
    return '0 KB';
  }
  return megabytes < 1 ? `${Math.max(1, Math.round(size / 1024))} KB` : `${number(String(+megabytes.toFixed(1)))} MB`;
}

/**
 * Reads a figure as people type and paste it. Vietnamese pages read the dot as the mark of thousands and the comma as that of
 * decimals, English ones the other way round; what only the other form can mean is read as such, what both could mean is
 * refused: a figure that is worth points is not guessed.
 *
 * @param text as typed
 * @return {value} as a string of digits with a decimal point, {empty: true}, or {fault: 'ambiguous' | 'not-a-number'}
 */
export function parseNumber(text, language = lang()) {
  const typed = text.trim().replace(/[\s\u00a0\u202f']+(?=\d{3})/g, ' ');
  if (typed === '') {
    return {empty: true};
  }
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.'];
  const own = read(typed, thousands, decimal);
  const other = read(typed, decimal, thousands);
  if (own === null && other === null) {
    return {fault: 'not-a-number'};
  }
  if (own !== null && other !== null && Number(own) !== Number(other)) {
    // Thousands in the page's own form are what offices paste: "1.890". A decimal of three digits is what nobody types
    // here but spreadsheets of the other form send: "1,890".
    return typed.includes(decimal) ? {fault: 'ambiguous'} : {value: own};
  }
  return {value: own ?? other};
}

/** With these marks, or null. */
function read(typed, thousands, decimal) {
  const escape = mark => '\\' + mark;
  const grouped = new RegExp(`^(\\d{1,3}(?:(?:${escape(thousands)}| )\\d{3})+|\\d+)(?:${escape(decimal)}(\\d+))?$`);
  const found = grouped.exec(typed);
  if (!found || /^0\d/.test(found[1].replace(/\D/g, '')) || /^0[. ,]/.test(found[1])) {
    return null;
  }
  const whole = found[1].replace(/\D/g, '');
  return found[2] === undefined ? whole : `${whole}.${found[2]}`.replace(/\.?0+$/, '');
}

/** For search: without marks, in lower case. */
export const plain = text =>
  text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
