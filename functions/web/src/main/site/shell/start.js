// Vietnamese has to be there before the first text is drawn.
import {loadWords} from './i18n.js';
import {start} from './session.js';

await Promise.all([loadWords('shell'), start()]);
await import('./app.js');
