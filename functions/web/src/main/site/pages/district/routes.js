import {loadWords, t} from '../../shell/i18n.js';

const page = (path, element, load, title) => ({
  path: `/c/:c/d/:u${path}`, element: `mb-district-${element}`, load: () => Promise.all([load(), loadWords('clerk')]), title,
});

/** The district over its communes; its own form is the clerk's. */
export const district = {
  name: 'district',
  roles: ['district'],
  home: ({user, campaign}) => `/c/${campaign.id}/d/${encodeURIComponent(user.unit)}`,
  nav: ({user, campaign}) => {
    if (!campaign || !user.unit) {
      return [];
    }
    const at = `/c/${campaign.id}/d/${encodeURIComponent(user.unit)}`;
    return [{path: at, label: t('district.board.nav')}, {path: `${at}/forward`, label: t('district.forward.nav')}];
  },
  routes: [
    page('', 'board', () => import('./board.js'), 'district.board.title'),
    page('/forward', 'forward', () => import('./forward.js'), 'district.forward.title'),
    page('/commune/:commune', 'commune', () => import('./commune.js'), 'district.commune.title'),
    page('/commune/:commune/paper', 'paper', () => import('./paper.js'), 'district.paper.title'),
    page('/commune/:commune/paper/:criterion', 'paper-criterion', () => import('./paper-criterion.js'), 'district.paper.title'),
  ],
};
