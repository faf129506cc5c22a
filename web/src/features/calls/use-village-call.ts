import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { CallDetail, CaseCalls } from '@wangge/shared/call';
import type { CaseId, DepartmentId } from '@wangge/shared/base';
import { useRefusalWords } from '../../i18n/use-refusal-words.ts';
import type { RestRefusal } from '../../link/rest.ts';
import { sendCommand } from '../../link/send-command.ts';
import { draftCall, readCaseCalls } from './calls.commands.ts';

/** The calls about one case, and calling the village about it: drafted and sent with one press. */
export interface VillageCall {
  readonly view: ShallowRef<CaseCalls | null>;
  /** Whether the village may be called now, or a draft of one's own waits to be sent. */
  readonly mayCall: ComputedRef<boolean>;
  /** Whether what was tried has to be written. */
  readonly asksWords: ComputedRef<boolean>;
  readonly isPending: ShallowRef<boolean>;
  readonly problem: ShallowRef<string | null>;
  read(): Promise<void>;
  send(tried: string, now: number): Promise<void>;
}

export function useVillageCall(caseId: CaseId): VillageCall {
  const { t } = useI18n();
  const words = useRefusalWords();
  const view = shallowRef<CaseCalls | null>(null);
  const isPending = shallowRef(false);
  const problem = shallowRef<string | null>(null);
  const commandId = crypto.randomUUID();
  const form = computed(() => (view.value?.form?.to === 'village' ? view.value.form : null));
  const unsent = computed(() => view.value?.calls.find(({ call, allowed }) => call.state === 'drafted' && allowed.includes('sign')) ?? null);
  const sentence = ({ code, detail }: RestRefusal): string => [words(code), detail].filter(Boolean).join(' · ');

  async function read(): Promise<void> {
    const answer = await readCaseCalls(caseId, new AbortController().signal);
    if (answer.ok) view.value = answer.value;
    else problem.value = sentence(answer);
  }

  async function drafted(tried: string, now: number): Promise<CallDetail | null> {
    if (!form.value) return unsent.value;
    const { draft } = form.value;
    const attempt = { unitId: draft.toUnitId as DepartmentId, at: now, how: 'handled', isSolved: false, words: tried } as const;
    const answer = await draftCall(caseId, { ...draft, study: tried, attempts: [...draft.attempts, attempt] }, commandId);
    if (!answer.ok) problem.value = sentence(answer);
    return answer.ok ? answer.value : null;
  }

  async function send(tried: string, now: number): Promise<void> {
    if (isPending.value) return;
    isPending.value = true;
    problem.value = null;
    const draft = await drafted(tried, now);
    const outcome = draft && await sendCommand<CallDetail>(`/api/v1/calls/${draft.call.id}`, 'sign', draft.call.revision, {});
    if (outcome && outcome.kind !== 'done') problem.value = outcome.kind === 'refused' ? sentence(outcome.refusal) : t('ui.conflict');
    isPending.value = false;
    await read();
  }

  return { view, mayCall: computed(() => form.value !== null || unsent.value !== null), asksWords: computed(() => form.value !== null), isPending, problem, read, send };
}
