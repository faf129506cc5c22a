import { checkedAndClosed, filed, handledBy, reported, send, type Opened } from '../cases.ts';
import { done, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';

/** 一事多报: several people tell of one thing. */
export const REPORT_STORIES: readonly Story[] = [
  {
    name: 'a merged quintuple report: one closing, five answers',
    from: '2026-09-22T09:00',
    async play(world) {
      const names = ['甲某', '乙某', '丙某', '丁某', '戊某'];
      const matter = { typeCode: 'E0404', description: '污水外溢', nth: 7 };
      const parent = await filed(world, { ...matter, reporterName: names[0] ?? '' });
      const intake = await world.as('shouli');
      for (const reporterName of names.slice(1)) {
        const { id } = await reported(world, { ...matter, reporterName });
        const { candidates } = await intake.read<{ candidates: { row: { id: string }; distanceM: number }[] }>(`/cases/${id}/merge-candidates`);
        same('offered first', candidates[0]?.row.id, parent.id);
        done('merge', await intake.act(id, 'merge', { parentCaseId: parent.id }));
      }
      await send(world, parent, 'works');
      await handledBy(world, parent, 'works');
      await checkedAndClosed(world, parent);
      refused('rated before everybody is answered', await (await world.as('ducha')).act(parent.id, 'evaluate', { satisfaction: 5, isResolved: true }), 'CASE_REPORTERS_UNANSWERED', 'CL26');
      const { receipts } = await intake.seeCase(parent.id);
      same('receipts', receipts.length, 5);
      for (const { caseId } of receipts) done('answer', await intake.act(parent.id, 'answer-reporter', { reportCaseId: caseId, answerHow: 'phone', note: '已疏通' }));
      const after = await intake.seeCase(parent.id);
      same('owed', after.receipts.filter(({ isOwed }) => isOwed).length, 0);
      same('closings', after.timeline.filter(({ event }) => event === 'closed').length, 1);
      refused('a sixth answer', await intake.act(parent.id, 'answer-reporter', { reportCaseId: parent.id, answerHow: 'phone', note: '再答' }), 'CASE_ANSWER_NOT_DUE', 'CL26');
      return 'four offered and merged into one; closed once, five receipts answered';
    },
  },
  {
    name: 'a report of another place is not merged',
    from: '2026-09-22T10:00',
    async play(world) {
      const parent: Opened = await filed(world, { typeCode: 'E0404', nth: 1 });
      const far = await reported(world, { typeCode: 'E0404', nth: 9 });
      refused('merge', await (await world.as('shouli')).act(far.id, 'merge', { parentCaseId: parent.id }), 'CASE_NOT_MERGEABLE', 'CL25');
      return 'refused by CL25';
    },
  },
  {
    name: 'a report is refused only when its reporter is told',
    from: '2026-09-22T10:30',
    async play(world) {
      const { id } = await reported(world, { typeCode: 'B003', reporterName: '甲某' });
      const intake = await world.as('shouli');
      refused('without a word', await intake.act(id, 'refuse', { reason: '不属受理范围' }), 'CASE_REPORTER_NOT_TOLD', 'CL26');
      same('told', done('refuse', await intake.act(id, 'refuse', { reason: '不属受理范围', answerHow: 'phone', note: '请向县局反映' })).case.row.state, 'refused');
      return 'refused by CL26 until the way of telling was named';
    },
  },
];
