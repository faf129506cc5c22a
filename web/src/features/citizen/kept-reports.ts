import type { LngLat } from '@wangge/shared/geo';

/** A report that is being written, and the key under which it is sent: kept until the server has it. */
export interface UnsentReport {
  readonly key: string;
  readonly typeCode: string;
  readonly description: string;
  readonly address: string;
  readonly lngLat: LngLat | null;
  readonly name?: string;
  readonly phone?: string;
}

/** A receipt this phone was given. */
export interface KeptReceipt {
  readonly code: string;
  readonly matter: string;
  readonly at: number;
}

const UNSENT = 'wangge-report';
const RECEIPTS = 'wangge-receipts';
const MOST_RECEIPTS = 20;

function read<T>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

/** A phone that keeps nothing (private window, no room) still reports. */
function write(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch { /* nothing is kept */ }
}

/** A version 4 UUID; `randomUUID` is missing on a page without HTTPS. */
export function newKey(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export const unsentReport = (): UnsentReport | null => read<UnsentReport>(UNSENT);
export const keepUnsent = (report: UnsentReport | null): void => write(UNSENT, report);
export const keptReceipts = (): readonly KeptReceipt[] => read<KeptReceipt[]>(RECEIPTS) ?? [];
export const keepReceipt = (receipt: KeptReceipt): void => write(RECEIPTS, [receipt, ...keptReceipts().filter(({ code }) => code !== receipt.code)].slice(0, MOST_RECEIPTS));
