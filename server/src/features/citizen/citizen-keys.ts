import { createHash, createHmac } from 'node:crypto';
import { receiptCodeFrom } from '@wangge/shared/citizen';
import { newSecret } from '../../platform/ids.ts';
import type { DocumentStore } from '../../store/document-store.ts';

/** The secret of the citizens' door, the same at every node and after every restart. */
export async function openDoorSecret(documents: DocumentStore): Promise<string> {
  const kept = await documents.get<string>('citizen-door', 'secret');
  if (kept) return kept;
  await documents.put('citizen-door', 'secret', newSecret());
  return (await documents.get<string>('citizen-door', 'secret'))!;
}

/**
 * The receipt code (回执码) of the report of a key. It follows from the key, so that a report sent again gets the same code; and the
 * key is kept on the phone alone, so that nothing that is stored here leads to the code.
 */
export function receiptCodeOf(secret: string, key: string): string {
  for (let round = 0; ; round += 1) {
    const code = receiptCodeFrom(createHmac('sha256', secret).update(`${key}.${round}`).digest());
    if (code) return code;
  }
}

/** What is stored of a receipt code. */
export function receiptHash(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}

/** The id under which a photo of a report is kept: the same bytes handed in again are the same photo. */
export function photoIdOf(key: string, bytes: Buffer): string {
  const hex = createHash('sha256').update(key).update(bytes).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
