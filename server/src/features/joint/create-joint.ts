import type { Actor } from '@wangge/shared/access';
import type { DepartmentId } from '@wangge/shared/base';
import { isOpenSupport } from '@wangge/shared/joint';
import type { SheetKind, SheetPage } from '@wangge/shared/wire';
import type { Feature } from '../../platform/feature.ts';
import { jointBoard, type BoardGround } from './joint-board.queries.ts';
import { jointFigures, matterPage, sitePage } from './joint-sheet.ts';
import { templatesAt, type JointNeeds } from './joint-needs.ts';
import { runRoutes } from './run.routes.ts';
import { createRuns, stepHolders } from './runs.ts';
import { siteRoutes } from './site.routes.ts';
import { createSites } from './sites.ts';
import { supportRoutes } from './support.routes.ts';
import { createSupports } from './supports.ts';
import { isSeen } from './views.ts';

/** Lamps move by themselves: the board is another one at least this often. */
const LAMP_PERIOD_MS = 60_000;

/** 联合处置 and 一件事: support tasks of cases, matters by template, building sites with their codes. */
export function createJoint(needs: JointNeeds): Feature {
  const { cases, district, clock } = needs;
  const supports = createSupports(needs);
  const runs = createRuns(needs);
  const sites = createSites(needs, runs);
  let changes = 0;
  for (const { objects } of [supports, runs, sites]) objects.onChanges((batch) => void (changes += batch.length));
  needs.lists.onPublished(() => void (changes += 1));

  const departmentName = (id: DepartmentId): string => district.departmentName(id) ?? id;
  cases.accompany({
    openSupports: (id) => [
      ...supports.ofCase(id).filter(({ state }) => isOpenSupport(state)).map(({ departmentId }) => departmentName(departmentId)), ...stepHolders(runs.ofCase(id)),
    ],
    alsoWith: (item, event) => [...supports.alsoWith(item, event), ...runs.alsoWith(item, event)],
  });

  function groundOf(actor: Actor, now: number): BoardGround {
    const seen = <T extends { readonly villageCode: string }>(all: Iterable<T>): T[] => [...all].filter(({ villageCode }) => isSeen(actor, villageCode));
    return {
      templates: templatesAt(needs, now), runs: seen(runs.objects.all()), sites: seen(sites.objects.all()), supports: seen(supports.objects.all()), actor,
      departmentName, leadOf: supports.leadOf,
    };
  }

  async function object(kind: SheetKind, id: string, actor: Actor, now: number): Promise<SheetPage | null> {
    const run = kind === 'matter' ? runs.objects.get(id) : undefined;
    if (run && isSeen(actor, run.villageCode)) return matterPage(run, await runs.objects.history(id), { district, now });
    const site = kind === 'site' ? sites.objects.get(id) : undefined;
    return site && isSeen(actor, site.villageCode) ? sitePage(site, runs.objects.get(site.runId), await sites.objects.history(id), { district, now }) : null;
  }

  return {
    boards: [{
      name: 'joint', access: ['figures.view', 'joint.view'], version: () => changes + Math.floor(clock.now() / LAMP_PERIOD_MS), read: (actor, now) => jointBoard(groundOf(actor, now), now),
      figures: (actor, now) => jointFigures(groundOf(actor, now), { district, now }), object,
    }],
    routes(http) {
      supportRoutes(http, supports, district);
      runRoutes(http, needs, runs, sites);
      siteRoutes(http, sites, runs);
    },
  };
}
