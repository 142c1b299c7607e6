/**
 * The HTTP API. Every refusal is a Problem with the places at fault; what the line or a busy server breaks is tried again
 * where a second try cannot do it twice.
 */
import {settings} from './settings.js';
import * as session from './session.js';
import {lang, t} from './i18n.js';

const TRIES = 4;
const FIRST_PAUSE = 400;

/** A refusal (RFC 9457), or one of ours: `offline` (the line), `signed-out` (nobody, or no longer). */
export class Problem extends Error {
  constructor(status, body = {}, {retryAfter} = {}) {
    super(body.detail || t('shell.problem.unknown', {status}));
    this.status = status;
    this.type = (body.type || '').replace('urn:minhbach:problem:', '');
    this.title = body.title || '';
    this.detail = this.message;
    /** [{place, type, detail}], in reading order. */
    this.errors = body.errors || [];
    this.retryAfter = retryAfter;
  }
}

const listeners = new Set();
let online = navigator.onLine;

/** Whether the last request reached the server. */
export const isOnline = () => online;

/** Calls back when the line breaks or returns. */
export function onLine(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function reached(now) {
  if (online !== now) {
    online = now;
    listeners.forEach(listener => listener(now));
  }
}

addEventListener('offline', () => reached(false));
addEventListener('online', () => reached(true));

/**
 * One request.
 *
 * @param method GET, PUT, POST, DELETE
 * @param path below the API's root, as `/campaigns`
 * @param body an object as JSON, or a Blob with `type`
 * @param etag what was read, for If-Match
 * @param key of an action: the same for each try of it, so that it happens once
 * @param as 'json' or 'blob'
 * @param open true where nobody needs to be signed in
 * @return {status, body, etag, headers}
 * @throws Problem
 */
export async function api(method, path, {body, etag, key, as = 'json', type, accept, open = false, signal} = {}) {
  const safe = method === 'GET' || method === 'PUT' || method === 'DELETE' || !!key;
  let renewed = false;
  for (let attempt = 1; ; attempt++) {
    const headers = {'accept-language': lang(), accept: accept || (as === 'json' ? 'application/json' : '*/*')};
    if (body !== undefined) {
      headers['content-type'] = type || (body instanceof Blob ? body.type : 'application/json');
    }
    if (etag) {
      headers['if-match'] = `"${etag}"`;
    }
    if (key) {
      headers['idempotency-key'] = key;
    }
    let answer;
    try {
      const bearer = await session.token();
      if (bearer) {
        headers.authorization = `Bearer ${bearer}`;
      } else if (!open) {
        throw signedOut();
      }
      answer = await fetch(settings.api + path, {
        method,
        headers,
        body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
        signal,
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
    } catch (broken) {
      if (broken instanceof Problem || broken.name === 'AbortError') {
        throw broken;
      }
      if (safe && attempt < TRIES && navigator.onLine) {
        await pause(attempt);
        continue;
      }
      reached(false);
      throw new Problem(0, {type: 'offline', detail: t('shell.problem.offline')});
    }
    reached(true);
    if (answer.ok) {
      return read(answer, as);
    }
    const problem = await refusal(answer);
    if (answer.status === 401 && !open) {
      // Revoked, or a clock that runs differently: renewed once, then somebody has to sign in again.
      session.tokenRefused();
      if (!renewed) {
        renewed = true;
        continue;
      }
      throw signedOut();
    }
    const busy = answer.status === 429 || answer.status === 503 || (answer.status >= 502 && answer.status <= 504);
    if (busy && safe && attempt < TRIES) {
      await pause(attempt, problem.retryAfter);
      continue;
    }
    throw problem;
  }
}

const signedOut = () => new Problem(401, {type: 'signed-out', detail: t('shell.problem.signedOut')});

async function read(answer, as) {
  const text = answer.status === 204 ? '' : as === 'json' ? await answer.text() : null;
  return {
    status: answer.status,
    body: as === 'json' ? (text ? JSON.parse(text) : null) : await answer.blob(),
    etag: (answer.headers.get('etag') || '').replace(/"/g, ''),
    headers: answer.headers,
  };
}

async function refusal(answer) {
  let body = {};
  try {
    body = JSON.parse(await answer.text());
  } catch {
    // A proxy's page: the status has to do.
  }
  if (!body.detail && answer.status === 401) {
    body.detail = t('shell.problem.signedOut');
  }
  return new Problem(answer.status, body, {retryAfter: Number(answer.headers.get('retry-after')) || undefined});
}

/** Longer each time, and not the same for everybody whom the same fault has thrown out. */
function pause(attempt, seconds) {
  const most = seconds ? seconds * 1000 : FIRST_PAUSE * 2 ** attempt;
  return new Promise(done => setTimeout(done, most * (0.5 + Math.random() / 2)));
}

/** A key for one action of a person. */
export const newKey = () => crypto.randomUUID();
