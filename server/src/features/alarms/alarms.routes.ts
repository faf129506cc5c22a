import type { Actor } from '@wangge/shared/access';
import { shownDeliveries, type Alarm, type AlarmDetail, type AlertDelivery } from '@wangge/shared/alarm';
import { lifeEntries } from '../../ledger/life-entries.ts';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import { alarmParams, commandSchema, listQuerySchema } from './alarms.schema.ts';
import { maySeeAlarm, shownAlarm, type AlarmGround } from './shown-alarms.queries.ts';

export interface AlarmRouteNeeds extends AlarmGround {
  /** 外发记录 of an alarm. */
  deliveriesOf(id: string): Promise<readonly AlertDelivery[]>;
}

/** 告警 over HTTP: list, page with its course, and commands. What lies outside the reader's area does not exist for them. */
export function alarmRoutes(http: Http, ground: AlarmRouteNeeds, clock: Clock): void {
  const { book } = ground;

  function visible(actor: Actor, id: string): Alarm | null {
    const alarm = book.get(id);
    return alarm && maySeeAlarm(ground, actor, alarm) ? alarm : null;
  }

  async function detail(actor: Actor, alarm: Alarm): Promise<AlarmDetail> {
    const timeline = lifeEntries(await book.history(alarm.id), ({ payload }) => ({ note: payload.text }));
    return { ...shownAlarm(ground, actor, alarm, clock.now()), timeline, deliveries: shownDeliveries(alarm, await ground.deliveriesOf(alarm.id)) };
  }

  http.get('/api/v1/alarms', { config: { access: 'alarm.command' }, schema: { querystring: listQuerySchema } }, async (request) => {
    const actor = actorIn(request);
    const { open, limit, offset } = request.query;
    const found = [...book.all()].filter((alarm) => (open === undefined || (alarm.state !== 'closed') === open) && maySeeAlarm(ground, actor, alarm)).sort((a, b) => b.raisedAt - a.raisedAt);
    return { total: found.length, alarms: found.slice(offset, offset + limit).map((alarm) => shownAlarm(ground, actor, alarm, clock.now())), readAt: clock.now() };
  });

  http.get('/api/v1/alarms/:id', { config: { access: 'alarm.command' }, schema: { params: alarmParams } }, async (request, reply) => {
    const actor = actorIn(request);
    const alarm = visible(actor, request.params.id);
    return alarm ? detail(actor, alarm) : sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });

  http.get('/api/v1/alarm-clips/:id', { config: { access: 'alarm.view' }, schema: { params: alarmParams } }, async (request, reply) => {
    const clip = ground.clips.open(request.params.id);
    return clip ? reply.type('audio/mpeg').send(clip) : sendRefusal(reply, { code: 'NOT_FOUND' });
  });

  http.post('/api/v1/alarms/:id/commands', { config: { access: 'alarm.command' }, schema: { params: alarmParams, body: commandSchema } }, async (request, reply) => {
    const actor = actorIn(request);
    const alarm = visible(actor, request.params.id);
    if (!alarm) return sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
    const { action, expectedRevision, commandId, payload: { text, until } } = request.body;
    const payload = { ...(text === undefined ? {} : { text }), ...(until === undefined ? {} : { until }) };
    const done = await book.act(alarm.id, { action, expectedRevision, actor, payload }, clock.now(), `${actor.id}/${commandId}`);
    return done.ok ? detail(actor, done.value) : sendRefusal(reply, done.error, { current: await detail(actor, book.get(alarm.id) ?? alarm) });
  });
}
