import {loadWords, t} from '../../shell/i18n.js';

const TEAM = ['appraiser', 'lead', 'deputy'];

/** Pages that put rules and answers into words, as those of the form do. */
const worded = page => Promise.all([page, loadWords('clerk')]);

/** The appraisal team: each member's own criteria, the cells of one, a unit's sheet, second signatures, inspections. */
export const appraiser = {
  name: 'appraiser',
  roles: TEAM,
  home: ({campaign}) => `/c/${campaign.id}/appraise`,
  nav: ({campaign}) => (campaign ? [
    {path: `/c/${campaign.id}/appraise`, label: t('appraiser.work.nav')},
    {path: `/c/${campaign.id}/appraise/signatures`, label: t('appraiser.signatures.nav')},
    {path: `/c/${campaign.id}/appraise/inspections`, label: t('appraiser.inspections.nav')},
  ] : []),
  routes: [
    {path: '/c/:c/appraise', element: 'mb-appraiser-work', load: () => import('./work.js'), title: 'appraiser.work.title'},
    {path: '/c/:c/appraise/signatures', element: 'mb-appraiser-signatures', load: () => import('./signatures.js'), title: 'appraiser.signatures.title'},
    {path: '/c/:c/appraise/inspections', element: 'mb-appraiser-inspections', load: () => import('./inspections.js'), title: 'appraiser.inspections.title'},
    {path: '/c/:c/appraise/g/:group/k/:criterion', element: 'mb-appraiser-grid', load: () => worded(import('./grid.js')), title: 'appraiser.grid.title'},
    {path: '/c/:c/appraise/u/:u', element: 'mb-appraiser-sheet', load: () => worded(import('./sheet.js')), title: 'appraiser.sheet.title'},
    {path: '/c/:c/appraise/u/:u/k/:criterion', element: 'mb-appraiser-cell', load: () => worded(import('./cell.js')), title: 'appraiser.cell.title'},
  ],
};
