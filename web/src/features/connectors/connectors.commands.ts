import type { ConnectorsView, LetterAction, LetterRow } from '@wangge/shared/connector';
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
