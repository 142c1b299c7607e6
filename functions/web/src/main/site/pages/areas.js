// One line an area; where two routes have the same path, the first whose roles fit is taken.
import {appraiser} from './appraiser/routes.js';
import {clerk} from './clerk/routes.js';
import {home} from './home/routes.js';
import {lead} from './lead/routes.js';
import {official, results} from './public/routes.js';

export const areas = [home, clerk, lead, appraiser, official, results];
