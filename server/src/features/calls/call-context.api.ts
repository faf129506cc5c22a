import type { CallContext, CallItem, CallSettings, Call } from '@wangge/shared/call';
import type { WorkCalendar } from '@wangge/shared/calendar';
import type { Case } from '@wangge/shared/case';
import type { Department, ResponsibilityItem } from '@wangge/shared/district';
import type { ListVersion } from '@wangge/shared/lists';

/** An item of the responsibility list with what a form proposes it by. */
export interface ListedItem extends CallItem {
  readonly leadDepartment: string;
  readonly typeCodes: readonly string[];
}

/** The lists by which calls are judged, as they hold at an instant. */
export interface CallRules {
  settingsAt(at: number): ListVersion<CallSettings>;
  /** The items of the responsibility list. */
  itemsAt(at: number): readonly ResponsibilityItem[];
}

/** What a decision about a call of `item` looks at. `earlier`: other calls about the same case, oldest first. */
export function makeCallContext(
  rules: CallRules, departments: readonly Department[], calendar: WorkCalendar, item: Case, earlier: readonly Call[], now: number,
): CallContext {
  const { content, version } = rules.settingsAt(now);
  return {
    now, calendar, settings: content, settingsVersion: version, item, earlier,
    itemOf: (no) => rules.itemsAt(now).find((listed) => listed.no === no),
    unitOf: (id) => departments.find((d) => d.id === id),
    stationedIn: (town) => departments.filter((d) => d.kind === 'stationed' && d.areaCode.startsWith(town)).map((d) => d.id),
  };
}

/** 呼〔2026〕001. */
export function callNo(year: number, serial: number): string {
  return `呼〔${year}〕${String(serial).padStart(3, '0')}`;
}

/** Name of the counter from which a township's calls of a year take their numbers. */
export function callCounter(townCode: string, year: number): string {
  return `call-no/${townCode}/${year}`;
}
