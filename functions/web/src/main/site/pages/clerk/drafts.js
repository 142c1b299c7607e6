/**
 * What was typed and is not in the form yet, kept on this device by user, form and criterion. A draft that was to be saved
 * while the line was broken is `queued` and goes out when it returns; one that somebody else's answer stands against waits
 * for a decision. Nothing here is ever sent as the unit's form: saving and sending are two things.
 */
import {openDB} from 'idb';
import {api, onLine, Problem} from '../../shell/api.js';
import {user} from '../../shell/session.js';
import {at} from './form.js';

const STORE = 'answers';
const AGAIN_MS = 15_000;

const database = openDB('minhbach-drafts', 1, {upgrade: db => db.createObjectStore(STORE)})
  .catch(() => null); // Private windows of some browsers keep nothing: the page then works without a net.
const listeners = new Set();

const key = (params, criterion) => `${user().name}|${params.c}|${params.u}|${criterion}`;
const told = change => listeners.forEach(listener => listener(change));

/** Calls back with {criterion, saved} or {criterion, conflict} when a queued draft went out or could not. */
export function onDraft(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The draft of a criterion: {typed…, body?, etag, state: 'typed' | 'queued' | 'conflict', at}, or undefined. */
export const readDraft = async (params, criterion) => (await database)?.get(STORE, key(params, criterion));
export const dropDraft = async (params, criterion) => (await database)?.delete(STORE, key(params, criterion));
export async function keepDraft(params, criterion, draft) {
  await (await database)?.put(STORE, {...draft, at: new Date().toISOString()}, key(params, criterion));
}

/** All drafts of a form as Map(criterion, draft). */
export async function allDrafts(params) {
  const db = await database;
  const drafts = new Map();
  if (db && user()) {
    const prefix = key(params, '');
    const range = IDBKeyRange.bound(prefix, prefix + '\uffff');
    const [keys, values] = await Promise.all([db.getAllKeys(STORE, range), db.getAll(STORE, range)]);
    keys.forEach((each, i) => drafts.set(each.slice(prefix.length), values[i]));
  }
  return drafts;
}

/** Saves an answer into the form. */
export const save = (params, criterion, body, etag) =>
  api('PUT', `${at(params)}/answers/${encodeURIComponent(criterion)}`, {body, etag});

/** Whether a refusal says that somebody else wrote meanwhile. */
export const isConflict = problem => problem.status === 412 || problem.type === 'if-match-required';

let flushing = null;
let timer = 0;

/** Sends what is queued for a form, one after the other, until the line breaks again. */
export function flush(params) {
  flushing ??= send(params).finally(() => (flushing = null));
  return flushing;
}

async function send(params) {
  clearTimeout(timer);
  for (const [criterion, draft] of await allDrafts(params)) {
    if (draft.state !== 'queued') {
      continue;
    }
    try {
      const {body} = await save(params, criterion, draft.body, draft.etag);
      await dropDraft(params, criterion);
      told({criterion, saved: body});
    } catch (refused) {
      if (!(refused instanceof Problem)) {
        throw refused;
      }
      if (refused.status === 0 || refused.status === 401 || refused.status >= 500) {
        timer = setTimeout(() => flush(params), AGAIN_MS);
        return;
      }
      await keepDraft(params, criterion, {...draft, state: isConflict(refused) ? 'conflict' : 'typed', problem: refused.detail});
      told({criterion, conflict: true});
    }
  }
}

/** Sends what is queued as soon as the line is back; answers what stops it. */
export function flushWhenOnline(params) {
  flush(params);
  const stop = onLine(online => online && flush(params));
  return () => {
    stop();
    clearTimeout(timer);
  };
}
