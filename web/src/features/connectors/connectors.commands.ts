import type { ConnectorKeyRow, ConnectorsView, LetterAction, LetterRow } from '@wangge/shared/connector';
import { callRest, type RestAnswer } from '../../link/rest.ts';
import { sendCommand, type CommandOutcome } from '../../link/send-command.ts';

export function readConnectors(): Promise<RestAnswer<ConnectorsView>> {
  return callRest('GET', '/api/v1/connectors');
}

const addressOf = (id: string): string => `/api/v1/connectors/letters/${encodeURIComponent(id)}`;

/** What a dead letter says, null where its end took the text; `paths`: where in it the field stands that it was refused for. */
export function readLetter(id: string): Promise<RestAnswer<{ readonly letter: LetterRow; readonly text: string | null; readonly paths: readonly string[] }>> {
  return callRest('GET', addressOf(id));
}

/** Sends it through again, mended or as it is, or puts it aside. */
export function actOnLetter({ id, revision }: LetterRow, action: LetterAction, payload: { readonly text?: string; readonly reason?: string }): Promise<CommandOutcome<{ readonly letter: LetterRow }>> {
  return sendCommand(addressOf(id), action, revision, payload);
}

export const readKeys = (): Promise<RestAnswer<{ readonly keys: readonly ConnectorKeyRow[] }>> => callRest('GET', '/api/v1/connectors/keys');

/** Sets what a polled system wants to see, or sets it anew. */
export const keepKey = (id: string, key: string): Promise<RestAnswer<null>> => callRest('PUT', `/api/v1/connectors/${encodeURIComponent(id)}/key`, { key });

/** Makes what signs messages out anew; the answer is the only one that holds it. */
export const renewSecret = (id: string): Promise<RestAnswer<{ readonly secret: string }>> => callRest('POST', `/api/v1/connectors/${encodeURIComponent(id)}/secrets`, {});
