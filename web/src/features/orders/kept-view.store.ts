import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import type { CaseDetail, CaseRow } from '@wangge/shared/wire';
import type { RestAnswer } from '../../link/rest.ts';
import { useAccessStore } from '../access/access.store.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { useDistrictStore } from '../district/district.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { openKeptDocuments, type KeptDocuments } from './idb-kept-view.ts';
import { bareDetail, isShowable } from './kept-view.ts';
import { useOrdersStore } from './orders.store.ts';

type Session = NonNullable<ReturnType<typeof useAccessStore>['session']>;

/** Who worked here, and the last word of the server by its clock and by the phone's. */
interface KeptWho {
  readonly session: Session;
  readonly heardAt: number;
  readonly heardHere: number;
}
interface KeptCases { readonly rows: readonly CaseRow[]; readonly details: readonly CaseDetail[] }
type Ground = Pick<ReturnType<typeof useDistrictStore>, 'district' | 'map'>;

/** `held`: shown from the phone, or from the server. `none`: this phone holds nothing to show. `ended`: what it held was too old. */
export type KeptState = 'held' | 'none' | 'ended';

const WRITE_AFTER_MS = 1_000;
const WRITE_EACH_MS = 30_000;

/**
 * 留底: what the page showed last, kept on the phone so that it opens without a net. Kept while somebody is signed in, thrown
 * away when they sign out, when the server no longer knows them, when another person comes, and when it is too old.
 */
export const useKeptViewStore = defineStore('kept-view', () => {
  const access = useAccessStore();
  const cases = useCasesStore();
  const district = useDistrictStore();
  const link = useLinkStatusStore();
  const orders = useOrdersStore();
  const state = shallowRef<KeptState>('held');
  /** As of when what the phone held was true, server time; null where it held nothing. */
  const asOf = shallowRef<number | null>(null);
  let opening: Promise<KeptDocuments | null> | null = null;
  let personId: string | null = null;
  /** The last word of the server before this page was opened, by the phone's clock. */
  let heardHere: number | null = null;
  /** Whether the cases are kept as they are shown, so that their time may go on. */
  let isWhole = false;

  const opened = (): Promise<KeptDocuments | null> => (opening ??= openKeptDocuments().catch(() => null));

  /** Shows what was kept, where the server has not said yet who this is. */
  async function open(): Promise<void> {
    const documents = await opened();
    const who = await documents?.read<KeptWho>('who');
    if (who && !isShowable(who.heardHere, Date.now())) await documents?.clear();
    else if (who && access.session === undefined) await show(who);
    if (access.session === undefined) state.value = who ? 'ended' : 'none';
  }

  async function show(who: KeptWho): Promise<void> {
    const documents = await opened();
    const [ground, kept] = [await documents?.read<Ground>('ground'), await documents?.read<KeptCases>('cases')];
    if (access.session !== undefined) return;
    if (ground) district.assume(ground);
    if (kept) {
      cases.replaceAll(kept.rows);
      // An older build kept pages without what this one added to them.
      orders.assume(kept.details.map(bareDetail));
    }
    asOf.value = who.heardAt;
    heardHere = who.heardHere;
    personId = who.session.person.id;
    access.assume(who.session);
  }

  /** Keeps what the page shows from now on. Answers how to stop. */
  function start(): () => void {
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const soon = (name: string, write: () => Promise<void>): void => {
      if (!timers.has(name)) timers.set(name, setTimeout(() => { timers.delete(name); void write(); }, WRITE_AFTER_MS));
    };
    const stops = [
      watch(() => access.session, (session) => void follow(session), { immediate: true }),
      watch(() => link.hasPicture, (has) => { if (has) void keepCases().then(orders.readAnew); }, { immediate: true }),
      watch([() => cases.rows, () => orders.details], () => soon('cases', keepCases), { immediate: true }),
      watch([() => district.district, () => district.map], () => soon('ground', keepGround), { immediate: true }),
    ];
    const each = setInterval(() => void (isTooOld() ? putAway() : keepWho()), WRITE_EACH_MS);
    const onHide = (): void => { if (document.visibilityState === 'hidden') void keepCases(); };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      stops.forEach((stop) => stop());
      clearInterval(each);
      timers.forEach((timer) => clearTimeout(timer));
      document.removeEventListener('visibilitychange', onHide);
    };
  }

  async function follow(session: Session | null | undefined): Promise<void> {
    if (session === undefined) return;
    state.value = 'held';
    const isOther = session === null || (personId !== null && personId !== session.person.id);
    personId = session?.person.id ?? null;
    if (!isOther) return;
    isWhole = false;
    await (await opened())?.clear();
  }

  /** Whether the server was silent for so long that the page, also one that stayed open, shows nothing any more. */
  function isTooOld(): boolean {
    const heard = link.lastMessageAt ?? heardHere;
    return Boolean(access.session) && heard !== null && !isShowable(heard, Date.now());
  }

  async function putAway(): Promise<void> {
    access.doubt();
    state.value = 'ended';
    await (await opened())?.clear();
  }

  /** Only what the server says of somebody it knows is kept. */
  const isConfirmed = (): boolean => Boolean(access.session) && !access.isAssumed;

  async function keepWho(): Promise<void> {
    const { heardAt, lastMessageAt } = link;
    if (isWhole && isConfirmed() && heardAt !== null && lastMessageAt !== null) await (await opened())?.write('who', { session: access.session!, heardAt, heardHere: lastMessageAt } satisfies KeptWho);
  }

  async function keepCases(): Promise<void> {
    if (!isConfirmed() || !link.hasPicture) return;
    isWhole = await (await opened())?.write('cases', { rows: [...cases.rows.values()], details: [...orders.details.values()].map(bareDetail) } satisfies KeptCases) ?? false;
    await keepWho();
  }

  async function keepGround(): Promise<void> {
    if (isConfirmed() && district.district) await (await opened())?.write('ground', { district: district.district, map: district.map } satisfies Ground);
  }

  /** What the server answers, kept under `name`; while it is out of reach what it answered last. */
  async function through<T>(name: string, reading: Promise<RestAnswer<T>>): Promise<RestAnswer<T>> {
    const answer = await reading;
    if (answer.ok && isConfirmed()) await (await opened())?.write(`answer ${name}`, answer.value);
    if (answer.ok || answer.code !== 'UNREACHABLE') return answer;
    const kept = await (await opened())?.read<T>(`answer ${name}`);
    return kept === undefined ? answer : { ok: true, value: kept };
  }

  return { state, asOf, open, start, through };
});
