import { watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useCaseWords } from '../../features/cases/composables/use-case-words.ts';
import { useLinkStatusStore } from '../../features/link-status/link-status.store.ts';
import { alertNewOrder } from '../../features/orders/order-alert.ts';
import { newsOf, type OrderNews } from '../../features/orders/order-news.ts';
import { useOrdersStore } from '../../features/orders/orders.store.ts';
import type { Notices } from './use-notices.ts';

/** What makes the phone sound: something to be done, not something that is over. */
const SOUNDS: ReadonlySet<OrderNews['kind']> = new Set(['newOrder', 'reopened', 'reminded']);

/** Tells of orders that come and go or wait to be signed, and confirms to the command room those that have reached the phone. */
export function useOrderNews(notices: Notices): void {
  const { t } = useI18n();
  const words = useCaseWords();
  const orders = useOrdersStore();
  const link = useLinkStatusStore();

  watch(() => (link.status === 'live' ? orders.inHand : null), (now, before) => {
    if (!now || !before) return;
    for (const { kind, row } of newsOf(before, now, (id) => orders.rows.find((one) => one.id === id))) {
      const isBeforeEyes = kind === 'newOrder' && orders.current?.id === row.id;
      notices.say(t(`field.notice.${kind}`, { matter: row.matter, team: words.team(row.order?.teamId ?? null) }), { isSticky: !isBeforeEyes, about: row.id });
      if (SOUNDS.has(kind)) alertNewOrder();
    }
  });

  watch(() => orders.inHand, (rows) => {
    for (const row of rows) if (row.state === 'dispatched' && row.order?.deliveredAt === null) void orders.confirmDelivery(row);
  }, { immediate: true });
}
