import type { Actor } from '@wangge/shared/access';
import { lampAt } from '@wangge/shared/calendar';
import { isEndedOnTime, isFrontNode, isLateApplication, isOpenApplication, serviceSets, type Application } from '@wangge/shared/matter';
import type { SheetObject, SheetPage } from '@wangge/shared/wire';
import type { BoardFigure } from '../../platform/feature.ts';
import { figureOf, sheetEntries, sheetObject } from '../boards/board-sheet.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { Applications } from './applications.api.ts';
import { maySeeApplication } from './application-view.ts';

/** Who asks, of what, and when. */
export interface ServiceGround {
  readonly applications: Applications;
  readonly district: DistrictApi;
  readonly actor: Actor;
  readonly now: number;
}

/** An application in a sheet: the matter and who has it, never the applicant. */
function applicationObject(application: Application, now: number): SheetObject {
  const { id, no, matterName, villageCode, node, windowName, departmentName, state, takenAt, endedAt, clock, nodeClock } = application;
  const isOpen = isOpenApplication(application);
  return sheetObject('application', id, matterName, {
    no, villageCode, holder: isFrontNode(node) ? windowName : departmentName, state: isOpen && state === 'open' ? `node-${node}` : state, since: endedAt ?? takenAt,
    dueAt: isOpen && state === 'open' ? Math.min(clock.dueAt, nodeClock.dueAt) : null, lamp: !isOpen ? null : isLateApplication(application, now) ? 'red' : lampAt(clock, now),
  });
}

/** 便民服务 as sheets: the day, the month with who was on time and who was carried by a proxy, and what stands at each node. */
export function serviceSheetFigures({ applications, actor, now }: ServiceGround): BoardFigure[] {
  const seen = [...applications.objects.all()].filter((application) => maySeeApplication(actor, application));
  const { received, handedOver, taken, ended, open, supplement, late, nodes } = serviceSets(seen, now);
  const toObject = (application: Application): SheetObject => applicationObject(application, now);
  return [
    figureOf('late', late, toObject), figureOf('received', received, toObject), figureOf('handed-over', handedOver, toObject),
    figureOf('on-time', ended, toObject, { weight: { adds: (application) => Number(isEndedOnTime(application, now)), of: () => 1 } }),
    figureOf('proxy', taken, toObject, { weight: { adds: ({ channel }) => Number(channel === 'proxy'), of: () => 1 } }),
    figureOf('in-hand', open, toObject), figureOf('supplement', supplement, toObject), ...nodes.map(({ node, here }) => figureOf(`node-${node}`, here, toObject)),
  ];
}

/** One application with what happened to it; null for one that the reader may not see. */
export async function serviceSheetPage(id: string, { applications, district, actor, now }: ServiceGround): Promise<SheetPage | null> {
  const application = applications.objects.get(id);
  if (!application || !maySeeApplication(actor, application)) return null;
  return { object: applicationObject(application, now), entries: sheetEntries(await applications.objects.history(id), district.unitName, ({ node }) => node), at: now };
}
