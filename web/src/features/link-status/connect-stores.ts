import { createLink } from '../../link/index.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { useFiguresStore } from '../figures/figures.store.ts';
import { useTickerStore } from '../ticker/ticker.store.ts';
import { useUnitsStore } from '../units/units.store.ts';
import { useLinkStatusStore } from './link-status.store.ts';

/**
 * Opens the page's link and lets it fill the stores; the answer closes it. Called by a surface once its session stands.
 * `onRefused` is told when the server does not let the page in.
 */
export function connectStores(onRefused: (code: string) => void): () => void {
  const cases = useCasesStore();
  const figures = useFiguresStore();
  const units = useUnitsStore();
  const ticker = useTickerStore();
  const status = useLinkStatusStore();
  const link = createLink({ url: location.origin });
  link.open({
    onSnapshot(message) {
      const known = cases.rows;
      status.caughtUp = message.cases.filter((row) => known.get(row.id)?.revision !== row.revision).length;
      cases.replaceAll(message.cases);
      figures.take(message.figures);
      units.replaceAll(message.units);
      ticker.replaceAll(message.ticker);
    },
    onDiff(message) {
      if (status.status !== 'live') status.caughtUp = message.cases.length;
      cases.upsert(message.cases, message.gone);
      ticker.add(message.ticker);
    },
    onFigures: (message) => figures.take(message.figures),
    onUnits: (message) => units.upsert(message.units),
    onFrame: (batch) => units.takeFrame(batch, Date.now()),
    onStatus: (next) => status.take(next),
    onRefused(refusal) {
      status.refusal = refusal.code;
      onRefused(refusal.code);
    },
  });
  return () => link.close();
}
