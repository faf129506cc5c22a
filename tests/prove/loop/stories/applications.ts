import { at, shown } from '../clock.ts';
import { DAY, HOUR, inHand, page } from '../cases.ts';
import { done, holds, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';

/** More time and no time: extensions and suspensions. */
export const APPLICATION_STORIES: readonly Story[] = [
  {
    name: 'the first extension by the duty chief, a second by form and deputy',
    from: '2026-09-17T09:00',
    async play(world) {
      // A matter of works: its type allows one extension, and works go by form and deputy at once.
      const opened = await inHand(world, { typeCode: 'E0507' });
      const squad = await world.as('zf1');
      const first = (await page(world, opened)).row.clock?.dueAt ?? 0;
      done('ask', await squad.act(opened.id, 'request-extension', { reason: '须联系业主', until: first + 4 * DAY }));
      refused('the deputy', await (await world.as('fenguan')).act(opened.id, 'approve-extension', { until: first + 4 * DAY }), 'APPLICATION_OTHER_APPROVER', 'CL20');
      done('the duty chief', await (await world.as('zhibanzhang')).act(opened.id, 'approve-extension', { until: first + 4 * DAY }));
      same('due', (await page(world, opened)).row.clock?.dueAt, first + 4 * DAY);
      refused('a second of a type that allows one', await squad.act(opened.id, 'request-extension', { reason: '还要', until: first + 6 * DAY }), 'CASE_EXTENSION_NOT_ALLOWED', 'CL15');

      const works = await inHand(world, { typeCode: 'E0302', nth: 2 });
      const due = (await page(world, works)).row.clock?.dueAt ?? 0;
      const wish = { reason: '须覆盖全部裸土', until: due + DAY };
      refused('without the form', await squad.act(works.id, 'request-extension', wish), 'APPLICATION_FORM_REQUIRED', 'CL20');
      done('ask with form', await squad.act(works.id, 'request-extension', { ...wish, formPhotos: [world.photo()] }));
      refused('before the review', await (await world.as('fenguan')).act(works.id, 'approve-extension', { until: due + DAY }), 'APPLICATION_NOT_REVIEWED', 'CL34');
      done('review', await (await world.as('paiqian')).act(works.id, 'review-application', { isSupported: true, note: '情况属实' }));
      done('the deputy', await (await world.as('fenguan')).act(works.id, 'approve-extension', { until: due + DAY }));
      return `duty chief moved one to ${shown(first + 4 * DAY)}; works needed form, review and deputy`;
    },
  },
  {
    name: 'two approvals of one application: the second gets a conflict',
    from: '2026-09-17T10:00',
    async play(world) {
      const opened = await inHand(world, { typeCode: 'E0507' });
      const { dueAt } = (await page(world, opened)).row.clock!;
      done('ask', await (await world.as('zf1')).act(opened.id, 'request-extension', { reason: '须联系业主', until: dueAt + DAY }));
      const chief = await world.as('zhibanzhang');
      const { revision } = (await page(world, opened)).row;
      const answers = await Promise.all([1, 2].map(() => chief.command(`/cases/${opened.id}`, 'approve-extension', revision, { until: dueAt + DAY })));
      same('statuses', answers.map(({ status }) => status).sort(), [200, 409]);
      refused('the second', answers.find(({ status }) => status === 409)!, 'CASE_REVISION_CONFLICT');
      same('extensions', (await page(world, opened)).extensionCount, 1);
      return 'one granted, one conflict, one extension in the books';
    },
  },
  {
    name: 'a critical case can be neither extended nor suspended',
    from: '2026-09-17T10:30',
    async play(world) {
      const { id } = await inHand(world, { typeCode: 'C0101', level: 'serious', description: '井盖缺失' });
      const squad = await world.as('zf1');
      const until = world.clock.now() + 2 * DAY;
      refused('extension', await squad.act(id, 'request-extension', { reason: '等配件', until, formPhotos: [world.photo()] }), 'CASE_EXTENSION_NOT_ALLOWED', 'CL15');
      refused('suspension', await squad.act(id, 'request-suspension', { reason: '等配件', until }), 'CASE_SUSPEND_NOT_ALLOWED', 'CL14');
      return 'refused by CL15 and CL14';
    },
  },
  {
    name: 'a suspension stops the clock, ends by itself and adds its time',
    from: '2026-09-21T09:00',
    async play(world) {
      const opened = await inHand(world, { typeCode: 'E0107', description: '废弃车辆待认领' });
      const before = (await page(world, opened)).row.clock!;
      const until = at('2026-09-24T09:00');
      done('ask', await (await world.as('zf1')).act(opened.id, 'request-suspension', { reason: '公告认领三日', until }));
      done('review', await (await world.as('paiqian')).act(opened.id, 'review-application', { isSupported: true, note: '同意' }));
      refused('the duty chief', await (await world.as('zhibanzhang')).act(opened.id, 'approve-suspension', { until }), 'ACTION_FORBIDDEN');
      done('the deputy', await (await world.as('fenguan')).act(opened.id, 'approve-suspension', { until }));
      const paused = await page(world, opened);
      same('standing', [paused.row.state, paused.row.clock?.standing], ['suspended', 'paused']);
      await world.to('2026-09-24T08:50');
      same('ten minutes before', (await page(world, opened)).row.state, 'suspended');
      await world.to('2026-09-24T09:02');
      const back = await page(world, opened);
      same('after its day', [back.row.state, back.row.clock?.standing, back.timeline.at(-1)?.actorRole], ['handling', 'running', 'system']);
      // Working time from Monday 09:00 to Thursday 09:00 is three working days of seven hours.
      holds('the time was added', (back.row.clock?.dueAt ?? 0) >= before.dueAt + 3 * DAY - HOUR);
      return `due ${shown(before.dueAt)} became ${shown(back.row.clock?.dueAt ?? 0)}; the product itself resumed it`;
    },
  },
];
