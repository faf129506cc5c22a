import { randomUUID } from 'node:crypto';
import type { PenaltyDetail } from '@wangge/shared/enforcement';
import type { RightUseItem } from '@wangge/shared/appraisal';
import { shown } from '../clock.ts';
import { DAY, TOWN } from '../cases.ts';
import type { Reply } from '../seen.ts';
import { done, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';
import type { World } from '../world.ts';

const OFFICERS = [{ personId: 'p-1', name: '甲', certificateNo: 'A1' }, { personId: 'p-2', name: '乙', certificateNo: 'A2' }];

async function open(world: World, more: object): Promise<Reply<PenaltyDetail>> {
  const given = { procedure: 'ordinary', powerCode: 'CF001', party: { kind: 'person', name: '欧阳小明', idNo: '110105194912310021' }, officers: OFFICERS, villageCode: world.place(TOWN).villageCode, place: '某路 1 号', fact: '占道经营', commandId: randomUUID() };
  return (await world.as('zf1')).post<PenaltyDetail>('/penalties', { ...given, ...more });
}

/** 综合执法 and the rights over stationed staff. */
export const PENALTY_STORIES: readonly Story[] = [
  {
    name: 'the simple procedure over its limit is refused',
    from: '2026-09-29T14:10',
    async play(world) {
      refused('201 yuan', await open(world, { procedure: 'simple', decisionNo: 'D1', fineYuan: 201 }), 'PENALTY_FINE_TOO_HIGH', 'EN3');
      same('200 yuan', done('200 yuan', await open(world, { procedure: 'simple', decisionNo: 'D2', fineYuan: 200 })).state, 'on-spot');
      return '201 yuan for a person refused by EN3, 200 decided on the spot';
    },
  },
  {
    name: 'the ordinary procedure runs 90 days from filing',
    from: '2026-09-29T14:20',
    async play(world) {
      const filed = done('open', await open(world, {}));
      same('days', Math.floor(((filed.decisionClock?.dueAt ?? 0) - filed.openedAt) / DAY), 90);
      const squad = await world.as('zf1');
      const found = done('evidence', await squad.command<PenaltyDetail>(`/penalties/${filed.id}`, 'collect-evidence', filed.revision, { officers: OFFICERS, note: '现场笔录' }));
      refused('one officer', await squad.command(`/penalties/${filed.id}`, 'collect-evidence', found.revision, { officers: OFFICERS.slice(1), note: '补充' }), 'PENALTY_TOO_FEW_OFFICERS');
      return `decision due ${shown(filed.decisionClock?.dueAt ?? 0)}; evidence by one officer refused`;
    },
  },
  {
    name: 'the party of a penalty case is known to its own unit only',
    from: '2026-09-29T14:30',
    async play(world) {
      const own = done('open', await open(world, {}));
      const seen = await (await world.as('zhibanzhang')).read<PenaltyDetail>(`/penalties/${own.id}`);
      same('masked', [seen.isPartyMasked, JSON.stringify(seen).includes('小明')], [true, false]);
      return `the room reads ${seen.party.name}`;
    },
  },
  {
    name: 'a use of the four rights over stationed staff is put on record',
    from: '2026-09-29T15:00',
    async play(world) {
      const use = { right: 'command', departmentId: 'dept-market', reason: '节前食品安全联合检查', commandId: randomUUID() };
      refused('a dispatcher', await (await world.as('paiqian')).post('/right-uses', use), 'ACTION_FORBIDDEN', 'AP16');
      const kept = done('the commander', await (await world.as('zhihuizhang')).post<RightUseItem>('/right-uses', use)).use;
      const read = await (await world.as('xianzhongxin')).read<{ uses: RightUseItem[] }>('/right-uses');
      same('on record', read.uses.map(({ use: { id } }) => id), [kept.id]);
      refused('veto by the duty chief', await (await world.as('zhibanzhang')).post('/right-uses', { ...use, right: 'veto', commandId: randomUUID() }), 'ACTION_FORBIDDEN', 'AP16');
      return `${kept.usedByName} used it at ${shown(kept.usedAt)}, the county reads it; others refused by AP16`;
    },
  },
];
