/**
 * What stands between /field and the net (service worker): it keeps the built files of the page, so that it opens without one.
 * Answers of the API are never kept, nor is any other surface: its scope is /field. The files of one build are kept together
 * and go together, once no page of that build is open.
 */
/** Addresses of the files of this build, its entry first; put before this file by the build (`web/field-shell.ts`). */
declare const FIELD_SHELL: readonly [entry: string, ...rest: string[]];

const worker = self as unknown as ServiceWorkerGlobalScope;
const PAGE = '/field';
const FAMILY = 'wangge-field ';
const [ENTRY] = FIELD_SHELL;
const BUILD = FAMILY + ENTRY;
/** A net that says nothing for this long is none. */
const PATIENCE_MS = 4_000;

/** All or nothing: where the server has another build by now, its worker is the one to install. */
async function keepShell(): Promise<void> {
  const page = await fetch(PAGE, { cache: 'no-store' });
  if (!page.ok || !(await page.clone().text()).includes(ENTRY)) throw new Error('The page is of another build than its worker.');
  const kept = await caches.open(BUILD);
  await kept.addAll([...FIELD_SHELL]);
  await kept.put(PAGE, page);
}

async function dropOtherBuilds(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(FAMILY) && name !== BUILD) await caches.delete(name);
  await worker.clients.claim();
}

/** A page of this build is open: where it is the only one, nothing older needs its files any more. */
async function takeOver(): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.filter(({ url }) => new URL(url).pathname.startsWith(PAGE)).length <= 1) await worker.skipWaiting();
}

/** The page as the server has it now, else as it was kept. */
async function openPage(request: Request): Promise<Response> {
  const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  if (fresh && (fresh.ok || fresh.type === 'opaqueredirect')) return fresh;
  return (await caches.match(PAGE)) ?? fresh ?? Response.error();
}

/** A built file bears the hash of what is in it: whichever build kept it, it is the one. Faces of letters are kept as they are needed. */
async function builtFile(request: Request): Promise<Response> {
  const known = await caches.match(request.url);
  if (known) return known;
  const fresh = await fetch(request);
  if (fresh.ok) await (await caches.open(BUILD)).put(request.url, fresh.clone());
  return fresh;
}

worker.addEventListener('install', (event) => event.waitUntil(keepShell()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOtherBuilds()));
worker.addEventListener('message', (event) => { if (event.data === ENTRY) event.waitUntil(takeOver()); });
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(openPage(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(builtFile(request));
});
