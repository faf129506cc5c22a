import { onScopeDispose, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useLinkStatusStore } from '../../features/link-status/link-status.store.ts';
import { alertNewOrder } from '../../features/orders/order-alert.ts';
import { newsOf } from '../../features/orders/order-news.ts';
import { useOrdersStore } from '../../features/orders/orders.store.ts';
import type { Notices } from './use-notices.ts';

/** Tells of orders that come and go, and confirms to the command room those that are before somebody's eyes. */
export function useOrderNews(notices: Notices): void {
  const { t } = useI18n();
  const orders = useOrdersStore();
  const link = useLinkStatusStore();
  const isSeen = shallowRef(document.visibilityState === 'visible');
  const read = (): void => void (isSeen.value = document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', read);
  onScopeDispose(() => document.removeEventListener('visibilitychange', read));

  watch(() => (link.status === 'live' ? orders.inHand : null), (now, before) => {
    if (!now || !before) return;
    for (const { kind, row } of newsOf(before, now, (id) => orders.rows.find((one) => one.id === id))) {
      const isBeforeEyes = kind === 'newOrder' && orders.current?.id === row.id;
      notices.say(t(`field.notice.${kind}`, { matter: row.matter }), { isSticky: !isBeforeEyes, about: row.id });
      if (kind !== 'withdrawn') alertNewOrder();
    }
  });

  watch([() => orders.inHand, isSeen], ([rows, seen]) => {
    if (!seen) return;
    for (const row of rows) if (row.state === 'dispatched' && row.order?.deliveredAt === null) void orders.confirmDelivery(row);
  }, { immediate: true });
}
