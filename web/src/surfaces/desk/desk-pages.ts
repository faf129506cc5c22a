import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import { can, type Permission, type Role } from '@wangge/shared/access';

/**
 * A page of the desk (页签). `permission`: who has it among their tabs. `board`: the board whose `waiting` is written beside
 * its name: open items that wait for whoever looks.
 */
export interface DeskPage {
  /** Names its tab in the translations (`desk.pages.<id>`). */
  readonly id: string;
  readonly path: string;
  readonly permission: Permission;
  readonly board?: string;
  readonly load: () => Promise<{ readonly default: Component }>;
}

/** All pages in the order of their tabs. A page is one line here and a name in the translations. */
export const DESK_PAGES: readonly DeskPage[] = [
  { id: 'command', path: '/desk', permission: 'case.view', load: () => import('./command/CommandPage.vue') },
  { id: 'alarms', path: '/desk/alarms', permission: 'alarm.command', board: 'alarms', load: () => import('../../features/alarms/components/AlarmsPage.vue') },
  { id: 'oversight', path: '/desk/oversight', permission: 'oversight.view', board: 'oversight', load: () => import('../../features/oversight/components/OversightPage.vue') },
  { id: 'calls', path: '/desk/calls', permission: 'call.view', board: 'calls', load: () => import('../../features/calls/components/CallsPage.vue') },
  { id: 'joint', path: '/desk/joint', permission: 'joint.view', board: 'joint', load: () => import('../../features/joint/components/MatterPage.vue') },
  { id: 'appraisal', path: '/desk/appraisal', permission: 'right.view', load: () => import('../../features/appraisal/components/AppraisalPage.vue') },
  { id: 'roster', path: '/desk/roster', permission: 'right.view', load: () => import('../../features/appraisal/components/RosterPage.vue') },
  { id: 'enforcement', path: '/desk/enforcement', permission: 'penalty.view', load: () => import('../../features/enforcement/components/EnforcementPage.vue') },
  { id: 'draws', path: '/desk/draws', permission: 'draw.view', load: () => import('../../features/draws/components/DrawsPage.vue') },
  { id: 'patrol', path: '/desk/patrol', permission: 'patrol.view', load: () => import('../../features/patrol/components/PatrolPage.vue') },
  { id: 'rounds', path: '/desk/rounds', permission: 'patrol.view', load: () => import('./rounds/RoundsPage.vue') },
  { id: 'fences', path: '/desk/fences', permission: 'track.view', load: () => import('./fences/FencesPage.vue') },
  { id: 'services', path: '/desk/services', permission: 'service.view', board: 'service', load: () => import('../../features/windows/components/WindowsPage.vue') },
  { id: 'notices', path: '/desk/notices', permission: 'notice.view', board: 'notices', load: () => import('./notices/NoticesDesk.vue') },
  { id: 'terminals', path: '/desk/terminals', permission: 'terminal.view', load: () => import('./terminals/TerminalDesk.vue') },
  { id: 'replay', path: '/desk/replay', permission: 'replay.view', load: () => import('./replay/ReplayPage.vue') },
  { id: 'briefings', path: '/desk/briefings', permission: 'briefing.view', board: 'briefings', load: () => import('./briefings/BriefingDesk.vue') },
  { id: 'stage', path: '/desk/stage', permission: 'stage.direct', load: () => import('./stage/DirectorPage.vue') },
  { id: 'drills', path: '/desk/drills', permission: 'drill.command', load: () => import('../../features/drills/components/DrillsPage.vue') },
  { id: 'scenes', path: '/desk/scenes', permission: 'stage.edit', load: () => import('../../features/stage/components/editor/ScenesPage.vue') },
  { id: 'connectors', path: '/desk/connectors', permission: 'connector.view', load: () => import('../../features/connectors/components/ConnectorsPage.vue') },
  { id: 'keys', path: '/desk/keys', permission: 'admin.manage', load: () => import('../../features/connectors/components/KeysPage.vue') },
  { id: 'lists', path: '/desk/lists', permission: 'list.view', load: () => import('../../features/lists/components/ListsPage.vue') },
  { id: 'audit', path: '/desk/audit', permission: 'audit.view', load: () => import('../../features/audit/components/AuditPage.vue') },
];

/** The tabs of a role. */
export function pagesFor(role: Role): readonly DeskPage[] {
  return DESK_PAGES.filter(({ permission }) => can(role, permission));
}

/** Whether a role has the page of this address. */
export function mayOpen(path: string, role: Role): boolean {
  return pagesFor(role).some((page) => page.path === path);
}

/** The pages as children of the desk, so that its frame and its link stay while one walks between them. */
export const deskRoutes: RouteRecordRaw[] = DESK_PAGES.map(({ path, load }) => ({ path, component: load }));
