import type { TimeLimit } from '../calendar/index.ts';

/** 适用地域: everywhere, villages only, or the built-up town only. */
export const GROUNDS = ['all', 'rural', 'urban'] as const;
export type Ground = (typeof GROUNDS)[number];

/**
 * One item of the list of shared responsibilities (属地管理事项清单) with its sheet (事项说明书): who leads (主体责任), who
 * supports (配合责任), and what the township does. A number may come again for another period, never for an overlapping one.
 */
export interface ResponsibilityItem {
  readonly no: string;
  readonly domain: string;
  readonly name: string;
  /** 主体责任: name of the county department, or of the township itself. */
  readonly leadDepartment: string;
  readonly supportDepartments: readonly string[];
  /** Whether the township leads or supports. */
  readonly townRole: 'lead' | 'support';
  /** 乡镇承办单位: who takes it in the township: its own office or a body stationed there (派驻); empty: whom the table of types names. */
  readonly townDepartment: string;
  readonly leadDuty: string;
  readonly townDuty: string;
  /** 责任科室 and its telephone; empty until the county has filled them in. */
  readonly office: string;
  readonly phone: string;
  readonly limit: TimeLimit;
  readonly basis: string;
  readonly typeCodes: readonly string[];
  readonly ground: Ground;
  /** First and last day on which it holds, YYYY-MM-DD; null: open end. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** 转查事项: the item to look at when this one does not fit; null when there is none. */
  readonly nextNo: string | null;
}

/** Whether an item holds on a day (YYYY-MM-DD). */
export function isItemValid({ validFrom, validTo }: Pick<ResponsibilityItem, 'validFrom' | 'validTo'>, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}
