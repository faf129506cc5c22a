import { onScopeDispose, watch } from 'vue';
import { useAccessStore } from '../access/access.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { signScreen } from './pairing.commands.ts';

const EVERY_MS = 20_000;

/**
 * A paired screen tells the server every twenty seconds that it shows its wall, so that the desk knows which are live. One that replays the past
 * tells that too, at once and at each leap, so that whoever directs the wall knows.
 */
export function useScreenSign(): void {
  const access = useAccessStore();
  const link = useLinkStatusStore();
  const tell = (replay: { readonly pastAt?: number | null }): void => {
    void signScreen({ widthPx: window.innerWidth, heightPx: window.innerHeight, pixelRatio: Math.min(8, window.devicePixelRatio), ...replay });
  };
  const sign = (): void => {
    if (link.pastAt !== null && access.role === 'wall') tell({ pastAt: Math.round(link.pastAt) });
    else if (access.session?.tile) tell({});
  };
  watch(() => [link.pastAt !== null, link.leaps], ([isPast], [wasPast]) => {
    if (isPast) sign();
    else if (wasPast && access.role === 'wall') tell({ pastAt: null });
  });
  const timer = setInterval(sign, EVERY_MS);
  const first = setTimeout(sign, 2_000);
  onScopeDispose(() => {
    clearInterval(timer);
    clearTimeout(first);
  });
}
