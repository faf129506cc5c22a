import { onScopeDispose } from 'vue';
import { useAccessStore } from '../access/access.store.ts';
import { signScreen } from './pairing.commands.ts';

const EVERY_MS = 20_000;

/** A paired screen tells the server every twenty seconds that it shows its wall, so that the desk knows which are live. */
export function useScreenSign(): void {
  const access = useAccessStore();
  const tell = (): void => {
    if (access.session?.tile) void signScreen({ widthPx: window.innerWidth, heightPx: window.innerHeight, pixelRatio: Math.min(8, window.devicePixelRatio) });
  };
  const timer = setInterval(tell, EVERY_MS);
  const first = setTimeout(tell, 2_000);
  onScopeDispose(() => {
    clearInterval(timer);
    clearTimeout(first);
  });
}
