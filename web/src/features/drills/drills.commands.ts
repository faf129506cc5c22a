import type { ShownDrill } from '@wangge/shared/drill';
import { callRest, type RestAnswer } from '../../link/rest.ts';
import { sendCommand, type CommandOutcome } from '../../link/send-command.ts';

/** Opens a drill; `commandId` makes a second press harmless. */
export function openDrill(wish: { readonly name: string; readonly areaCode?: string; readonly until: number }): Promise<RestAnswer<ShownDrill>> {
  return callRest('POST', '/api/v1/drills', { ...wish, commandId: crypto.randomUUID() });
}

/** Ends a drill, and its open cases with it. */
export function endDrill({ id, revision }: Pick<ShownDrill, 'id' | 'revision'>): Promise<CommandOutcome<ShownDrill>> {
  return sendCommand(`/api/v1/drills/${encodeURIComponent(id)}`, 'end', revision, {});
}
