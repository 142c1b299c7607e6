import {t} from '../../shell/i18n.js';

const base = (c, u) => `/c/${c}/u/${encodeURIComponent(u)}`;

/** The unit's own form: who fills it in, who was given some of its criteria, who signs it. */
export const clerk = {
  name: 'clerk',
  roles: ['unit', 'contributor', 'signer'],
  home: ({user, campaign}) => base(campaign.id, user.unit),
  nav: ({user, campaign}) => {
    if (!campaign || !user.unit) {
      return [];
    }
    const at = base(campaign.id, user.unit);
    const appraised = !['DRAFT', 'OPEN'].includes(campaign.stage);
    return [
      {path: at, label: t('clerk.tasks.nav')},
      {path: `${at}/questions`, label: t('clerk.questions.nav')},
      ...(appraised ? [
        {path: `${at}/explanations`, label: t('clerk.explain.nav')},
        {path: `${at}/result`, label: t('clerk.result.nav')},
        {path: `${at}/plan`, label: t('clerk.plan.nav')},
      ] : []),
      ...(campaign.stage === 'PUBLISHED' ? [{path: `${at}/reviews`, label: t('clerk.review.nav')}] : []),
      {path: `${at}/ledger`, label: t('clerk.ledger.nav')},
    ];
  },
  routes: [
    {path: '/c/:c/u/:u', element: 'mb-clerk-tasks', load: () => import('./tasks.js'), title: 'clerk.tasks.title'},
    {path: '/c/:c/u/:u/k/:criterion', element: 'mb-clerk-criterion', load: () => import('./criterion.js'), title: 'clerk.criterion.title'},
    {path: '/c/:c/u/:u/head', element: 'mb-clerk-head', load: () => import('./head.js'), title: 'clerk.head.title'},
    {path: '/c/:c/u/:u/check', element: 'mb-clerk-check', load: () => import('./check.js'), title: 'clerk.check.title'},
    {path: '/c/:c/u/:u/questions', element: 'mb-clerk-questions', load: () => import('./questions.js'), title: 'clerk.questions.title'},
    {path: '/c/:c/u/:u/time', element: 'mb-clerk-time', load: () => import('./time.js'), title: 'clerk.time.title'},
    {path: '/c/:c/u/:u/workbook', element: 'mb-clerk-workbook', load: () => import('./workbook.js'), title: 'clerk.workbook.title'},
    {path: '/c/:c/u/:u/explanations', element: 'mb-clerk-explanations', load: () => import('./explanations.js'), title: 'clerk.explain.title'},
    {path: '/c/:c/u/:u/result', element: 'mb-clerk-result', load: () => import('./result.js'), title: 'clerk.result.title'},
    {path: '/c/:c/u/:u/reviews', element: 'mb-clerk-reviews', load: () => import('./reviews.js'), title: 'clerk.review.title'},
    {path: '/c/:c/u/:u/ledger', element: 'mb-clerk-ledger', load: () => import('./ledger.js'), title: 'clerk.ledger.title'},
    {path: '/c/:c/u/:u/why/:criterion', element: 'mb-clerk-history', load: () => import('./ledger.js'), title: 'clerk.history.nav'},
    {path: '/c/:c/u/:u/plan', element: 'mb-clerk-plan', load: () => import('./plan.js'), title: 'clerk.plan.title'},
  ],
};
