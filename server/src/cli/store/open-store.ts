import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { embeddedFile } from '../../config.ts';
import { openContents, type OpenContents } from '../../open-contents.ts';
import type { ContentsView } from '../../store/contents.ts';
import { CliRefusal } from '../refusals.ts';

/** A store as it is spoken of: without the password in its address. */
export function nameOf(address: string): string {
  return address.replace(/\/\/[^@/]*@/, '//');
}

/** Tells two addresses apart, however the path is written. */
export function placeOf(address: string): string {
  const file = embeddedFile(address);
  return file === null ? address : resolve(file);
}

async function open(address: string, isWritten: boolean): Promise<OpenContents> {
  const file = nameOf(address);
  if (!/^(sqlite:.|mongodb(\+srv)?:\/\/[^/]+\/[^/?]+)/.test(address)) throw new CliRefusal('STORE_ADDRESS_INVALID', { detail: file });
  const path = embeddedFile(address);
  if (!isWritten && path !== null && !existsSync(path)) throw new CliRefusal('STORE_MISSING', { file: path });
  let opened: OpenContents | null;
  try {
    opened = await openContents(address, isWritten);
  } catch (error) {
    throw new CliRefusal('STORE_UNOPENABLE', { file, detail: error instanceof Error ? error.message : String(error) });
  }
  if (opened === null) throw new CliRefusal('STORE_BUSY', { file });
  return opened;
}

/** Opens a store that is written into, for as long as `work` takes. */
export async function withTarget<T>(address: string, work: (target: OpenContents['contents']) => Promise<T>): Promise<T> {
  const target = await open(address, true);
  return work(target.contents).finally(() => target.close());
}

/** Shows `work` a store as it is now. Throws CliRefusal for one that was never carried to its end. */
export async function withSource<T>(address: string, work: (source: ContentsView) => Promise<T>): Promise<T> {
  const { contents, close } = await open(address, false);
  try {
    if (await contents.isUnfinished()) throw new CliRefusal('STORE_UNFINISHED', { file: nameOf(address) });
    const view = await contents.view();
    return await work(view).finally(() => view.release());
  } finally {
    await close();
  }
}
