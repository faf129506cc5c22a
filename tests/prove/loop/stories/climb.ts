import type { Attempt, CallDetail, CallForm } from '@wangge/shared/call';
import { callsOf, drafted, onCall } from '../calls.ts';
import { DAY, HOUR, checkedAndClosed, page, type Opened } from '../cases.ts';
import { at, shown } from '../clock.ts';
import { done, holds, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';
import type { World } from '../world.ts';

const TOWN_MEDIATION = 'dept-justice';
const COUNTY_MEDIATION = 'dept-county-mediation';

/** A quarrel between neighbours, told by the grid worker of the place and filed by the room. */
async function quarrel(world: World, description: string): Promise<Opened> {
  const worker = await world.as('wangge');
  const place = world.place(worker.self.gridCode ?? '');
  const [lng, lat] = place.lngLat;
  const { id } = done('report', await worker.post<{ id: string }>('/cases', { typeCode: 'Z001', description, lng, lat, reporterName: '赵某', reporterPhone: '13800005678' }));
  done('accept', await (await world.as('shouli')).act(id, 'accept', { typeCode: 'Z001', level: 'ordinary', gridCode: place.gridCode }));
  done('file', await (await world.as('zhibanzhang')).act(id, 'file'));
  return { id, place, mark: '' };
}

/** The grid worker tried, and calls their village. */
async function calledVillage(world: World, opened: Opened): Promise<CallDetail> {
  const { unitId } = (await world.as('wangge')).self;
  const tried = { unitId, at: world.clock.now() - HOUR, how: 'handled', isSolved: false, words: '上门劝说，两家不肯让步' };
  const draft = await drafted(world, 'wangge', opened, () => ({ study: '请村里调解', attempts: [tried] }));
  same('called', [draft.call.from, draft.call.to, draft.call.toUnitId, draft.call.isDispute], ['grid', 'village', unitId, true]);
  return done('the worker sends it', await onCall(world, 'wangge', draft, 'sign'));
}

async function mediated(world: World, account: string, call: CallDetail, result: 'agreed' | 'failed', words: string): Promise<CallDetail> {
  const record = done('mediate', await onCall(world, account, call, 'mediate', { mediation: result, words }));
  refused('an end that the record belies', await onCall(world, account, record, 'finish', { words, isSolved: result !== 'agreed' }), 'CALL_NOT_MEDIATED', 'CC12');
  return done('finish', await onCall(world, account, record, 'finish', { words, isSolved: result === 'agreed' }));
}

/** Who has the case and which tier that is. */
async function holder(world: World, opened: Opened): Promise<readonly (string | null)[]> {
  const { row } = await page(world, opened);
  return [row.state, row.leadDepartmentId, (await callsOf(world, 'zhibanzhang', opened)).tier];
}

/** What was tried in vain, as the form of the next tier has it already. */
const carried = (draft: CallForm['draft']): readonly string[] => draft.attempts.filter(({ how }: Attempt) => how === 'mediated').map(({ unitId }) => unitId);

async function isWaitingFor(world: World, account: string, { call }: CallDetail): Promise<boolean> {
  const { board } = await (await world.as(account)).read<{ board: { waiting: number; running: { id: string }[] } }>('/boards/calls');
  return board.waiting > 0 && board.running.some(({ id }) => id === call.id);
}

/** 三级排查化解: village, township and county mediate one after another. */
export const CLIMB_STORIES: readonly Story[] = [
  {
    name: 'a dispute climbing three levels: village and township mediate in vain, the county settles it',
    from: '2026-10-26T09:00',
    async play(world) {
      const opened = await quarrel(world, '两家为宅基地滴水相争，多次争吵');
      const village = (await world.as('cuntiao')).self.unitId;

      const toVillage = await calledVillage(world, opened);
      same('the village has a working day to answer', shown(toVillage.call.clocks?.respond.dueAt ?? 0), '2026-10-27 17:00');
      holds('it waits on the mediator’s page', await isWaitingFor(world, 'cuntiao', toVillage));
      refused('the village of another township', await (await world.as('qy-cuntiao')).get(`/calls/${toVillage.call.id}`), 'OBJECT_NOT_FOUND');
      await world.to('2026-10-26T14:30');
      const inVillage = done('answer', await onCall(world, 'cuntiao', toVillage, 'answer', { handlerName: '村级调解员' }));
      same('in the village’s hand', await holder(world, opened), ['handling', village, 'village']);
      await world.to('2026-10-27T15:00');
      const notHere = await mediated(world, 'cuntiao', inVillage, 'failed', '第一次调解，对滴水线位置各执一词');
      same('still the village’s', await holder(world, opened), ['handling', village, 'village']);

      const overTheirHeads = await drafted(world, 'zhibanzhang', opened, () => ({ ground: 'beyond-power', itemNo: 'SD50', toUnitId: COUNTY_MEDIATION, study: '直接请县里调解',
        attempts: [{ unitId: TOWN_MEDIATION, at: world.clock.now(), how: 'handled', isSolved: false, words: '已了解情况' }] }));
      refused('past the township', await onCall(world, 'zhihuizhang', overTheirHeads, 'sign'), 'CALL_TIER_SKIPPED', 'CC7');
      done('take it back', await onCall(world, 'zhibanzhang', overTheirHeads, 'withdraw', { reason: '先由镇里调解' }));

      const upToTown = await drafted(world, 'cuntiao', opened, (draft) => {
        same('the form knows who mediated in vain', carried(draft), [village]);
        return { study: '村里调解不成，请镇里调解' };
      });
      const toTown = done('the village sends it', await onCall(world, 'cuntiao', upToTown, 'sign'));
      const charged = done('the room charges', await onCall(world, 'zhibanzhang', toTown, 'assign', { departmentId: TOWN_MEDIATION }));
      holds('it waits on the township mediator’s page', await isWaitingFor(world, 'sifasuo', charged));
      const inTown = done('answer', await onCall(world, 'sifasuo', charged, 'answer', { handlerName: '司法所调解员' }));
      same('in the township’s hand', await holder(world, opened), ['handling', TOWN_MEDIATION, 'township']);
      await world.to('2026-10-28T16:00');
      const norThere = await mediated(world, 'sifasuo', inTown, 'failed', '第二次调解，一方要求测绘后再谈');

      const upToCounty = await drafted(world, 'zhibanzhang', opened, (draft) => {
        same('and of both tiers', carried(draft), [village, TOWN_MEDIATION]);
        same('resting on the item of disputes', draft.itemNo, 'SD50');
        return { toUnitId: COUNTY_MEDIATION, study: '村、镇两级调解不成，请县级调处' };
      });
      const toCounty = done('the principal signs', await onCall(world, 'zhihuizhang', upToCounty, 'sign'));
      same('the case waits for the county', await holder(world, opened), ['county-called', COUNTY_MEDIATION, 'township']);
      same('as long as the county has to answer', (await page(world, opened)).row.stepClock?.dueAt, toCounty.call.clocks?.respond.dueAt);
      holds('it waits on the county mediator’s page', await isWaitingFor(world, 'xiantiaojie', toCounty));
      await world.to('2026-10-29T09:30');
      const inCounty = done('answer', await onCall(world, 'xiantiaojie', toCounty, 'answer', { handlerName: '县调处中心' }));
      same('in the county’s hand', await holder(world, opened), ['handling', COUNTY_MEDIATION, 'county']);
      await world.to('2026-10-29T16:00');
      const settled = await mediated(world, 'xiantiaojie', inCounty, 'agreed', '测绘定线，签订调解协议');

      same('handed in', (await page(world, opened)).row.state, 'handled');
      const closed = await checkedAndClosed(world, opened);
      done('tell the one who complained', await (await world.as('shouli')).act(opened.id, 'answer-reporter', { reportCaseId: opened.id, answerHow: 'visit', note: '已送调解协议' }));
      same('nobody waits for an answer', (await page(world, opened)).receipts.map(({ isOwed }) => isOwed), [false]);
      same('on time', [closed.row.closedOnTime, closed.row.reworkCount], [true, 0]);
      same('three mediations', [notHere, norThere, settled].map(({ call }) => [call.to, call.state, call.isSolved, call.mediations.length]),
        [['village', 'finished', false, 1], ['township', 'finished', false, 1], ['county', 'finished', true, 1]]);
      same('each on clocks of its own, all kept', [notHere, norThere, settled].map(({ call }) => [call.clocks?.respond, call.clocks?.finish].map((clock) => clock?.standing === 'stopped' && clock.usedMs <= clock.totalMs)),
        [[true, true], [true, true], [true, true]]);
      same('when the first mediation ended', notHere.call.finishedAt, at('2026-10-27T15:00'));
      same('who had it', closed.timeline.filter(({ event }) => event === 'raised' || event === 'county-called' || event === 'call-answered').map(({ event, departmentId }) => [event, departmentId]),
        [['raised', village], ['raised', TOWN_MEDIATION], ['county-called', COUNTY_MEDIATION], ['call-answered', COUNTY_MEDIATION]]);
      return `${[notHere, norThere, settled].map(({ call }) => `${call.to} ${call.mediations[0]?.result}`).join(', ')}; ${((closed.row.closedAt ?? 0) - closed.row.reportedAt) / DAY < 4 ? 'closed within four days, on time' : ''}`;
    },
  },
  {
    name: 'a dispute that the village settles goes no higher',
    from: '2026-10-30T09:00',
    async play(world) {
      const opened = await quarrel(world, '晒谷占了邻家门口');
      const answered = done('answer', await onCall(world, 'cunshe', await calledVillage(world, opened), 'answer', { handlerName: '村社长' }));
      refused('without a record', await onCall(world, 'cunshe', answered, 'finish', { words: '说好了', isSolved: true }), 'CALL_NOT_MEDIATED', 'CC12');
      await mediated(world, 'cunshe', answered, 'agreed', '约定分时晾晒');
      same('handed in', (await page(world, opened)).row.state, 'handled');
      refused('the village checks itself', await (await world.as('cunshe')).act(opened.id, 'close'), 'CASE_ACTION_NOT_IN_STATE');
      const closed = await checkedAndClosed(world, opened);
      const { calls } = await callsOf(world, 'zhibanzhang', opened);
      same('one call, none above the village', calls.map(({ call }) => [call.to, call.isSolved]), [['village', true]]);
      return `settled in the village, ${closed.row.state}; the township was never called`;
    },
  },
];
