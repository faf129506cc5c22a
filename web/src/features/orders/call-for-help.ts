import { MINUTE_MS } from '@wangge/shared/base';
import { callRest } from '../../link/rest.ts';
import type { FieldFix } from './fix-storage.ts';
import type { DeedWish, Told } from './outbox.store.ts';

const SOS = '/api/v1/sos';
/** Help is not kept waiting for a place: the room knows where the unit was last seen. */
const PLACE_WITHIN_MS = 3_000;

export interface CallForHelp {
  /** As the page of what waits names it. */
  readonly words: Pick<DeedWish, 'matter' | 'deed'>;
  /** When it was pressed, server time, epoch ms. */
  readonly at: number;
  /** Where the phone was last. */
  readonly known: FieldFix | null;
  locate(): Promise<FieldFix | null>;
  tell(wish: DeedWish): Promise<Told>;
}

/**
 * 一键求助: kept on the phone before anything else and sent before whatever waits there; told at once besides, for a photo that is on its way may
 * hold the queue. Both say the same, and the server raises one alarm.
 */
export async function callForHelp({ words, at, known, locate, tell }: CallForHelp): Promise<Told['kind']> {
  const fix = known && at - known.at < MINUTE_MS ? known : await Promise.race([locate(), new Promise<null>((resolve) => { setTimeout(() => resolve(null), PLACE_WITHIN_MS); })]);
  const body = { at: Math.round(at), lngLat: fix ? [fix.lng, fix.lat] : null };
  const atOnce = callRest('POST', SOS, body);
  const kept = tell({ ...words, path: SOS, body, photoIds: [], isUrgent: true }).then(({ kind }) => kind, () => 'refused' as const);
  return (await atOnce).ok ? 'sent' : kept;
}
