import {loadWords, t} from '../../shell/i18n.js';
import {hasRole} from '../../shell/session.js';

/** These pages tell of cells in the words of who marks them. */
const worded = page => Promise.all([page, loadWords('appraiser'), loadWords('clerk')]);

/** Who leads the team, and who stands in for them: disputes, who reads what, petitions, reviews, closing. */
export const lead = {
  name: 'lead',
  roles: ['lead', 'deputy'],
  home: ({campaign}) => `/c/${campaign.id}/lead`,
  nav: ({campaign}) => (campaign ? [
    {path: `/c/${campaign.id}/lead`, label: t('lead.waits.nav')},
    {path: `/c/${campaign.id}/lead/units`, label: t('lead.units.nav')},
    {path: `/c/${campaign.id}/lead/assignments`, label: t('lead.assign.nav')},
    {path: `/c/${campaign.id}/lead/team`, label: t('lead.team.nav')},
    {path: `/c/${campaign.id}/lead/reviews`, label: t('lead.reviews.nav')},
    {path: `/c/${campaign.id}/lead/session`, label: t('lead.session.nav')},
    ...(hasRole('deputy') ? [{path: `/c/${campaign.id}/office/takedowns`, label: t('lead.takedown.nav')}] : []),
  ] : []),
  routes: [
    {path: '/c/:c/lead', element: 'mb-lead-waits', load: () => worded(import('./waits.js')), title: 'lead.waits.title'},
    {path: '/c/:c/lead/units', element: 'mb-lead-units', load: () => worded(import('./units.js')), title: 'lead.units.title'},
    {path: '/c/:c/lead/assignments', element: 'mb-lead-assignments', load: () => worded(import('./assignments.js')), title: 'lead.assign.title'},
    {path: '/c/:c/lead/team', element: 'mb-lead-team', load: () => worded(import('./team.js')), title: 'lead.team.title'},
    {path: '/c/:c/lead/petitions/u/:u/k/:criterion', element: 'mb-lead-petition', load: () => worded(import('./petition.js')), title: 'lead.petition.title'},
    {path: '/c/:c/lead/reviews', element: 'mb-lead-reviews', load: () => worded(import('./reviews.js')), title: 'lead.reviews.title'},
    {path: '/c/:c/lead/session', element: 'mb-lead-session', load: () => worded(import('./session.js')), title: 'lead.session.title'},
  ],
};
