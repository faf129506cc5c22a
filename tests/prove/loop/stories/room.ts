import { randomUUID } from 'node:crypto';
import type { CommandAnswer } from '@wangge/shared/wire';
import { filed, inHand, page, reported, teamId } from '../cases.ts';
import { done, holds, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';

/** The command room: sending, taking back, racing, asking twice. */
export const ROOM_STORIES: readonly Story[] = [
  {
    name: 'a dispatch taken back within 10 seconds',
    from: '2026-09-14T09:00',
    async play(world) {
      const opened = await filed(world, { typeCode: 'E0504' });
      const dispatcher = await world.as('paiqian');
      done('dispatch', await dispatcher.act(opened.id, 'dispatch', { teamId: await teamId(world, 'zf1') }));
      await world.by(9_000);
      done('withdraw', await dispatcher.act(opened.id, 'withdraw'));
      const { row } = await page(world, opened);
      same('state and order', [row.state, row.order], ['filed', null]);
      return 'after 9 s the case is filed again and has no order';
    },
  },
  {
    name: 'a dispatch taken back too late',
    from: '2026-09-14T09:02',
    async play(world) {
      const opened = await filed(world, { typeCode: 'E0504' });
      const dispatcher = await world.as('paiqian');
      done('dispatch', await dispatcher.act(opened.id, 'dispatch', { teamId: await teamId(world, 'zf1') }));
      await world.by(11_000);
      refused('withdraw', await dispatcher.act(opened.id, 'withdraw'), 'ORDER_UNDO_EXPIRED', 'CL8');
      done('redirect', await dispatcher.act(opened.id, 'redirect', { teamId: await teamId(world, 'zf2') }));
      return 'after 11 s refused by CL8; redirecting is open instead';
    },
  },
  {
    name: 'two dispatchers race for one case',
    from: '2026-09-14T09:04',
    async play(world) {
      const { id } = await filed(world, { typeCode: 'E0504' });
      const { revision } = (await (await world.as('paiqian')).seeCase(id)).row;
      const teams = [await teamId(world, 'zf1'), await teamId(world, 'zf2')];
      const rivals = [await world.as('paiqian'), await world.as('zhihuizhang')];
      const answers = await Promise.all(rivals.map((rival, i) => rival.command<CommandAnswer>(`/cases/${id}`, 'dispatch', revision, { teamId: teams[i] })));
      same('statuses', answers.map(({ status }) => status).sort(), [200, 409]);
      const lost = answers.find(({ status }) => status === 409)!;
      refused('the slower', lost, 'CASE_REVISION_CONFLICT');
      const shown = (lost.body as unknown as { current: { row: { order: { teamId: string } } } }).current.row.order.teamId;
      same('the slower is shown the order of the faster', shown, (await (await world.as('paiqian')).seeCase(id)).row.order?.teamId);
      return 'one sent, the other got a conflict with the case as it now is';
    },
  },
  {
    name: 'the same command sent twice',
    from: '2026-09-14T09:06',
    async play(world) {
      const opened = await filed(world, { typeCode: 'E0504' });
      const dispatcher = await world.as('paiqian');
      const { revision } = (await page(world, opened)).row;
      const payload = { teamId: await teamId(world, 'zf1') };
      const commandId = randomUUID();
      done('first', await dispatcher.command(`/cases/${opened.id}`, 'dispatch', revision, payload, commandId));
      done('second', await dispatcher.command(`/cases/${opened.id}`, 'dispatch', revision, payload, commandId));
      const { row, timeline } = await page(world, opened);
      same('events', [row.revision - revision, timeline.filter(({ event }) => event === 'dispatched').length], [1, 1]);
      return 'both answered 200, one event in the books';
    },
  },
  {
    name: 'the same report sent twice by a channel',
    from: '2026-09-14T09:08',
    async play(world) {
      const { lngLat: [lng, lat] } = world.place('320281104', 3);
      const body = { typeCode: 'E0504', description: '店外经营', lng, lat };
      const key = randomUUID();
      const first = done('first', await world.tryReport(body, key));
      same('id', done('second', await world.tryReport(body, key)).id, first.id);
      refused('another body under the same key', await world.tryReport({ ...body, description: '别的' }, key), 'IDEMPOTENCY_KEY_REUSED');
      return `one case ${first.no}; another body under the same key refused`;
    },
  },
  {
    name: 'a refused action names the rule and what is allowed instead',
    from: '2026-09-14T09:10',
    async play(world) {
      const opened = await filed(world, { typeCode: 'E0504' });
      const { refusal } = refused('close', await (await world.as('zhibanzhang')).act(opened.id, 'close'), 'CASE_ACTION_NOT_IN_STATE');
      holds('a rule is named', /^CL\d+$/.test(refusal.rule ?? ''));
      holds('what is open instead is named', (refusal.instead ?? []).includes('call-county'));
      return `closing a filed case: ${refusal.rule}, instead ${refusal.instead?.join(', ')}`;
    },
  },
  {
    name: 'a report that lacks what accepting it needs',
    from: '2026-09-14T09:12',
    async play(world) {
      const { id, place } = await reported(world, { typeCode: 'E0504' });
      const intake = await world.as('shouli');
      refused('without a grid', await intake.act(id, 'accept', { typeCode: 'E0504', level: 'ordinary' }), 'CASE_FIELD_REQUIRED');
      refused('an unknown type', await intake.act(id, 'accept', { typeCode: 'X999', level: 'ordinary', gridCode: place.gridCode }), 'CASE_TYPE_UNKNOWN', 'CL3');
      same('state', (await intake.seeCase(id)).row.state, 'reported');
      return 'missing grid and unknown type refused, nothing half stored';
    },
  },
  {
    name: 'a squad that was not sent',
    from: '2026-09-14T09:14',
    async play(world) {
      const { id } = await inHand(world, { typeCode: 'E0504' });
      refused('another squad signs', await (await world.as('zf2')).act(id, 'report-back', { note: '代办', photos: [world.photo()] }), 'CASE_NOT_FOUND');
      return 'to another squad the case does not exist';
    },
  },
];
