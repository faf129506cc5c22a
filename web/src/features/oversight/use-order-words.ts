import { useI18n } from 'vue-i18n';
import { lampAt, type Lamp } from '@wangge/shared/calendar';
import type { Addressee, Oversight, OversightState, Rung, Signer } from '@wangge/shared/oversight';
import { useTimeWords, type TimeWords } from '../../i18n/use-time-words.ts';
import { useDistrictStore } from '../district/district.store.ts';

/** A time and its lamp, ready to be shown. */
export interface OrderTime {
  readonly text: string;
  readonly lamp: Lamp | null;
}

/** An order in words of the reader. */
export interface OrderWords extends TimeWords {
  village(code: string): string;
  /** 司法所 负责人 */
  to(addressee: Addressee): string;
  signer(signer: Signer): string;
  stateOf(order: { readonly rung: Rung; readonly state: OversightState }): string;
  /** What is left to reply, or how late it is; empty where none is owed now. */
  replyTime(order: Oversight, now: number): OrderTime;
  /** How late the case is, or what is left of it. */
  caseTime(dueAt: number | null, now: number): string;
}

export function useOrderWords(): OrderWords {
  const { t } = useI18n();
  const time = useTimeWords();
  const district = useDistrictStore();

  function to({ post, departmentId }: Addressee): string {
    const name = departmentId === null ? '' : district.departmentNames.get(departmentId) ?? '';
    return [name, t(`oversight.post.${post}`)].filter(Boolean).join(' ');
  }

  function signer({ role, name }: Signer): string {
    const said = t(`case.role.${role}`);
    return name === null ? t('oversight.page.onDuty', { role: said }) : `${said} ${name}`;
  }

  function replyTime({ state, replyClock }: Oversight, now: number): OrderTime {
    if (state !== 'open' || replyClock === null) return { text: '', lamp: null };
    const leftMs = replyClock.dueAt - now;
    return { text: t(leftMs >= 0 ? 'oversight.time.left' : 'oversight.time.over', { span: time.span(Math.abs(leftMs)) }), lamp: lampAt(replyClock, now) };
  }

  function caseTime(dueAt: number | null, now: number): string {
    if (dueAt === null) return t('oversight.time.caseEnded');
    return t(dueAt >= now ? 'oversight.time.caseLeft' : 'oversight.time.caseOver', { span: time.span(Math.abs(dueAt - now)) });
  }

  return {
    ...time, to, signer, replyTime, caseTime,
    village: (code) => district.villageNames.get(code) ?? '',
    stateOf: ({ rung, state }) => (rung === 'urge' && state === 'open' ? t('oversight.urgeState') : t(`oversight.state.${state}`)),
  };
}
