import type { AppraisalView, CountedCases } from '@wangge/shared/appraisal';
import type { CallsBoard, DepartmentResult } from '@wangge/shared/call';
import type { CaseOversightView } from '@wangge/shared/oversight';
import { callsOf, drafted, onCall } from '../calls.ts';
import { HOUR, filed, page } from '../cases.ts';
import { at, shown } from '../clock.ts';
import { done, holds, same } from '../seen.ts';
import type { Story } from '../story.ts';
import type { World } from '../world.ts';

const CITY = 'dept-county-city-management';
const NOVEMBER = `subjectKind=department&subject=${CITY}&period=month&at=${at('2026-11-01T00:00')}`;

async function answeredShare(world: World): Promise<readonly (number | null)[]> {
  const { figures } = await (await world.as('xianzhongxin')).read<AppraisalView>(`/appraisal?${NOVEMBER}`);
  const { figure } = figures.find(({ indicator }) => indicator.id === 'I41')!;
  return [figure.numerator, figure.denominator, figure.value];
}

async function onWall(world: World): Promise<{ readonly result: DepartmentResult | undefined; readonly board: CallsBoard }> {
  const { board } = await (await world.as('xianzhongxin')).read<{ board: CallsBoard }>('/boards/calls');
  return { board, result: board.results.find(({ departmentId }) => departmentId === CITY) };
}

/** A county department that lets a call lie. */
export const LATE_STORIES: readonly Story[] = [
  {
    name: 'a late county department: late on its call, urged and under an order, and counted by its indicator',
    from: '2026-11-18T09:00',
    async play(world) {
      const opened = await filed(world, { typeCode: 'E0508', description: '夜市油烟扰民', nth: 11 });
      const tried = { unitId: 'dept-market', at: world.clock.now() - HOUR, how: 'handled', isSolved: false, words: '劝导无效' };
      const draft = await drafted(world, 'zhibanzhang', opened, () => ({ itemNo: 'SD16', study: '处罚权在县', toUnitId: CITY, attempts: [tried] }));
      const called = done('sign', await onCall(world, 'zhihuizhang', draft, 'sign'));
      const respondBy = called.call.clocks!.respond.dueAt;
      same('a working day to respond', shown(respondBy), '2026-11-19 17:00');
      same('not yet judged', await answeredShare(world), [0, 0, null]);

      await world.until(respondBy + 2 * 60_000);
      const { board, result } = await onWall(world);
      const row = board.running.find(({ id }) => id === called.call.id)!;
      same('late on the board', [row.state, row.answeredAt, row.clocks!.respond.dueAt < world.clock.now()], ['called', null, true]);
      same('and in its department’s results', result?.responded, { inTime: 0, of: 1 });
      same('the case’s step is as late', (await page(world, opened)).row.stepClock?.dueAt, respondBy);
      same('judged without waiting for the answer', await answeredShare(world), [0, 1, 0]);

      const { dueAt } = (await page(world, opened)).row.clock!;
      await world.until(dueAt + 2 * 60_000);
      const { orders } = await (await world.as('xianzhongxin')).read<CaseOversightView>(`/cases/${opened.id}/oversight`);
      const climbed = orders.map(({ order }) => order).filter(({ addressee }) => addressee.departmentId === CITY);
      same('urged, then a yellow order, both to the county department', new Set(climbed.map(({ rung, addressee }) => `${rung} ${addressee.post}`)), new Set(['urge county', 'yellow county']));
      holds('urged before its time to respond was up', climbed.some(({ rung, openedAt }) => rung === 'urge' && openedAt < respondBy));

      const answered = done('answer', await onCall(world, 'xianju', called, 'answer', { handlerName: '李工' }));
      const { clocks } = answered.call;
      same('the answer stays late', [clocks?.respond.standing, clocks!.respond.usedMs > clocks!.respond.totalMs], ['stopped', true]);
      done('finish', await onCall(world, 'xianju', answered, 'finish', { words: '已责令停业整改', isSolved: true }));
      same('still 0 of 1', await answeredShare(world), [0, 1, 0]);
      const { cases, numerator, denominator } = await (await world.as('xianzhongxin')).read<CountedCases>(`/appraisal/I41/cases?${NOVEMBER}`);
      same('by this case', [numerator, denominator, cases.map((one) => [one.id, one.numerator, one.denominator])], [0, 1, [[opened.id, 0, 1]]]);
      same('finished within its time all the same', (await onWall(world)).result?.finished, { inTime: 1, of: 1 });
      same('one call', (await callsOf(world, 'zhibanzhang', opened)).calls.length, 1);
      return `due ${shown(respondBy)}, answered ${shown(answered.call.answeredAt ?? 0)}: ${climbed.map(({ no, rung }) => no || rung).join(', ')}; I41 0 of 1`;
    },
  },
];
