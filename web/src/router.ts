import type { Pinia } from 'pinia';
import { createRouter, createWebHistory, type Router } from 'vue-router';
import { useAccessStore } from './features/access/access.store.ts';
import { landingFor, worksOn } from './features/access/landing.ts';
import { deskRoutes, mayOpen, pagesFor } from './surfaces/desk/desk-pages.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** Shows pushed data, so the link is open here. */
    readonly isLive?: boolean;
    /** Somebody must be signed in; the wall signs itself in by its key. */
    readonly needsPerson?: boolean;
    /** For every role that is signed in, whatever surface it works on. */
    readonly isForAll?: boolean;
  }
}

/** A phone in a dead spot opens with what it holds after this long. */
const PATIENCE_MS = 3_000;
const afterPatience = (): Promise<null> => new Promise((resolve) => { setTimeout(() => resolve(null), PATIENCE_MS); });
const isField = (path: string): boolean => path === '/field' || path.startsWith('/field/');

/** Pages by address. Each surface is its own chunk: a phone never loads the map of the wall. */
export function createPages(pinia: Pinia): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      { path: '/wall', component: () => import('./surfaces/wall/WallSurface.vue'), meta: { isLive: true } },
      { path: '/desk', component: () => import('./surfaces/desk/DeskSurface.vue'), meta: { isLive: true, needsPerson: true }, children: deskRoutes },
      { path: '/remote', component: () => import('./surfaces/remote/RemoteSurface.vue'), meta: { isLive: true, needsPerson: true, isForAll: true } },
      { path: '/field', component: () => import('./surfaces/field/FieldSurface.vue'), meta: { isLive: true, needsPerson: true } },
      { path: '/field/site/:code', component: () => import('./surfaces/field/SiteVisit.vue'), meta: { needsPerson: true, isForAll: true } },
      { path: '/signs', component: () => import('./surfaces/signs/SiteSigns.vue'), meta: { needsPerson: true, isForAll: true } },
      { path: '/signs/report', component: () => import('./surfaces/signs/ReportSigns.vue'), meta: { needsPerson: true, isForAll: true } },
      { path: '/report', component: () => import('./surfaces/report/ReportSurface.vue') },
      { path: '/signin', component: () => import('./surfaces/signin/SignInSurface.vue') },
      { path: '/:rest(.*)*', component: () => import('./surfaces/signin/SignInSurface.vue'), meta: { needsPerson: true } },
    ],
  });
  router.beforeEach(async (to) => {
    if (!to.meta.needsPerson) return true;
    const access = useAccessStore(pinia);
    const session = await (isField(to.path) ? Promise.race([access.load(), afterPatience()]) : access.load());
    // A line that is down says nothing about who is here: the phone keeps working on what it holds.
    if (access.session === undefined && to.path !== '/') return true;
    if (session === null) return { path: '/signin', query: to.path === '/' ? {} : { next: to.fullPath } };
    if (to.meta.isForAll) return true;
    if (!worksOn(to.matched[0]?.path ?? '', session.role)) return landingFor(session.role);
    return to.matched[0]?.path !== '/desk' || mayOpen(to.path, session.role) ? true : pagesFor(session.role)[0]?.path ?? true;
  });
  return router;
}
