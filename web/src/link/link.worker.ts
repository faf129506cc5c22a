import { LinkEngine } from './link-engine.ts';
import type { LinkCommand } from './link-messages.ts';

/** Runs the connection beside the page, so that neither JSON nor frames are read on the thread that draws. */
const engine = new LinkEngine((event, transfer) => postMessage(event, { transfer }));
addEventListener('message', (event: MessageEvent<LinkCommand>) => engine.take(event.data));
