import { onScopeDispose, watch, type Ref } from 'vue';
import { createLink, type Link, type LinkListeners, type Surface } from '../../link/index.ts';
import { useBoardsStore } from '../boards/boards.store.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { useFiguresStore } from '../figures/figures.store.ts';
import { useStoreTroubleStore } from '../store-trouble/store-trouble.store.ts';
import { useTickerStore } from '../ticker/ticker.store.ts';
import { useUnitsStore } from '../units/units.store.ts';
import { useDistrictStore } from '../district/district.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';

/** A page older than the server asks for itself anew after this pause. */
const RELOAD_MS = 5_000;

/** Whether the page shows another time than the present. */
const isElsewhere = ({ pastAt, heldAt }: { readonly pastAt: number | null; readonly heldAt: number | null }): boolean => pastAt !== null || heldAt !== null;

/** Fills the stores from what the link hands out; the one place where pushed data enters the page. */
function fillStores(): LinkListeners {
  const boards = useBoardsStore();
  const cases = useCasesStore();
  const figures = useFiguresStore();
  const ticker = useTickerStore();
  const units = useUnitsStore();
  const trouble = useStoreTroubleStore();
  const link = useLinkStatusStore();
  let isCatchingUp = false;

  function tellCatchUp(count: number): void {
    if (!isCatchingUp) return;
    isCatchingUp = false;
    link.caughtUp = { at: Date.now(), count };
  }

  /** While the past is shown or the picture is held, what happens meanwhile is left aside: a whole picture comes with the return. */
  const whilePresent = <Message>(take: (message: Message) => void) => (message: Message): void => {
    if (!isElsewhere(link) && !link.isReturning) take(message);
  };

  return {
    onSnapshot(message) {
      if (isElsewhere(link) && !link.isReturning) return;
      if (link.isReturning) link.showPresent();
      const changed = message.cases.filter(({ id, revision }) => cases.rows.get(id)?.revision !== revision).length;
      cases.replaceAll(message.cases);
      units.replaceAll(message.units);
      ticker.replaceAll(message.ticker);
      if (message.figures) figures.take(message.figures, Date.now());
      link.hasPicture = true;
      tellCatchUp(changed);
    },
    onDiff: whilePresent((message) => {
      cases.upsert(message.cases, message.gone, message.at);
      ticker.add(message.ticker);
      tellCatchUp(message.cases.length + message.gone.length);
    }),
    onFigures: whilePresent(({ figures: next }) => figures.take(next, Date.now())),
    onUnits: whilePresent(({ units: rows }) => units.upsert(rows)),
    onBoards: ({ versions }) => boards.hint(versions),
    onTrouble: ({ store }) => trouble.take(store),
    onFrame: whilePresent((batch) => units.takeFrame(batch, Date.now())),
    onStatus(status) {
      if (status.state === 'lost') isCatchingUp = true;
      if (status.state === 'live') link.refusedCode = null;
      link.take(status);
    },
    onRefused({ code }) {
      link.refusedCode = code;
      if (code === 'PROTOCOL_TOO_OLD') setTimeout(() => location.reload(), RELOAD_MS);
    },
  };
}

/**
 * Keeps the page's one link open while `visitor` names who watches and on which surface, and opens it anew when that changes (another
 * person, role or surface sees other rows). Null closes it. The district is read along with it.
 */
export function useLiveLink(visitor: Ref<{ readonly name: string; readonly surface: Surface } | null>): void {
  const district = useDistrictStore();
  const listeners = fillStores();
  let link: Link | null = null;

  watch(() => visitor.value && `${visitor.value.name} ${visitor.value.surface}`, () => {
    if (visitor.value === null) return link?.close();
    void district.load();
    useBoardsStore().forget();
    link ??= createLink({ url: location.origin });
    // What was shown to another person, or on another surface, is no picture of this one.
    Object.assign(useLinkStatusStore(), { refusedCode: null, hasPicture: false, surface: visitor.value.surface });
    if (isElsewhere(useLinkStatusStore())) useLinkStatusStore().showPresent();
    link.open(listeners, visitor.value.surface);
  }, { immediate: true });
  // Opened anew, the link brings the whole present at once.
  watch(() => useLinkStatusStore().isReturning, (isReturning) => { if (isReturning && visitor.value) link?.open(listeners, visitor.value.surface); });
  onScopeDispose(() => link?.close());
}
