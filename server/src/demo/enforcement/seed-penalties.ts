import type { Actor } from '@wangge/shared/access';
import { DAY_MS, HOUR_MS, startOfDay } from '@wangge/shared/base';
import type { Village } from '@wangge/shared/district';
import type { Officer, PartyKind, PenaltyPayload, RaidPayload } from '@wangge/shared/enforcement';
import type { EnforcementApi } from '../../features/enforcement/enforcement.api.ts';
import type { EnforcementCast } from './cast.ts';

type Stop = 'filed' | 'investigating' | 'reviewing' | 'noticed' | 'decided' | 'served' | 'executed' | 'closed' | 'no-penalty' | 'on-spot' | 'registered';

/** Power, which squad that may use it (counted round), party, days ago, and how far the case has come. */
const STORIES: readonly (readonly [power: string, squad: number, party: PartyKind, daysAgo: number, stop: Stop])[] = [
  ['CF001', 0, 'person', 1, 'on-spot'], ['CF001', 1, 'person', 3, 'registered'], ['CF016', 2, 'person', 6, 'closed'], ['CF015', 0, 'person', 0, 'on-spot'], ['CF011', 1, 'organisation', 9, 'registered'],
  ['CF004', 2, 'organisation', 12, 'closed'], ['CF014', 0, 'organisation', 5, 'registered'], ['CF003', 0, 'organisation', 2, 'filed'], ['CF005', 1, 'person', 34, 'investigating'], ['CF007', 2, 'organisation', 20, 'investigating'],
  ['CF008', 0, 'organisation', 6, 'reviewing'], ['CF012', 0, 'organisation', 23, 'noticed'], ['CF013', 0, 'organisation', 24, 'decided'], ['CF009', 1, 'person', 48, 'noticed'], ['CF010', 0, 'organisation', 19, 'served'],
  ['CF002', 2, 'organisation', 14, 'served'], ['CF005', 2, 'organisation', 60, 'closed'], ['CF006', 0, 'person', 13, 'decided'], ['CF007', 0, 'organisation', 25, 'executed'], ['CF008', 1, 'organisation', 44, 'no-penalty'],
  ['CF003', 2, 'person', 8, 'investigating'], ['CF012', 0, 'organisation', 13, 'investigating'],
];

const STEPS: readonly Stop[] = ['filed', 'investigating', 'reviewing', 'noticed', 'decided', 'served', 'executed', 'closed'];

/** Penalty cases of the demo: invented parties, one case in each stage and more. */
export async function seedPenalties(api: EnforcementApi, powers: readonly { readonly code: string; readonly holders: readonly string[]; readonly needsReview: boolean }[], cast: EnforcementCast, villages: readonly Village[], now: number): Promise<void> {
  const here = villages.filter(({ code }) => code.startsWith(cast.areaCode));
  for (const [i, [powerCode, squadNo, kind, daysAgo, stop]] of STORIES.entries()) {
    const power = powers.find(({ code }) => code === powerCode);
    const able = cast.squads.filter(({ team, departmentName }) => power?.holders.some((name) => name === team.name || name === departmentName));
    const squad = able[squadNo % Math.max(1, able.length)];
    if (!power || !squad) continue;
    const isSimple = stop === 'on-spot' || stop === 'registered' || daysAgo < 13 && stop === 'closed';
    const officers: Officer[] = squad.members.slice(1, 3).map(({ id, name }, n) => ({ personId: id, name, certificateNo: `示例证${squad.team.id}-${n + 1}` }));
    const village = here[(i * 5 + 2) % here.length]!;
    let at = Math.min(startOfDay(now) - daysAgo * DAY_MS + (9 + (i % 7)) * HOUR_MS, now - HOUR_MS);
    const opened = await api.openPenalty({
      procedure: isSimple ? 'simple' : 'ordinary', powerCode, officers, villageCode: village.code, place: `${village.shortName}示例路 ${i + 1} 号`, fact: '巡查发现，现场拍照取证', caseId: null, photos: [],
      party: { kind, name: kind === 'person' ? `示某${'甲乙丙丁戊'[i % 5]}` : `示例商户${i + 1}`, idNo: `示例证件${1000 + i}` },
      decisionNo: isSimple ? `示例当罚〔${i + 1}〕号` : null, fineYuan: isSimple ? (kind === 'person' ? 50 : 500) : null,
    }, squad.leader, at);
    if (!opened.ok) throw new Error(`demo penalty ${powerCode}: ${opened.error.code}`);
    let penalty = opened.value;
    const act = async (actor: Actor, action: string, afterDays: number, payload: PenaltyPayload = {}): Promise<void> => {
      at = Math.min(at + afterDays * DAY_MS, now - 60_000);
      const done = await api.actOnPenalty(penalty.id, { action, expectedRevision: penalty.revision, actor, payload }, at);
      if (!done.ok) throw new Error(`demo penalty ${penalty.no}: ${action} ${done.error.code}`);
      penalty = done.value;
    };
    const squadAct = (action: string, afterDays: number, payload: PenaltyPayload = {}): Promise<void> => act(squad.leader, action, afterDays, payload);
    if (isSimple) {
      if (stop !== 'on-spot') await squadAct('register', 1);
      if (stop === 'closed') {
        await squadAct('execute', 1, { note: '当场缴纳' });
        await act(cast.deputy, 'publish', 1);
        await act(cast.commander, 'close', 1);
      }
      continue;
    }
    const far = stop === 'no-penalty' ? 1 : STEPS.indexOf(stop);
    if (far >= 1) await squadAct('collect-evidence', 1.5, { officers, note: '现场笔录、询问笔录、照片' });
    if (stop === 'no-penalty') await act(cast.commander, 'decide-none', 3, { reason: '首次违法且及时改正' });
    if (far >= 2 && power.needsReview) await squadAct('send-review', 3, { note: '提请法制审核' });
    if (far >= 3 && power.needsReview) await act(cast.deputy, 'pass-review', 2, { note: '事实清楚、证据充分' });
    if (far >= 3) await squadAct('notify', 1, { note: '送达行政处罚事先告知书', isWaived: i % 2 === 0 });
    if (far >= 4 && i % 2 === 1) await squadAct('hear', 2, { note: '已听取陈述申辩' });
    if (far >= 4) await act(cast.commander, 'decide', 4, { decisionNo: `示例罚决〔${i + 1}〕号`, fineYuan: 500 * (1 + (i % 6)) });
    if (far >= 5) await squadAct('serve', 2, { note: '直接送达，当事人签收' });
    if (far >= 5) await act(cast.deputy, 'publish', 2);
    if (far >= 6) await squadAct('execute', 5, { note: '罚款已缴' });
    if (far >= 7) await act(cast.commander, 'close', 2);
  }
}

