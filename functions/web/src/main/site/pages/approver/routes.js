import {loadWords, t} from '../../shell/i18n.js';
import {style} from '../../shell/style.js';

/** Who approves the result; the deputy who confirms an approval that was entered from its paper, and the office, read the same page. */
export const approver = {
  name: 'approver',
  roles: ['approver'],
  home: ({campaign}) => `/c/${campaign.id}/decision`,
  nav: ({campaign}) => (campaign ? [
    {path: `/c/${campaign.id}/decision`, label: t('approver.decision.nav')},
    {path: `/c/${campaign.id}/office/takedowns`, label: t('approver.takedown.nav')},
  ] : []),
  routes: [
    {
      path: '/c/:c/decision', element: 'mb-approver-decision', title: 'approver.decision.title', roles: ['approver', 'deputy', 'office', 'lead'],
      load: () => Promise.all([import('./decision.js'), loadWords('public'), loadWords('office'), style(new URL('../office/look.css', import.meta.url).href)]),
    },
  ],
};
