import {loadWords, t} from '../../shell/i18n.js';
import {style} from '../../shell/style.js';

const BOTH = ['office', 'deputy'];

/** The standing office; where its own body is concerned, the deputy. */
const page = (path, element, load, title, roles) => ({
  path: `/c/:c/office${path}`,
  element: `mb-office-${element}`,
  load: () => Promise.all([load(), loadWords('public'), style(new URL('look.css', import.meta.url).href)]),
  title: `office.${title}.title`,
  ...(roles && {roles}),
});

export const office = {
  name: 'office',
  roles: ['office'],
  home: ({campaign}) => `/c/${campaign.id}/office`,
  nav: ({campaign}) => {
    if (!campaign) {
      return [{path: '/office/campaigns', label: t('office.campaigns.nav')}];
    }
    const at = `/c/${campaign.id}/office`;
    return [
      {path: at, label: t('office.desk.nav')},
      ...(campaign.stage === 'DRAFT' ? [{path: `${at}/setup`, label: t('office.setup.nav')}] : [
        {path: `${at}/board`, label: t('office.board.nav')},
        {path: `${at}/late`, label: t('office.late.nav')},
        {path: `${at}/extensions`, label: t('office.extensions.nav')},
        {path: `${at}/reminders`, label: t('office.reminders.nav')},
        {path: `${at}/questions`, label: t('office.questions.nav')},
        {path: `${at}/report`, label: t('office.report.nav')},
      ]),
    ];
  },
  routes: [
    {path: '/office/campaigns', element: 'mb-office-campaigns', load: () => Promise.all([import('./campaigns.js'), loadWords('public')]), title: 'office.campaigns.title'},
    page('', 'desk', () => import('./desk.js'), 'desk'),
    page('/setup', 'setup', () => import('./setup.js'), 'setup'),
    page('/import/:what', 'import', () => import('./import.js'), 'import'),
    page('/sources', 'sources', () => import('./sources.js'), 'sources', BOTH),
    page('/board', 'board', () => import('./board.js'), 'board'),
    page('/late', 'late', () => import('./late.js'), 'late'),
    page('/u/:u', 'unit', () => import('./unit.js'), 'unit', BOTH),
    page('/extensions', 'extensions', () => import('./extensions.js'), 'extensions'),
    page('/excuses', 'excuses', () => import('./excuses.js'), 'excuses', BOTH),
    page('/reminders', 'reminders', () => import('./reminders.js'), 'reminders'),
    page('/reminders/sent', 'reminders-sent', () => import('./reminders-sent.js'), 'sent'),
    page('/questions', 'questions', () => import('./questions.js'), 'questions', BOTH),
    page('/hearings', 'hearings', () => import('./hearings.js'), 'hearings'),
    page('/session', 'session', () => import('./session.js'), 'session'),
    page('/report', 'report', () => import('./report.js'), 'report'),
    page('/petitions', 'petitions', () => import('./petitions.js'), 'petitions', BOTH),
    page('/evidence', 'evidence', () => import('./evidence.js'), 'evidence', BOTH),
    page('/takedowns', 'takedowns', () => import('./takedowns.js'), 'takedown', [...BOTH, 'approver']),
    page('/criteria/:group/corrections', 'corrections', () => import('./corrections.js'), 'import'),
    page('/criteria/:group/exemptions', 'exemptions', () => import('./exemptions.js'), 'exempt', BOTH),
    page('/criteria/:group/rehearsal', 'rehearsal', () => import('./rehearsal.js'), 'rehearse'),
    page('/reviews', 'reviews', () => import('./reviews.js'), 'reviews', BOTH),
  ],
};
