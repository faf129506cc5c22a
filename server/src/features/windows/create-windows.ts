import type { Feature } from '../../platform/feature.ts';
import { applicationRoutes } from './application.routes.ts';
import { createApplications, type WindowNeeds } from './applications.api.ts';
import { serviceSheetFigures, serviceSheetPage } from './service-sheet.ts';
import { serviceBoard } from './service-board.queries.ts';

/** Lamps move by themselves: the board is another one at least this often. */
const LAMP_PERIOD_MS = 60_000;

/** 便民服务一窗口: applications for service matters, node by node, on the board `service`. */
export function createWindows(needs: WindowNeeds): Feature {
  const { clock, lists, district } = needs;
  const applications = createApplications(needs);
  let changes = 0;
  applications.objects.onChanges((batch) => void (changes += batch.length));
  lists.onPublished(() => void (changes += 1));
  return {
    boards: [{
      name: 'service', access: 'figures.view', version: () => changes + Math.floor(clock.now() / LAMP_PERIOD_MS),
      read: (actor, now) => serviceBoard(applications, actor, now), figures: (actor, now) => serviceSheetFigures({ applications, district, actor, now }),
      object: (kind, id, actor, now) => (kind === 'application' ? serviceSheetPage(id, { applications, district, actor, now }) : Promise.resolve(null)),
    }],
    routes: (http) => applicationRoutes(http, applications, () => clock.now()),
  };
}
