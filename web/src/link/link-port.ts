import { LinkEngine } from './link-engine.ts';
import type { LinkCommand, LinkEvent } from './link-messages.ts';

/** The way to the engine, wherever it runs. */
export interface LinkPort {
  post(command: LinkCommand): void;
  /** Sets the one listener. */
  listen(listener: (event: LinkEvent) => void): void;
  stop(): void;
}

/** An engine on the page's own thread. */
export function openLocalPort(): LinkPort {
  let tell: (event: LinkEvent) => void = () => {};
  const engine = new LinkEngine((event) => tell(event));
  return {
    post: (command) => engine.take(command),
    listen: (listener) => void (tell = listener),
    stop: () => engine.take({ kind: 'close' }),
  };
}

/**
 * An engine in a worker. Where workers are refused, or the worker fails before it said anything, the same engine runs on
 * the page's thread and takes the commands given so far.
 */
export function openPort(): LinkPort {
  let worker: Worker;
  try {
    worker = new Worker(new URL('./link.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return openLocalPort();
  }
  let tell: (event: LinkEvent) => void = () => {};
  let local: LinkPort | null = null;
  let hasSpoken = false;
  const early: LinkCommand[] = [];
  worker.addEventListener('message', (event: MessageEvent<LinkEvent>) => {
    hasSpoken = true;
    early.length = 0;
    tell(event.data);
  });
  worker.addEventListener('error', () => {
    if (hasSpoken || local !== null) return;
    worker.terminate();
    local = openLocalPort();
    local.listen((event) => tell(event));
    for (const command of early) local.post(command);
  });
  return {
    post(command) {
      if (local !== null) return local.post(command);
      if (!hasSpoken) early.push(command);
      worker.postMessage(command);
    },
    listen: (listener) => void (tell = listener),
    stop() {
      local?.stop();
      worker.terminate();
    },
  };
}
