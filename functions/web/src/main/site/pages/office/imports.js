/** What the office imports, and how each is taken. */
import {CsvDocument, JsonDocument} from './documents.js';

const CSV = {type: 'text/csv', endings: ['csv'], read: text => new CsvDocument(text)};
const criteria = group => ({
  path: `/criteria/${group}`, workbook: `/criteria/${group}/workbook`, current: true, byUpload: true, group,
  type: 'application/json', endings: ['json'], read: text => new JsonDocument(text), words: 'criteria',
});

/**
 * By the name in the page's address.
 *
 * path — of the import; workbook — what reads an XLSX first; current — whether that also gives what is in force;
 * byUpload — whether the file goes into the store and the import names it there; fields — what is asked besides the file
 */
export const IMPORTS = {
  units: {...CSV, path: '/units', workbook: '/units/workbook', byUpload: true, words: 'units', columns: 'code, group, kind, name, parent_code'},
  'criteria-1': criteria(1),
  'criteria-2': criteria(2),
  'criteria-3': criteria(3),
  source: {
    ...CSV, words: 'source', columns: 'unit, criterion, inputs', byUpload: true, back: '/sources',
    path: typed => `/sources/${encodeURIComponent(typed.source.trim())}`,
    workbook: typed => `/sources/${encodeURIComponent(typed.source.trim())}/workbook`,
    fields: [['source', {most: 40}], ['system', {}], ['from', {type: 'date', size: 'short'}], ['to', {type: 'date', size: 'short'}], ['extractedAt', {type: 'date', size: 'short'}], ['by', {}]],
    query: typed => ({system: typed.system.trim(), from: typed.from, to: typed.to, extractedAt: `${typed.extractedAt}T00:00:00+07:00`, by: typed.by.trim()}),
  },
  accounts: {...CSV, path: '/accounts', words: 'accounts', columns: 'account, unit, role, name, title, from, until, criteria, email'},
  team: {
    ...CSV, path: '/team', words: 'team', columns: 'account, body, role, from, until, substitute, conflicts, name',
    fields: [['number', {most: 100}], ['date', {type: 'date', size: 'short'}]],
    query: typed => ({number: typed.number.trim(), date: typed.date}),
  },
  holidays: {...CSV, path: '/holidays', words: 'holidays', columns: 'date, kind, name, source'},
};
