import { newUuid } from '../../ui/fill-random-uuid.ts';
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

/** The name under which a report, or a photo of it, is sent. */
export const newKey = newUuid;

export const unsentReport = (): UnsentReport | null => read<UnsentReport>(UNSENT);
export const keepUnsent = (report: UnsentReport | null): void => write(UNSENT, report);
export const keptReceipts = (): readonly KeptReceipt[] => read<KeptReceipt[]>(RECEIPTS) ?? [];
export const keepReceipt = (receipt: KeptReceipt): void => write(RECEIPTS, [receipt, ...keptReceipts().filter(({ code }) => code !== receipt.code)].slice(0, MOST_RECEIPTS));
