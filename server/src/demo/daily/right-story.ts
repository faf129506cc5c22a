import type { Actor, Role } from '@wangge/shared/access';
import { decideRightUse, evolveRightUse, useRight, type StationRight } from '@wangge/shared/appraisal';
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDay } from '@wangge/shared/base';
import { addWorkMs, isWorkday } from '@wangge/shared/calendar';
import type { Department, District } from '@wangge/shared/district';
import { rosterKind } from '../../features/appraisal/appraisal-kinds.api.ts';
import { actorOf } from '../joint/joint-cast.ts';
import { caseIdOf } from '../life/case-id.ts';
import { chance, pickAt } from '../life/chance.ts';
import type { DailyDeps, Told } from './told.ts';

/** One use as a township tells of it: which right, by whom, so many days ago, over the whole body or its person, why, and what came back. */
interface Use {
  readonly right: StationRight;
  readonly role: Role;
  readonly daysAgo: number;
  readonly isWhole: boolean;
  readonly reason: string;
  /** Null: nobody has answered yet. */
  readonly answer: string | null;
}

const USES: readonly Use[] = [
  { right: 'command', role: 'duty-chief', daysAgo: 1, isWhole: true, reason: '集镇夜宵摊噪声投诉集中，请派员参加本周三晚联合巡查', answer: null },
  { right: 'command', role: 'commander', daysAgo: 6, isWhole: true, reason: '强降雨预警期间，请安排一人到指挥室值守，随时会商', answer: '已安排值守，名单报指挥室' },
  { right: 'nominate', role: 'commander', daysAgo: 9, isWhole: false, reason: '牵头化解多起欠薪纠纷，群众满意，推荐为年度先进个人', answer: null },
  { right: 'appraise', role: 'centre-deputy', daysAgo: 13, isWhole: false, reason: '本季按时处置率高于全镇平均，现场反馈及时，季度考核评为优秀', answer: '收悉，计入派出单位年度考核' },
  { right: 'appraise', role: 'commander', daysAgo: 19, isWhole: true, reason: '两件案件超期后才反馈，季度考核扣减协同配合分，请限期改进', answer: '已通报所内，专人盯办，下月复核' },
  { right: 'veto', role: 'commander', daysAgo: 24, isWhole: false, reason: '拟调离人员正承办三件重点案件，接手人未到岗，不同意年内调离', answer: '尊重镇里意见，暂缓调动至案件办结' },
  { right: 'command', role: 'centre-deputy', daysAgo: 30, isWhole: true, reason: '校园周边整治，请与综合执法队编为一组，统一出动', answer: '已编组，当日两人到位' },
];

/** The people of a post in a township act in it; null where the demo has none. */
function actorIn({ people }: District, townCode: string, role: Role): Actor | null {
  const person = people.find(({ areaCode, roles }) => areaCode === townCode && roles.includes(role));
  return person ? { id: person.id, name: person.name, role, unitId: person.departmentId, parentUnitId: null, areaCode: townCode } : null;
}

function workdayBefore({ calendar }: District, now: number, days: number): number {
  let day = startOfDay(now) - days * DAY_MS;
  while (!isWorkday(calendar, day)) day -= DAY_MS;
  return day;
}

/** 四权 as the townships used them over stationed staff in the last weeks (示意), each answered by the body or still waiting. */
export function rightStory({ district, lists, seed }: DailyDeps, now: number): Told[] {
  const whole = district.current();
  const names = new Set(lists.inForce(rosterKind, now).content.map(({ department }) => department));
  return whole.towns.flatMap(({ code }, n) => {
    const bodies = whole.departments.filter(({ kind, areaCode, name }) => kind !== 'county' && areaCode === code && names.has(name));
    if (bodies.length === 0) return [];
    return USES.filter((_, i) => n === 0 || (i + n) % 3 !== 0).flatMap((use, i) => told(use, { district: whole, code, bodies, key: `right|${seed}|${code}|${i}`, now }));
  });
}

interface Place {
  readonly district: District;
  readonly code: string;
  readonly bodies: readonly Department[];
  readonly key: string;
  readonly now: number;
}

function told(use: Use, { district, code, bodies, key, now }: Place): Told[] {
  const body = pickAt(bodies, chance(key, 'body'));
  const by = actorIn(district, code, use.role);
  const person = district.people.find(({ departmentId, roles }) => departmentId === body.id && roles.includes('department'));
  const at = workdayBefore(district, now, use.daysAgo) + Math.round((9 + 7 * chance(key, 'hour')) * HOUR_MS);
  if (!by || at >= now) return [];
  const id = caseIdOf(key);
  const facts = { id, right: use.right, areaCode: code, departmentId: body.id, personId: use.isWhole ? null : person?.id ?? null, reason: use.reason };
  const used = useRight(facts, by, at, true);
  if (!used.ok) throw new Error(`demo could not use a right: ${used.error.code}`);
  const stream = `right-use/${id}`;
  const begun: Told = { stream, at, event: used.value };
  const answeredAt = addWorkMs(district.calendar, at, Math.round((40 + 500 * chance(key, 'answer')) * MINUTE_MS));
  if (use.answer === null || answeredAt >= now) return [begun];
  const state = evolveRightUse(null, used.value);
  const answered = decideRightUse(state, { action: 'answer', expectedRevision: state.revision, actor: actorOf(district, body.id), payload: { note: use.answer } }, answeredAt);
  if (!answered.ok) throw new Error(`demo could not answer a right: ${answered.error.code}`);
  return [begun, { stream, at: answeredAt, event: answered.value }];
}
