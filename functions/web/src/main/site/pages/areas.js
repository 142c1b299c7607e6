// One line an area; where two routes have the same path, the first whose roles fit is taken.
import {appraiser} from './appraiser/routes.js';
import {clerk} from './clerk/routes.js';
import {approver} from './approver/routes.js';
import {district} from './district/routes.js';
import {home} from './home/routes.js';
import {lead} from './lead/routes.js';
import {office} from './office/routes.js';
import {official, results} from './public/routes.js';

export const areas = [home, clerk, district, office, approver, lead, appraiser, official, results];
