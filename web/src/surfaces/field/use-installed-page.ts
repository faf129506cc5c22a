import { onMounted, onScopeDispose } from 'vue';

/** In the head while the page is open: what a phone needs to put it among its apps. Other surfaces are no apps. */
const HEAD: readonly Readonly<Record<string, string>>[] = [
  { rel: 'manifest', href: '/field.webmanifest' },
  { rel: 'apple-touch-icon', href: '/icons/field-180.png' },
];

/**
 * Makes the page one that a phone installs and opens without a net. A page without HTTPS has no worker: it works as long as it
 * stays open. The worker is told which build is on the screen, so that it can put away older ones.
 */
export function useInstalledPage(): void {
  const links = HEAD.map((given) => Object.assign(document.createElement('link'), given));

  onMounted(() => {
    document.head.append(...links);
    if (import.meta.env.PROD && 'serviceWorker' in navigator) void register();
  });
  onScopeDispose(() => links.forEach((link) => link.remove()));
}

async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.register('/field-worker.js', { scope: '/field', updateViaCache: 'none' }).catch(() => null);
  if (!registration) return;
  const tell = (worker: ServiceWorker | null): void => worker?.postMessage(new URL(entry()).pathname);
  tell(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => { if (worker.state === 'installed') tell(worker); });
  });
}

/** Address of the script this page began with: its name changes with every build. */
function entry(): string {
  return document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? location.href;
}
