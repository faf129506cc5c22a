import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { asId, type CaseId } from '@wangge/shared/base';
import type { CaseDetail, CaseRow } from '@wangge/shared/wire';
import { callRest } from '../../link/rest.ts';
import { useAccessStore } from '../access/access.store.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { assumeRow } from './assume-row.ts';
import { handedInToday, ordersInHand, passedOnToday, type OwnUnitId } from './my-orders.ts';
import { useOutboxStore } from './outbox.store.ts';

/** What the squad or department that is signed in has to do: as pushed, as answered, and as assumed while something waits to be sent. */
export const useOrdersStore = defineStore('orders', () => {
  const access = useAccessStore();
  const cases = useCasesStore();
  const outbox = useOutboxStore();
  const link = useLinkStatusStore();
  const details = shallowRef<ReadonlyMap<CaseId, CaseDetail>>(new Map());
  const chosenId = shallowRef<CaseId | null>(null);
  /** Pages shown from what the phone kept: not whole, so that they are read again when the server answers. */
  const assumed = new Set<CaseId>();

  const unitId = computed(() => ((access.role === 'squad' || access.role === 'department') && access.session?.unitId ? asId<OwnUnitId>(access.session.unitId) : null));
  const rows = computed(() => [...cases.rows.values()].map((row) => assumeRow(newest(row), outbox.commands)));
  const inHand = computed(() => (unitId.value ? ordersInHand(rows.value, unitId.value) : []));
  const doneToday = computed(() => (unitId.value ? handedInToday(rows.value, unitId.value, Date.now() + link.serverOffsetMs) : []));
  const passedOn = computed(() => (unitId.value ? passedOnToday(rows.value, unitId.value, Date.now() + link.serverOffsetMs) : []));
  /** The one order on the screen: the one the person chose, else the most urgent. */
  const current = computed(() => inHand.value.find((row) => row.id === chosenId.value) ?? inHand.value[0] ?? null);
  const others = computed(() => inHand.value.filter((row) => row.id !== current.value?.id));

  /** The pushed row, or what an answer to a command said where that is newer. */
  function newest(row: CaseRow): CaseRow {
    const answered = details.value.get(row.id)?.row;
    return answered && answered.revision > row.revision ? answered : row;
  }

  function take(detail: CaseDetail): void {
    const known = details.value.get(detail.row.id);
    if (known && known.row.revision > detail.row.revision) return;
    assumed.delete(detail.row.id);
    details.value = new Map(details.value).set(detail.row.id, detail);
  }

  /** Reads what a row does not hold (address, words, photos, what may be done), where the known page is older than the row. */
  async function loadDetail(id: CaseId): Promise<void> {
    const known = details.value.get(id);
    const revision = cases.rows.get(id)?.revision;
    if (known && !assumed.has(id) && revision !== undefined && known.row.revision >= revision) return;
    const answer = await callRest<CaseDetail>('GET', `/api/v1/cases/${encodeURIComponent(id)}`);
    if (answer.ok) take(answer.value);
  }

  /** Shows pages of cases as the phone kept them. */
  function assume(kept: readonly CaseDetail[]): void {
    for (const { row } of kept) assumed.add(row.id);
    details.value = new Map(kept.map((detail) => [detail.row.id, detail]));
  }

  /** Reads again what was shown from the phone, and every order in hand, so that the phone can show it without a net. */
  async function readAnew(): Promise<void> {
    for (const id of new Set([...assumed, ...inHand.value.map((row) => row.id)])) await loadDetail(id);
  }

  /** Deliveries on their way, so that what follows is told about the case as they left it. */
  const confirming = new Map<CaseId, Promise<void>>();

  /** Tells the command room that the order has reached the phone (已送达). A lost one is told again with the next change. */
  function confirmDelivery(row: CaseRow): Promise<void> {
    const confirmed = tellDelivery(row);
    confirming.set(row.id, confirmed);
    return confirmed;
  }

  async function tellDelivery(row: CaseRow): Promise<void> {
    const body = { action: 'deliver', expectedRevision: row.revision, commandId: `deliver-${row.id}-${row.order?.sentAt ?? 0}`.slice(0, 64), payload: {} };
    const answer = await callRest<{ case: CaseDetail }>('POST', `/api/v1/cases/${encodeURIComponent(row.id)}/commands`, body);
    if (answer.ok) take(answer.value.case);
  }

  /** Orders this page has told of, by their sending: one that is refused is not told again. */
  const told = new Set<string>();

  /** Tells that the order was really shown on this screen (已读), once a sending, through the outbox; a phone that is full tells it when it has room. */
  async function markSeen(row: CaseRow): Promise<void> {
    const sending = `${row.id} ${row.order?.sentAt ?? 0}`;
    if (row.state !== 'dispatched' || row.order?.seenAt !== null || told.has(sending)) return;
    told.add(sending);
    await confirming.get(row.id);
    const { revision } = rows.value.find(({ id }) => id === row.id) ?? row;
    await outbox.addCommand({ caseId: row.id, matter: row.matter, action: 'see', expectedRevision: revision, payload: {}, photoIds: [] })
      .catch(() => void told.delete(sending));
  }

  return { unitId, rows, inHand, doneToday, passedOn, current, others, details, chosenId, take, assume, readAnew, loadDetail, confirmDelivery, markSeen };
});
