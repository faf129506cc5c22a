import { dateKey } from '../base/index.ts';
import { calendarOfDepartment, isOpenAt, nextOpening, type WorkCalendar } from '../calendar/index.ts';
import { isItemValid, type CaseType, type Ground, type Level, type ResponsibilityItem } from '../district/index.ts';

/** Where a matter is handled: in the village, by one body of the township, by several called together (联席会议), or by the county (乡呼县应). */
export type RouteTier = 'village' | 'township' | 'joint' | 'county';

/**
 * Why somebody or some item is not it. `not-valid`: the item does not hold on that day. `wrong-ground`: it is for villages or
 * for the town only. `other-item`: a fitter item was found. `list-names-another`: the type names one, the list another.
 * `township-can`: what the township can do is not called up (两不呼). `too-big`: the level is above it. `supports-only`: 配合责任.
 * `off-duty`: nobody is there at this hour.
 */
export type Rejection = 'not-valid' | 'wrong-ground' | 'other-item' | 'list-names-another' | 'township-can' | 'too-big' | 'supports-only' | 'off-duty';

/** What was looked at and left aside. `no` is null for a department. */
export interface Rejected {
  readonly no: string | null;
  readonly name: string;
  readonly why: Rejection;
}

/** What a matter is and where and when it came up, `matter` in the words of its type and report; `items` is the list in force, `room` the command room that is always there. */
export interface RouteQuestion {
  readonly type: Pick<CaseType, 'code' | 'leadDept' | 'supportDepts' | 'urgency'>;
  readonly matter: string;
  readonly level: Level;
  readonly ground: Exclude<Ground, 'all'>;
  readonly at: number;
  readonly items: readonly ResponsibilityItem[];
  readonly calendar: WorkCalendar;
  readonly room: string;
}

/**
 * 派单建议: the item a case rests on and whom it goes to, by name. `lead` answers for it; `receiver` takes it now: the same,
 * or whoever is on duty when it can't wait. `opensAt`: when the lead is there again, null while it is.
 */
export interface CaseRoute {
  readonly item: ResponsibilityItem | null;
  readonly tier: RouteTier;
  readonly lead: string;
  readonly supports: readonly string[];
  readonly receiver: string;
  readonly opensAt: number | null;
  readonly alternatives: readonly Rejected[];
}

/** Departments that stand for the village itself in the table of types. */
const VILLAGE = /^村/;

/** Whether a village is part of the town or of the country: 社区 and 居委会 are the town's. */
export function groundOf(villageName: string): Exclude<Ground, 'all'> {
  return /(社区|居委会)$/.test(villageName) ? 'urban' : 'rural';
}

/** How much of an item's name is in the words of a matter: pairs of characters that both have. */
function likeness({ name }: ResponsibilityItem, matter: string): number {
  const pairs = new Set([...name].slice(1).map((character, i) => name[i]! + character));
  return [...pairs].filter((pair) => matter.includes(pair)).length;
}

/** The item that holds and fits the place: of several the one for just this ground, then the one named most like the matter, then the one for the fewest types; and why each other one is not it. */
function chooseItem({ type, matter, ground, at, items }: RouteQuestion): { readonly item: ResponsibilityItem | null; readonly rejected: readonly Rejected[] } {
  const named = items.filter(({ typeCodes }) => typeCodes.includes(type.code));
  const isFit = (item: ResponsibilityItem): boolean => isItemValid(item, dateKey(at)) && (item.ground === 'all' || item.ground === ground);
  const isJust = (one: ResponsibilityItem): number => Number(one.ground === ground);
  const [item = null] = named.filter(isFit).toSorted((a, b) => isJust(b) - isJust(a) || likeness(b, matter) - likeness(a, matter) || a.typeCodes.length - b.typeCodes.length);
  const why = (one: ResponsibilityItem): Rejection => (!isItemValid(one, dateKey(at)) ? 'not-valid' : isFit(one) ? 'other-item' : 'wrong-ground');
  return { item, rejected: named.filter((one) => one !== item).map((one) => ({ no: one.no, name: one.name, why: why(one) })) };
}

function tierOf(level: Level, lead: string): RouteTier {
  if (level === 'major') return 'county';
  if (level === 'serious') return 'joint';
  return VILLAGE.test(lead) ? 'village' : 'township';
}

/** Who takes it at this hour: the lead if it is there or the matter can wait, else the first of the others on duty, else the room. */
function receiverOf({ type, at, calendar, room }: RouteQuestion, lead: string, supports: readonly string[]): { readonly receiver: string; readonly opensAt: number | null } {
  const own = calendarOfDepartment(calendar, lead);
  if (isOpenAt(own, at)) return { receiver: lead, opensAt: null };
  const opensAt = nextOpening(own, at);
  if (type.urgency === 'normal') return { receiver: lead, opensAt };
  return { receiver: supports.find((name) => isOpenAt(calendarOfDepartment(calendar, name), at)) ?? room, opensAt };
}

/**
 * Finds whom a case goes to: type → item → who leads and who supports, by level, place and hour, and says why not the others.
 * Without an item (清单外) the table of types decides alone. Pure.
 */
export function routeCase(question: RouteQuestion): CaseRoute {
  const { type, level } = question;
  const { item, rejected } = chooseItem(question);
  const town = item?.townDepartment || type.leadDept;
  const county = item?.townRole === 'support' ? item.leadDepartment : null;
  const tier = tierOf(level, town);
  const lead = tier === 'county' && county ? county : town;
  const others = [...(lead === town ? [] : [town]), ...type.supportDepts, ...(tier === 'county' ? item?.supportDepartments ?? [] : [])];
  const supports = [...new Set(others)].filter((name) => name !== lead);
  const { receiver, opensAt } = receiverOf(question, lead, supports);
  const department = (name: string, why: Rejection): Rejected => ({ no: null, name, why });
  return {
    item, tier, lead, supports, receiver, opensAt,
    alternatives: [
      ...rejected,
      ...(town === type.leadDept ? [] : [department(type.leadDept, 'list-names-another')]),
      ...(county && lead !== county ? [department(county, 'township-can')] : []),
      ...(lead === town ? [] : [department(town, 'too-big')]),
      ...(receiver === lead ? [] : [department(lead, 'off-duty')]),
      ...supports.filter((name) => name !== receiver && name !== town).map((name) => department(name, 'supports-only')),
    ],
  };
}
