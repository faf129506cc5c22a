import { DAY, handledBy, inHand, onSpot, page, sentToCheck } from '../cases.ts';
import { done, holds, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';

/** Who may not decide on what they did, and who of two decides first. */
export const DUTY_STORIES: readonly Story[] = [
  {
    name: 'who handled a case neither checks nor closes it in another of their roles (裁执分离)',
    from: '2026-11-30T09:00',
    async play(world) {
      const opened = await inHand(world, { typeCode: 'E0507' });
      await handledBy(world, opened, 'zf1');
      const leader = await world.as('zf1');
      done('send to check', await (await world.as('shouli')).act(opened.id, 'send-check', { personId: leader.self.person.id }));

      same('now an inspector', done('switch', await leader.switchRole('inspector')).role, 'inspector');
      same('who is offered no check', (await leader.seeCase(opened.id)).actions.filter((action) => action.endsWith('check')), []);
      refused('checks what they did', await leader.act(opened.id, 'pass-check', onSpot(world, opened)), 'CASE_SEPARATION_OF_DUTIES', 'CL9');
      refused('tells that it failed', await leader.act(opened.id, 'report-failed-check', { ...onSpot(world, opened), reason: '未清完' }), 'CASE_SEPARATION_OF_DUTIES', 'CL9');
      done('another inspector', await (await world.as('ducha')).act(opened.id, 'pass-check', onSpot(world, opened)));

      same('now chief of the shift', done('switch', await leader.switchRole('duty-chief')).role, 'duty-chief');
      refused('closes it', await leader.act(opened.id, 'close'), 'CASE_SEPARATION_OF_DUTIES', 'CL9');
      same('untouched', (await page(world, opened)).row.state, 'checked');
      same('closed by another chief', done('close', await (await world.as('zhibanzhang')).act(opened.id, 'close')).case.row.state, 'closed');

      const others = await inHand(world, { typeCode: 'E0507', team: 'market1', nth: 3 });
      await handledBy(world, others, 'market1');
      await sentToCheck(world, others);
      done('the check', await (await world.as('ducha')).act(others.id, 'pass-check', onSpot(world, others)));
      same('what others did they may close', done('close', await leader.act(others.id, 'close')).case.row.state, 'closed');
      refused('a role they do not hold', await leader.switchRole('commander'), 'ACTION_FORBIDDEN');
      done('back in the squad', await leader.switchRole('squad'));
      return 'squad leader, then inspector, then chief of the shift: refused by CL9 in both; another chief closed it';
    },
  },
  {
    name: 'two chiefs decide on one application: one is heard, the other gets a conflict',
    from: '2026-11-30T10:00',
    async play(world) {
      const opened = await inHand(world, { typeCode: 'E0507', team: 'market1' });
      const { dueAt } = (await page(world, opened)).row.clock!;
      done('ask', await (await world.as('market1')).act(opened.id, 'request-extension', { reason: '须联系业主', until: dueAt + DAY }));
      const chiefs = [await world.as('zhibanzhang'), await world.as('zf1')] as const;
      done('the second chief of the shift', await chiefs[1].switchRole('duty-chief'));
      const { revision } = (await chiefs[1].seeCase(opened.id)).row;
      const answers = await Promise.all([
        chiefs[0].command(`/cases/${opened.id}`, 'approve-extension', revision, { until: dueAt + DAY }),
        chiefs[1].command(`/cases/${opened.id}`, 'reject-extension', revision, { note: '请抓紧办理' }),
      ]);
      same('statuses', answers.map(({ status }) => status).sort(), [200, 409]);
      const [heard, lost] = answers[0].status === 200 ? [0, 1] : [1, 0];
      refused('the slower', answers[lost]!, 'CASE_REVISION_CONFLICT', 'CL5');
      const shown = (answers[lost]!.body as { current?: { row: { revision: number }; application: object | null } }).current;
      same('who is shown how it stands', [shown?.row.revision, shown?.application], [revision + 1, null]);
      refused('and deciding once more', await chiefs[lost]!.act(opened.id, 'approve-extension', { until: dueAt + DAY }), 'CASE_ACTION_NOT_IN_STATE', 'CL1');
      const after = await page(world, opened);
      same('one decision in the books', after.timeline.filter(({ event }) => event === 'extended' || event === 'extension-rejected').map(({ actorName }) => actorName), [chiefs[heard]!.self.person.name]);
      same('and its effect alone', [after.extensionCount, after.row.clock!.dueAt], heard === 0 ? [1, dueAt + DAY] : [0, dueAt]);
      holds('nothing waits', after.application === null);
      done('back in the squad', await chiefs[1].switchRole('squad'));
      return `${chiefs[heard]!.self.person.name} decided, ${chiefs[lost]!.self.person.name} got a conflict and the case as it now is`;
    },
  },
];
