/** The campaigns, read once a session; the current one is that of the address, else the newest that is under way. */
import {api} from './api.js';
import {onSession, user} from './session.js';
import {place} from './router.js';

let reading = null;
onSession(() => (reading = null));

/** What was read is no longer so: the office has changed a campaign. */
export const forget = () => (reading = null);

/** {all, current}; nothing for who is not signed in. */
export async function campaigns() {
  if (!user()) {
    return {all: [], current: undefined};
  }
  reading ??= api('GET', '/campaigns?limit=100').then(({body}) => body.items);
  let all;
  try {
    all = await reading;
  } catch (refused) {
    reading = null;
    throw refused;
  }
  const named = /^\/c\/([^/]+)/.exec(place().path)?.[1];
  const underWay = [...all].sort((one, other) => other.year - one.year || other.id.localeCompare(one.id)).filter(one => one.stage !== 'DRAFT');
  return {all, current: all.find(one => one.id === named) || underWay[0] || all[0]};
}
