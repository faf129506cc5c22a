import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { CaseRow } from '@wangge/shared/wire';
import { useTimeWords, type TimeWords } from '../../../i18n/use-time-words.ts';
import { useDistrictStore } from '../../district/district.store.ts';
import { waitsFor } from '../desk-actions.ts';
import { timeLeft, type TimeLeft } from '../time-left.ts';

/** A time and its lamp, ready to be shown. */
export interface TimeSaid {
  readonly text: string;
  readonly lamp: TimeLeft['lamp'];
}

/** A case in words: names of places and units instead of codes. */
export interface CaseWords extends TimeWords {
  village(code: string): string;
  grid(code: string): string;
  /** 新街村 第 4 网格 */
  place(row: CaseRow): string;
  team(id: string | null): string;
  department(id: string | null): string;
  /** The team that was sent, else the leading department, else nothing. */
  owner(row: CaseRow): string;
  timeOf(row: CaseRow, now: number): TimeSaid;
  /** Whose move it is: the unit that has the case in hand, else the roles that may act; empty when nobody's. */
  waitsFor(row: CaseRow): string;
}

export function useCaseWords(): CaseWords {
  const { t } = useI18n();
  const time = useTimeWords();
  const store = useDistrictStore();
  const names = computed(() => {
    const { villages = [], grids = [], teams = [], departments = [] } = store.district ?? {};
    return {
      villages: new Map<string, string>(villages.map((v) => [v.code, v.name])),
      grids: new Map<string, string>(grids.map((g) => [g.code, g.name])),
      teams: new Map<string, string>(teams.map((x) => [x.id, x.name])),
      departments: new Map<string, string>(departments.map((d) => [d.id, d.name])),
    };
  });

  const village = (code: string): string => names.value.villages.get(code) ?? '';
  const grid = (code: string): string => names.value.grids.get(code) ?? '';
  const team = (id: string | null): string => (id ? names.value.teams.get(id) ?? '' : '');
  const department = (id: string | null): string => (id ? names.value.departments.get(id) ?? '' : '');

  function timeOf(row: CaseRow, now: number): TimeSaid {
    const { key, spanMs, lamp } = timeLeft(row, now);
    return { text: t(`desk.time.${key}`, { span: time.span(spanMs) }), lamp };
  }

  const owner = (row: CaseRow): string => team(row.order?.teamId ?? null) || department(row.leadDepartmentId);

  function waits(row: CaseRow): string {
    const isInHand = row.state === 'dispatched' || row.state === 'handling';
    return (isInHand && owner(row)) || waitsFor(row.state).map((role) => t(`case.role.${role}`)).join(t('ui.mark.names'));
  }

  return {
    ...time, village, grid, team, department, timeOf, owner, waitsFor: waits,
    place: (row) => `${village(row.villageCode)} ${grid(row.gridCode)}`.trim(),
  };
}
