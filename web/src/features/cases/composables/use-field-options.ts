import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { LEVELS } from '@wangge/shared/district';
import { ANSWER_WAYS, RETURN_GROUNDS, type CaseAction } from '@wangge/shared/case';
import type { CaseDetail } from '@wangge/shared/wire';
import { useDistrictStore } from '../../district/district.store.ts';
import type { FormField } from '../action-form.ts';
import { useMergeCandidatesStore } from '../merge-candidates.store.ts';
import { useCheckersStore } from '../checkers.store.ts';
import { useCaseWords } from './use-case-words.ts';

export interface FieldOption {
  readonly value: string | number | boolean;
  readonly label: string;
}

/** What can be chosen for a field of an action's form, likeliest first; empty for fields that are typed. */
export function useFieldOptions(field: () => FormField, action: () => CaseAction, detail: () => CaseDetail): ComputedRef<readonly FieldOption[]> {
  const { t } = useI18n();
  const words = useCaseWords();
  const district = useDistrictStore();
  const merges = useMergeCandidatesStore();
  const checkers = useCheckersStore();

  function departments(): FieldOption[] {
    const isCounty = action() === 'call-county';
    return (district.district?.departments ?? []).filter((d) => (d.kind === 'county') === isCounty).map((d) => ({ value: d.id, label: d.name }));
  }

  function colleagues(): FieldOption[] {
    return checkers.of(detail().row.id, action())
      .map((p) => ({ value: p.id, label: [p.name, p.post, p.gridCode && `${words.village(p.gridCode.slice(0, 12))} ${words.grid(p.gridCode)}`].filter(Boolean).join(' ') }));
  }

  return computed<readonly FieldOption[]>(() => {
    switch (field().kind) {
      case 'level': return LEVELS.map((value) => ({ value, label: t(`case.level.${value}`) }));
      case 'grid': return (district.district?.grids ?? []).map((g) => ({ value: g.code, label: `${words.village(g.villageCode)} ${g.name}` }));
      case 'department': case 'departments': return departments();
      case 'team': return (district.district?.teams ?? []).filter((x) => x.id !== detail().row.order?.teamId).map((x) => ({ value: x.id, label: x.name }));
      case 'person': return colleagues();
      case 'case': return merges.of(detail().row.id)
        .map(({ row, distanceM }) => ({ value: row.id, label: `${row.matter} ${words.place(row)} ${distanceM} m${t('ui.mark.added', { text: row.no.slice(-4) })}` }));
      case 'supervision': return [1, 2, 3, 4].map((value) => ({ value, label: t(`case.supervision.${value}`) }));
      case 'satisfaction': return [5, 4, 3, 2, 1].map((value) => ({ value, label: t(`desk.satisfaction.${value}`) }));
      case 'yes-no': return [{ value: true, label: t('desk.act.yes') }, { value: false, label: t('desk.act.no') }];
      case 'ground': return RETURN_GROUNDS.map((value) => ({ value, label: t(`case.ground.${value}`) }));
      case 'item': return detail().citable.map(({ no, name }) => ({ value: no, label: `${no} ${name}` }));
      case 'answer': return ANSWER_WAYS.map((value) => ({ value, label: t(`case.answerHow.${value}`) }));
      case 'advice': return [{ value: true, label: t('case.advice.yes') }, { value: false, label: t('case.advice.no') }];
      case 'report': return detail().receipts.filter(({ isOwed }) => isOwed).map((receipt) => ({ value: receipt.caseId, label: `${receipt.reporterName ?? receipt.source} ${receipt.no}` }));
      default: return [];
    }
  });
}
