// The local run lives in August 2020 until somebody sets its clock: days left are counted by it, not by this machine.
import {settings} from './settings.js';

let offset = 0;

/** Milliseconds since 1970, as the server counts the days. */
export const now = () => Date.now() + offset;

/** Reads the local run's clock; elsewhere the browser's own is right. */
export async function readClock() {
  if (settings.local) {
    try {
      const {now: there} = await (await fetch('/local/clock')).json();
      offset = new Date(there) - Date.now();
    } catch {
      // Without it days left are off, nothing else.
    }
  }
}
