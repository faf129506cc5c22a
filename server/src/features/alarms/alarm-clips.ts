import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const CLIP = /^([a-z0-9-]{1,40})\.mp3$/;

/** Recorded sentences that an installation has put beside its data: `clips/<id of the rule>.mp3`. */
export interface AlarmClips {
  ids(): readonly string[];
  /** The recording; null where there is none. */
  open(id: string): Readable | null;
}

/** Looks into the folder whenever it is asked, so that a clip put there is used at once. */
export function createAlarmClips(folder: string): AlarmClips {
  function ids(): string[] {
    return existsSync(folder) ? readdirSync(folder).flatMap((name) => CLIP.exec(name)?.[1] ?? []) : [];
  }
  return { ids, open: (id) => (ids().includes(id) ? createReadStream(join(folder, `${id}.mp3`)) : null) };
}
