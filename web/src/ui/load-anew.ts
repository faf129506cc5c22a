const KEPT_AS = 'loaded-anew-at';
/** A page that loading did not help is left as it is this long. */
const LEAST_APART_MS = 60_000;
const LOOK_EACH_MS = 3_000;

let isWaiting = false;

/** Loads the page anew once its server answers, for a page that cannot be loaded would leave the wall with an error of the browser. */
export function loadAnew(): void {
  if (isWaiting || Date.now() - Number(sessionStorage.getItem(KEPT_AS) ?? 0) < LEAST_APART_MS) return;
  isWaiting = true;
  void tryNow();
}

async function tryNow(): Promise<void> {
  const isServed = await fetch('/healthz', { cache: 'no-store' }).then(({ ok }) => ok, () => false);
  if (!isServed) return void setTimeout(() => void tryNow(), LOOK_EACH_MS);
  sessionStorage.setItem(KEPT_AS, String(Date.now()));
  location.reload();
}
