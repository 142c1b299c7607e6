// Vietnamese has to be there before the first text is drawn, and the day before the first date is filled in.
import {readClock} from './clock.js';
import {loadWords} from './i18n.js';
import {start} from './session.js';

await Promise.all([loadWords('shell'), start(), readClock()]);
await import('./app.js');