/** Two joint raids of the day: one over, one under way. */
export async function seedRaids(api: EnforcementApi, cast: EnforcementCast, now: number): Promise<void> {
  const today = startOfDay(now);
  const [first, second = first, third = second] = cast.squads;
  const units = [first, second, third].filter((squad, i, all) => squad && all.indexOf(squad) === i).flatMap((squad) => squad ?? []);
  if (units.length < 2) return;
  const plan = (title: string, place: string, startsAt: number, count: number) => api.planRaid({
    title, place, areaCode: cast.areaCode, startsAt, leadUnitId: units[0]!.team.id, units: units.slice(0, count).map(({ team }) => ({ unitId: team.id, headcount: Math.min(4, team.headcount) })),
  }, cast.chief, Math.min(now, today) - DAY_MS);
  const plans = [await plan('早市占道经营整治', '示例农贸市场周边', today + 7 * HOUR_MS, 2), await plan('餐饮油烟与燃气安全联合检查', '示例商业街', today + 15 * HOUR_MS, units.length)];
  for (const [n, planned] of plans.entries()) {
    if (!planned.ok) throw new Error(`demo raid: ${planned.error.code}`);
    let raid = planned.value;
    const startedAt = Math.min(raid.startsAt, now - 60_000);
    for (const [i, { action, by, payload = {} }] of raidStory(units.slice(0, raid.units.length), n === 0, raid.startsAt <= now).entries()) {
      const done = await api.actOnRaid(raid.id, { action, expectedRevision: raid.revision, actor: by.leader, payload }, startedAt + i * 1_000);
      if (!done.ok) throw new Error(`demo raid: ${action} ${done.error.code}`);
      raid = done.value;
    }
  }
}

interface RaidStep {
  readonly action: string;
  readonly by: EnforcementCast['squads'][number];
  readonly payload?: RaidPayload;
}

/** What the units did: all took the task but the last; of one that is over everybody came and reported, of one under way only the lead came. */
function raidStory(units: EnforcementCast['squads'], isOver: boolean, hasBegun: boolean): RaidStep[] {
  const taken = (isOver ? units : units.slice(0, -1)).map((by): RaidStep => ({ action: 'accept', by }));
  const came = (isOver ? units : hasBegun ? units.slice(0, 1) : []).map((by): RaidStep => ({ action: 'arrive', by }));
  const reported = (isOver ? units : []).map((by, i): RaidStep => ({ action: 'report', by, payload: { present: 4, checked: 8 + 2 * i, problems: i, note: '已逐户检查，问题现场交办' } }));
  return [...taken, ...came, ...reported];
}
