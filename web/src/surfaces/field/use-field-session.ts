import { onScopeDispose, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import type { CaseAction } from '@wangge/shared/case';
import { useAccessStore } from '../../features/access/access.store.ts';
import { useDutyStore } from '../../features/orders/duty.store.ts';
import { useKeptViewStore } from '../../features/orders/kept-view.store.ts';
import { useOutboxStore } from '../../features/orders/outbox.store.ts';
import type { Delivered } from '../../features/orders/outbox.ts';
import { useOrdersStore } from '../../features/orders/orders.store.ts';
import { useSosStore } from '../../features/orders/sos.store.ts';
import { useLinkStatusStore } from '../../features/link-status/link-status.store.ts';
import { useRefusalWords } from '../../i18n/use-refusal-words.ts';
import { useTimeWords } from '../../i18n/use-time-words.ts';
import type { Notices } from './use-notices.ts';

/** Actions after which nothing on the order shows that they arrived. */
const TOLD: ReadonlySet<CaseAction> = new Set(['report-back', 'ask-room', 'request-return', 'request-extension', 'confirm-report', 'pass-check', 'contact-reporter']);
const ASK_AGAIN_MS = 5_000;

/**
 * Opens outbox and duty for whoever is signed in, or was when the server was last in reach; closes them when that changes, and says
 * what became of what was sent.
 */
export function useFieldSession(notices: Notices): void {
  const { t } = useI18n();
  const refusalWords = useRefusalWords();
  const access = useAccessStore();
  const orders = useOrdersStore();
  const outbox = useOutboxStore();
  const duty = useDutyStore();
  const link = useLinkStatusStore();
  const kept = useKeptViewStore();
  const sos = useSosStore();
  const time = useTimeWords();
  const route = useRoute();
  const router = useRouter();

  function whyOf(refusal: Delivered['refusal']): string {
    return refusal?.code === 'CASE_NOT_FOUND' ? t('field.outbox.notYours') : refusalWords(refusal?.code ?? '');
  }

  function onDelivered({ entry, how, detail, refusal }: Delivered): void {
    if (detail) orders.take(detail);
    if (entry.kind === 'command' && entry.action === 'see') return;
    if (entry.kind === 'report') return notices.say(t(entry.afterPhotoIds ? 'field.notice.selfHandled' : 'field.notice.reported', { matter: entry.matter }));
    if (entry.kind === 'deed' && entry.isUrgent) return void sos.ask();
    if (entry.kind === 'deed') return notices.say(t(entry.matter === '' ? 'field.work.toldAlone' : 'field.work.told', { matter: entry.matter, deed: entry.deed }));
    const words = { matter: entry.matter, action: t(`case.action.${entry.action}`) };
    if (how === 'refused') return notices.say(t('field.notice.refused', { ...words, why: whyOf(refusal) }), { isSticky: true, about: entry.caseId });
    if (how === 'rebased') notices.say(t('field.notice.rebased', words));
    if (how === 'settled') notices.say(t('field.notice.settled', words));
    if (how === 'done' && TOLD.has(entry.action)) notices.say(t('field.notice.reached', words));
  }

  watch(() => access.session?.person.id, async (personId, _before, onCleanup) => {
    if (!personId) return;
    let isOver = false;
    let stop = (): void => {};
    onCleanup(() => {
      isOver = true;
      stop();
      duty.stop();
    });
    stop = await outbox.start({ personId, personName: access.session?.person.name ?? '', unitId: access.session?.unitId ?? null, onDelivered });
    if (isOver) return stop();
    await duty.start(personId);
  }, { immediate: true });

  async function askAgain(): Promise<void> {
    if (access.session && !access.isAssumed) return;
    await access.load();
    if (access.session === null && !access.isLeaving) await router.replace({ path: '/signin', query: { next: route.fullPath } });
  }

  const timer = setInterval(() => void askAgain(), ASK_AGAIN_MS);
  let isOver = false;
  let stopKeeping = (): void => {};
  void kept.open().then(() => { if (!isOver) stopKeeping = kept.start(); });
  onScopeDispose(() => {
    isOver = true;
    stopKeeping();
    clearInterval(timer);
  });
  watch(() => link.status, (status) => { if (status === 'live') void outbox.flush(); });
  onScopeDispose(sos.follow());
  watch(() => sos.last, (call, before) => {
    if (call && call.closedAt !== null && before?.closedAt === null) notices.say(t('field.sos.over', { at: time.dayTime(call.closedAt, link.trueNow()) }), { isSticky: true });
  });
}
