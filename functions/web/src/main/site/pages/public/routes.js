import {user} from '../../shell/session.js';
import {t} from '../../shell/i18n.js';
import {style} from '../../shell/style.js';

const AFTER_REPORT = ['office', 'lead', 'deputy', 'approver'];

/** A page with the look that only these pages need. */
async function styled(page) {
  await style(new URL('look.css', import.meta.url).href);
  return page;
}

/** What everybody may read: stages and counts, then rankings, scorecards, comparison and the check of it all. */
export const results = {
  name: 'public',
  roles: [],
  nav: ({campaign, path}) => {
    const c = /^\/c\/([^/]+)/.exec(path)?.[1] || campaign?.id;
    if (!c) {
      return [];
    }
    const roles = user()?.roles || [];
    return [
      {path: `/c/${c}/results`, label: t('public.results.nav')},
      {path: `/c/${c}/verify`, label: t('public.verify.nav')},
      ...(roles.includes('official') ? [{path: `/c/${c}/board`, label: t('public.board.nav')}] : []),
      ...(roles.some(role => AFTER_REPORT.includes(role)) ? [{path: `/c/${c}/commendations`, label: t('public.commend.nav')}] : []),
    ];
  },
  routes: [
    {path: '/c/:c/results', element: 'mb-public-results', load: () => styled(import('./results.js')), title: 'public.results.title'},
    {path: '/c/:c/results/group/:group', element: 'mb-public-ranking', load: () => styled(import('./ranking.js')), title: 'public.ranking.title'},
    {path: '/c/:c/results/group/:group/compare', element: 'mb-public-compare', load: () => styled(import('./compare.js')), title: 'public.compare.title'},
    {path: '/c/:c/results/group/:group/criteria', element: 'mb-public-map', load: () => styled(import('./map.js')), title: 'public.map.title'},
    {path: '/c/:c/results/unit/:u', element: 'mb-public-scorecard', load: () => styled(import('./scorecard.js')), title: 'public.card.title'},
    {path: '/c/:c/verify', element: 'mb-public-verify', load: () => styled(import('./verify.js')), title: 'public.verify.title'},
    {path: '/c/:c/board', element: 'mb-public-board', load: () => styled(import('./board.js')), title: 'public.board.title', roles: ['official', 'office', 'lead']},
    {path: '/c/:c/commendations', element: 'mb-public-commendations', load: () => styled(import('./commendations.js')), title: 'public.commend.title', roles: AFTER_REPORT},
  ],
};

/** Who watches over it all begins at the board. */
export const official = {
  name: 'public',
  roles: ['official'],
  home: ({campaign}) => `/c/${campaign.id}/board`,
  routes: [],
};
