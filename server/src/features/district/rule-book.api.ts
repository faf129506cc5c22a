import { dateKey } from '@wangge/shared/base';
import type { WorkCalendar } from '@wangge/shared/calendar';
import { isAdmitted, isItemValid, type CaseRules, type CaseType, type District, type GridTask, type ResponsibilityItem } from '@wangge/shared/district';
import type { ListVersion } from '@wangge/shared/lists';
import type { Clock } from '../../platform/clock.ts';
import { defaultContentOf } from '../lists/default-edition.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { admissionKind } from './admission-kind.api.ts';
import { responsibilityKind } from './responsibility-kind.api.ts';
import type { CalendarContent, CaseRulesContent } from './defaults/rules-files.ts';
import { calendarKind, caseRulesKind, caseTypesKind } from './district-kinds.api.ts';

/** The tables by which cases are judged, as they hold at one time. */
export interface RuleSet {
  readonly caseTypes: readonly CaseType[];
  readonly caseTypesVersion: string;
  readonly calendar: WorkCalendar;
  readonly rules: CaseRules;
}

/** The tables in force at any time, and those of editions that cases were reported under. */
export interface RuleBook {
  now(): RuleSet;
  at(at: number): RuleSet;
  /** A type of the edition of that name, or of the one in force at `at` when no such edition was ever published. */
  typeOf(code: string, typesVersion: string | undefined, at: number): CaseType | undefined;
  /** The item of that number which holds on the day of `at`; undefined when the list in force then has none. */
  itemOf(no: string, at: number): ResponsibilityItem | undefined;
  /** Whether the list of admissions in force lets grid workers be asked for it (网格事务准入清单). */
  isAdmitted(task: GridTask, code: string, at: number): boolean;
  /** The items under which cases of a type fall on the day of `at`. */
  itemsFor(typeCode: string, at: number): readonly ResponsibilityItem[];
}

/** Remembers what was made of an edition; editions never change. */
function perEdition<Content, Made>(make: (edition: ListVersion<Content>) => Made): (edition: ListVersion<Content>) => Made {
  const made = new WeakMap<ListVersion<Content>, Made>();
  return (edition) => {
    let found = made.get(edition);
    if (found === undefined) made.set(edition, (found = make(edition)));
    return found;
  };
}

const calendarOf = perEdition(({ version, effectiveFrom, content }: ListVersion<CalendarContent>): WorkCalendar => ({ version, effectiveFrom, ...content }));
const rulesOf = perEdition(({ version, effectiveFrom, content }: ListVersion<CaseRulesContent>): CaseRules => ({ version, effectiveFrom, ...content }));
const typesByCode = perEdition(({ content }: ListVersion<readonly CaseType[]>) => new Map(content.map((type) => [type.code, type])));

/** The rule book kept by the lists. The set of a time is one object for as long as no other edition begins. */
export function createRuleBook(lists: ListsApi, clock: Clock): RuleBook {
  let last: { readonly editions: readonly ListVersion[]; readonly set: RuleSet } | undefined;

  function at(instant: number): RuleSet {
    const [types, calendar, rules] = [lists.inForce(caseTypesKind, instant), lists.inForce(calendarKind, instant), lists.inForce(caseRulesKind, instant)];
    const editions = [types, calendar, rules];
    if (!last || editions.some((edition, i) => edition !== last?.editions[i])) {
      last = { editions, set: { caseTypes: types.content, caseTypesVersion: types.version, calendar: calendarOf(calendar), rules: rulesOf(rules) } };
    }
    return last.set;
  }

  return {
    at,
    now: () => at(clock.now()),
    typeOf(code, typesVersion, instant) {
      const edition = (typesVersion === undefined ? undefined : lists.edition(caseTypesKind, typesVersion)) ?? lists.inForce(caseTypesKind, instant);
      return typesByCode(edition).get(code);
    },
    itemOf: (no, instant) => lists.inForce(responsibilityKind, instant).content.find((item) => item.no === no && isItemValid(item, dateKey(instant))),
    isAdmitted: (task, code, instant) => isAdmitted(lists.inForce(admissionKind, instant).content, task, code, dateKey(instant)),
    itemsFor: (typeCode, instant) => lists.inForce(responsibilityKind, instant).content.filter((item) => item.typeCodes.includes(typeCode) && isItemValid(item, dateKey(instant))),
  };
}

/** A rule book of one page: the tables a district was given, and for the rest the defaults, for ever. */
export function ruleBookOf(district: District): RuleBook {
  return {
    now: () => district,
    at: () => district,
    typeOf: (code) => district.caseTypes.find((type) => type.code === code),
    itemOf: (no) => defaultContentOf(responsibilityKind).find((item) => item.no === no),
    isAdmitted: (task, code, at) => isAdmitted(defaultContentOf(admissionKind), task, code, dateKey(at)),
    itemsFor: (typeCode) => defaultContentOf(responsibilityKind).filter((item) => item.typeCodes.includes(typeCode)),
  };
}
