import type { Actor } from '@wangge/shared/access';
import { allowedApplicationActions, isLateApplication, serviceFigures, type ServiceBoard } from '@wangge/shared/matter';
import type { Applications } from './applications.api.ts';
import { applicationRow, maySeeApplication } from './application-view.ts';

const MOST_LATE = 30;

/** The board `service` for one reader: figures of their area, the late ones oldest first, and how many wait for them. */
export function serviceBoard({ objects, matters }: Applications, actor: Actor, now: number): ServiceBoard {
  const seen = [...objects.all()].filter((application) => maySeeApplication(actor, application));
  const { content, isConfirmed } = matters(now);
  const late = seen.filter((application) => isLateApplication(application, now)).sort((a, b) => a.takenAt - b.takenAt).slice(0, MOST_LATE);
  return {
    matters: content.length, isConfirmed, ...serviceFigures(seen, now), late: late.map((application) => applicationRow(application, now)),
    waiting: seen.filter((application) => allowedApplicationActions(application, actor).some((action) => action === 'pass' || action === 'hand-over' || action === 'supplement')).length,
  };
}
