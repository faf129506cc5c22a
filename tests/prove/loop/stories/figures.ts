import type { AppraisalView, CountedCases } from '@wangge/shared/appraisal';
import { HOUR, NEIGHBOURS, checkedAndClosed, filed, handledBy, inHand, page, type Opened } from '../cases.ts';
import { at } from '../clock.ts';
import { done, holds, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';
import type { World } from '../world.ts';

const [TOWN] = NEIGHBOURS;
const MONTH = at('2026-11-01T00:00');

async function inTown(world: World, nth: number): Promise<Opened> {
  return inHand(world, { typeCode: 'E0507', town: TOWN, mark: 'qy-', nth });
}

async function closed(world: World, opened: Opened): Promise<Opened> {
  await handledBy(world, opened, 'qy-zf1');
  await checkedAndClosed(world, opened);
  return opened;
}

/** Figures of appraisal, opened down to the cases they count. */
export const FIGURE_STORIES: readonly Story[] = [
  {
    name: 'an indicator opened: its formula, what it is divided by, as of when, exactly its cases, and the timeline of one',
    from: '2026-11-25T09:00',
    async play(world) {
      const inTime = await closed(world, await inTown(world, 0));
      const [late, overdue] = [await inTown(world, 1), await inTown(world, 2)];
      const elsewhere = await inHand(world, { typeCode: 'E0507' });
      await world.to('2026-11-27T09:00');
      await closed(world, late);
      const waiting = await inTown(world, 3);
      await filed(world, { typeCode: 'E0504', town: TOWN, mark: 'qy-', nth: 4 });

      const chief = await world.as('qy-zhibanzhang');
      const query = `subjectKind=area&subject=${TOWN}&period=month&at=${MONTH}`;
      const { figures, asOf } = await chief.read<AppraisalView>(`/appraisal?${query}`);
      same('as of', asOf, world.clock.now());
      const shown = figures.find(({ indicator }) => indicator.id === 'I21')!;
      same('formula and denominator', [shown.indicator.formula, shown.indicator.denominator], ['按期结案数 ÷ 应结案数', '应结案数']);
      same('the figure', [shown.figure.numerator, shown.figure.denominator, shown.figure.value?.toFixed(1)], [1, 3, '33.3']);

      const behind = await chief.read<CountedCases>(`/appraisal/I21/cases?${query}`);
      same('exactly its cases', new Map(behind.cases.map(({ id, numerator, denominator }) => [id, [numerator, denominator]])),
        new Map([[inTime.id, [1, 1]], [late.id, [0, 1]], [overdue.id, [0, 1]]]));
      holds('not one that is not due, nor one of another township', !behind.cases.some(({ id }) => id === waiting.id || id === elsewhere.id));
      same('the parts add up', [behind.numerator, behind.denominator, behind.total, behind.hidden], [1, 3, 3, 0]);
      const { cases: good } = await chief.read<CountedCases>(`/appraisal/I21/cases?${query}&part=numerator`);
      same('those in time alone', good.map(({ id }) => id), [inTime.id]);

      const { timeline, row } = await page(world, late);
      const handedIn = timeline.find(({ event }) => event === 'reported-back')!;
      same('why it counts as late stands in its timeline', [row.closedOnTime, handedIn.at > row.clock!.dueAt], [false, true]);
      refused('a case of another township from there', await chief.get(`/cases/${elsewhere.id}`), 'CASE_NOT_FOUND');
      const none = done('October', await chief.get<AppraisalView>(`/appraisal?subjectKind=area&subject=${TOWN}&period=month&at=${at('2026-10-05T00:00')}`)).figures.find(({ indicator }) => indicator.id === 'I21')!;
      same('nothing to divide by is no figure', [none.figure.denominator, none.figure.value], [0, null]);
      return `I21 ${shown.figure.value?.toFixed(1)}% = 1 of 3 as of ${new Date(asOf + 8 * HOUR).toISOString().slice(0, 16)}; the late one was handed in ${((handedIn.at - row.clock!.dueAt) / HOUR).toFixed(1)} h after its limit`;
    },
  },
];
