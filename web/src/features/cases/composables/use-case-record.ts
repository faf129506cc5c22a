import { useI18n } from 'vue-i18n';
import type { FieldChange } from '@wangge/shared/case';
import type { TimelineEntry } from '@wangge/shared/wire';
import type { TimelineChange, TimelineLine } from '../../../ui/ObjectTimeline.vue';
import { useDistrictStore } from '../../district/district.store.ts';
import { useCasesStore } from '../cases.store.ts';
import { useCaseWords } from './use-case-words.ts';

/** Puts a line of a case's history into words: who of which unit, where he stood, and what it changed, names instead of codes. */
export function useCaseRecord(now: () => number): (entry: TimelineEntry) => TimelineLine {
  const { t } = useI18n();
  const words = useCaseWords();
  const district = useDistrictStore();
  const cases = useCasesStore();

  const codeOf = (value: unknown): string | null => (value === null ? null : String(value));

  function said({ field }: FieldChange, value: string | number | null): string {
    const code = codeOf(value);
    if (value === null || code === null) return '';
    switch (field) {
      case 'state': case 'level': return t(`case.${field}.${code}`);
      case 'typeCode': return district.district?.caseTypes.find((type) => type.code === code)?.name ?? code;
      case 'gridCode': return words.grid(code);
      case 'leadDepartmentId': return words.department(code);
      case 'supportDepartmentIds': return code.split(' ').map((id) => words.department(id)).join(t('ui.mark.names'));
      case 'teamId': return words.team(code);
      case 'dueAt': case 'until': return words.dayTime(Number(value), now());
      case 'supervisionLevel': return Number(value) > 0 ? t(`case.supervision.${code}`) : '';
      case 'parentCaseId': return [...cases.rows.values()].find(({ id }) => id === code)?.no ?? '';
      case 'checkerId': return '';
    }
  }

  function changesOf(entry: TimelineEntry): TimelineChange[] {
    return entry.changes.map((change) => ({ name: t(`case.field.${change.field}`), before: said(change, change.before), after: said(change, change.after) }))
      .filter(({ before, after }) => before !== '' || after !== '')
      .map((change) => ({ ...change, after: change.after || t('desk.history.none') }));
  }

  /** When it was done where it was told late, and whether that time is believed. */
  function lateWords({ at, doneAt, doubtedAt }: TimelineEntry): string {
    const claimed = doneAt ?? doubtedAt;
    if (claimed === null) return '';
    return t(doneAt === null ? 'desk.history.doubted' : 'desk.history.late', { doneAt: words.dayTime(claimed, now()), at: words.dayTime(at, now()) });
  }

  /** Which other systems were told of it, or did not want to hear it. */
  const toldWords = ({ told = [] }: TimelineEntry): string[] =>
    told.map(({ to, at, code }) => t(code === null ? 'desk.history.told' : 'desk.history.toldRefused', { to, at: words.dayTime(at, now()) }));

  return (entry) => {
    const role = entry.actorRole === 'channel' ? '' : t(`case.role.${entry.actorRole}`);
    return {
      id: entry.seq, at: entry.at, what: t(`case.event.${entry.event}`),
      who: [...new Set([role, entry.actorRole === 'system' ? '' : entry.actorName])].filter(Boolean).join(' '),
      unit: words.team(entry.unitId) || words.department(entry.unitId),
      where: entry.lngLat ? district.placeAt(entry.lngLat) : '',
      note: [entry.note, lateWords(entry), ...toldWords(entry)].filter(Boolean).join('　'), changes: changesOf(entry), photos: [...entry.photos, ...entry.formPhotos],
    };
  };
}
