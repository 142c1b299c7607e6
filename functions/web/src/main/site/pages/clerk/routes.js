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
    return [{path: at, label: t('clerk.tasks.nav')}];
  },
  routes: [
    {path: '/c/:c/u/:u', element: 'mb-clerk-tasks', load: () => import('./tasks.js'), title: 'clerk.tasks.title'},
  ],
};
