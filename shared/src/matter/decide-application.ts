import type { Actor } from '../access/index.ts';
import { ok, refuse, type Result } from '../base/index.ts';
import { haltClock, resumeClock, startClock, type LimitClock, type WorkCalendar } from '../calendar/index.ts';
import { allowedRows, findRow, stateAfter, type Wish } from '../life/index.ts';
import { APPLICATION_GUARDS, APPLICATION_LIFE, type ApplicationAction, type ApplicationGuard, type ApplicationGuardInput } from './application-life.ts';
import type { Application, ApplicationEvent, ApplicationFacts, ApplicationPayload, ApplicationState } from './application.ts';
import type { MatterNode, ServiceMatter } from './service-matter.ts';

type Row = (typeof APPLICATION_LIFE)[number];

export interface ApplicationContext {
  readonly now: number;
  readonly calendar: WorkCalendar;
}

function firstNode(nodes: readonly MatterNode[]): MatterNode {
  const [first] = nodes;
  if (!first) throw new Error('a matter has at least one node');
  return first;
}

/** Takes an application (收件): both clocks start here. Refused where the matter is not done by that channel, or a proxy is missing. */
export function takeApplication(facts: ApplicationFacts, matter: ServiceMatter, actor: Actor, { now, calendar }: ApplicationContext): Result<ApplicationEvent> {
  if (!matter.channels.includes(facts.channel)) return refuse('SERVICE_CHANNEL_CLOSED', { rule: 'WN1', field: 'channel' });
  if ((facts.channel === 'proxy') !== (facts.proxy !== null)) return refuse('SERVICE_PROXY_MISSING', { rule: 'WN1', field: 'proxyId' });
  const { node, limit } = firstNode(facts.nodes);
  return ok({
    type: 'application-taken', at: now, actor, to: 'open', node, payload: {}, facts, clock: startClock(calendar, matter.limit, now), nodeClock: startClock(calendar, limit, now),
  });
}

/** Turns a wish about an application into the event it causes, or into a refusal. */
export function decideApplication(application: Application, wish: Wish<ApplicationPayload>, context: ApplicationContext): Result<ApplicationEvent> {
  const input = { application, actor: wish.actor, payload: wish.payload };
  const found = findRow<ApplicationState, ApplicationGuard, Row, ApplicationGuardInput>(APPLICATION_LIFE, application, wish, APPLICATION_GUARDS, input);
  if (!found.ok) return found;
  const to = stateAfter<ApplicationState>(found.value, application, 'open');
  const next = found.value.action === 'pass' ? application.nodes[application.nodes.findIndex(({ node }) => node === application.node) + 1] : undefined;
  return ok({
    type: found.value.event, at: context.now, actor: wish.actor, to, node: next?.node ?? application.node, payload: wish.payload,
    clock: clockIn(to, application.clock, context), nodeClock: next ? startClock(context.calendar, next.limit, context.now) : clockIn(to, application.nodeClock, context),
    ...(next ? { leftClock: haltClock(context.calendar, application.nodeClock, context.now, 'stopped') } : {}),
  });
}

/** The actions this actor may take now. */
export function allowedApplicationActions(application: Application, actor: Actor): ApplicationAction[] {
  const input = { application, actor, payload: {} };
  return allowedRows<ApplicationState, ApplicationGuard, Row, ApplicationGuardInput>(APPLICATION_LIFE, application, actor, APPLICATION_GUARDS, input).map(({ action }) => action);
}

/** Runs while open, waits while the applicant owes something (补正), and stands when it has ended. */
function clockIn(to: ApplicationState, clock: LimitClock, { now, calendar }: ApplicationContext): LimitClock {
  if (to === 'open') return resumeClock(calendar, clock, now);
  if (clock.standing === 'stopped') return clock;
  return haltClock(calendar, clock, now, to === 'supplement' ? 'paused' : 'stopped');
}
