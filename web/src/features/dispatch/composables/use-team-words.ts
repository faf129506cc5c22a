import { useI18n } from 'vue-i18n';
import type { TeamId } from '@wangge/shared/base';
import type { Candidate, Reason, Recommendation } from '@wangge/shared/dispatch';
import type { Team } from '@wangge/shared/district';
import { useTimeWords } from '../../../i18n/use-time-words.ts';
import { useDistrictStore } from '../../district/district.store.ts';

const MINUTE_MS = 60_000;
/** Reasons whose value is a span; the others count. */
const SPANS: ReadonlySet<Reason['code']> = new Set(['stale-fix', 'slower']);

/** Teams and why they stand where they stand, in words. */
export interface TeamWords {
  team(id: TeamId): Team | undefined;
  name(id: TeamId): string;
  reason(reason: Reason): string;
  /** 空闲，最近；有抽水泵；定位 6 秒前 */
  why(candidate: Candidate): string;
  passedOver(recommendation: Recommendation): string;
}

export function useTeamWords(): TeamWords {
  const { t } = useI18n();
  const time = useTimeWords();
  const store = useDistrictStore();

  const team = (id: TeamId): Team | undefined => store.district?.teams.find((x) => x.id === id);
  const name = (id: TeamId): string => team(id)?.name ?? '';

  function reason({ code, text = '', value = 0 }: Reason): string {
    return t(`desk.reason.${code}`, { text, value: SPANS.has(code) ? Math.max(1, Math.round(value / MINUTE_MS)) : value });
  }

  function why(candidate: Candidate): string {
    const said = candidate.reasons.filter(({ code }) => code !== 'busy').map(reason);
    return [...said, t('desk.teams.fixAge', { span: time.span(candidate.fixAgeMs, candidate.fixAgeMs < MINUTE_MS) })].join(t('ui.mark.comma'));
  }

  function passedOver({ passedOver: list }: Recommendation): string {
    const said = list.map((one) => t('desk.teams.passedOne', { team: name(one.teamId), why: reason(one.reason) }));
    return t('desk.teams.passedOver', { list: said.join(t('ui.mark.semicolon')) });
  }

  return { team, name, reason, why, passedOver };
}
