import { at, shown } from '../clock.ts';
import { HOUR, DAY, filed, handledBy, checkedAndClosed, inHand, page } from '../cases.ts';
import { holds, same } from '../seen.ts';
import type { Story } from '../story.ts';

/** Working time, holidays and the clocks of a case. */
export const TIME_STORIES: readonly Story[] = [
  {
    name: 'a 4-working-hour case filed at 16:30 on the eve of a holiday',
    from: '2026-09-30T16:30',
    async play(world) {
      const opened = await filed(world, { typeCode: 'E0102', description: '暴露垃圾' });
      const { clock } = (await page(world, opened)).row;
      // Half past four until the end of summer's last working day is one hour; the other three lie after the leave.
      same('due', shown(clock?.dueAt ?? 0), '2026-10-08 11:30');
      return `due ${shown(clock?.dueAt ?? 0)}, the holiday not counted`;
    },
  },
  {
    name: 'a working Saturday (调休) counts',
    from: '2026-10-09T16:30',
    async play(world) {
      const opened = await filed(world, { typeCode: 'E0102' });
      const { clock } = (await page(world, opened)).row;
      same('due', shown(clock?.dueAt ?? 0), '2026-10-10 12:00');
      return `four working hours from Friday 16:30 end on Saturday 10 October at 12:00`;
    },
  },
  {
    name: 'a Saturday that is none does not count',
    from: '2026-10-16T16:30',
    async play(world) {
      const opened = await filed(world, { typeCode: 'E0102' });
      same('due', shown((await page(world, opened)).row.clock?.dueAt ?? 0), '2026-10-19 12:00');
      return 'the same hours from an ordinary Friday end on Monday';
    },
  },
  {
    name: 'the flooded switch box in 7 hours',
    from: '2026-09-15T08:45',
    async play(world) {
      const opened = await inHand(world, { typeCode: 'Y008', description: '变电箱进水，两个村停电', level: 'serious', team: 'power' });
      const begun = world.clock.now();
      await world.by(6 * HOUR);
      await handledBy(world, opened, 'power');
      await world.by(HOUR);
      const closed = await checkedAndClosed(world, opened);
      same('state', [closed.row.state, closed.row.closedOnTime], ['closed', true]);
      holds('twelve hours of limit', (closed.row.clock?.dueAt ?? 0) - begun === 12 * HOUR);
      return `closed on time ${(world.clock.now() - begun) / HOUR} h after the report, of 12 allowed`;
    },
  },
  {
    name: 'a critical case runs through the night',
    from: '2026-09-18T17:25',
    async play(world) {
      const opened = await inHand(world, { typeCode: 'Y005', description: '水库坝脚渗水', level: 'major', team: 'water' });
      const dueAt = (await page(world, opened)).row.clock?.dueAt ?? 0;
      same('due', dueAt - at('2026-09-18T17:25'), 2 * DAY);
      await handledBy(world, opened, 'water');
      await checkedAndClosed(world, opened);
      return `48 natural hours from Friday evening, due ${shown(dueAt)}`;
    },
  },
];
