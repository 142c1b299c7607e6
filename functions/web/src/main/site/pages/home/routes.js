/** Where everybody arrives: who is signed in is sent on to their own work. */
export const home = {
  name: 'shell',
  roles: [],
  routes: ['/', '/c/:c'].map(path => ({path, element: 'mb-home', load: () => import('./home.js'), title: 'shell.home.title'})),
};
