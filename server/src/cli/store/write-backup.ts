import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { PARTS, type ContentsView, type Part } from '../../store/contents.ts';
import { CliRefusal } from '../refusals.ts';
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupHead, type BackupTail } from './backup-format.ts';
import { partLine, speedOf, type Reporter } from './reporter.ts';
import { RowDigest, type PartDigest } from './row-digest.ts';

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

async function* textOf(view: ContentsView, madeAt: number, reporter: Reporter): AsyncGenerator<string> {
  const head: BackupHead = { format: BACKUP_FORMAT, version: BACKUP_VERSION, epoch: view.epoch, madeAt: new Date(madeAt).toISOString() };
  yield line(head);
  const parts: Partial<Record<Part, PartDigest>> = {};
  for (const part of PARTS) {
    const [digest, startedAt, steps] = [new RowDigest(), performance.now(), await reporter.follow('备份', part, view)];
    yield line({ part });
    for await (const rows of view.read(part)) {
      const texts = rows.map((row) => JSON.stringify(row));
      digest.addLines(texts);
      yield `${texts.join('\n')}\n`;
      steps.rows(digest.rows);
    }
    steps.end();
    parts[part] = digest.end();
    reporter.say(partLine(part, parts[part], speedOf(parts[part].rows, performance.now() - startedAt)));
  }
  const tail: BackupTail = { end: true, parts: parts as BackupTail['parts'] };
  yield line(tail);
}

/** Writes a store into one file, readable by its owner only. The file has its name only once it is whole and on the disk. */
export async function writeBackup(view: ContentsView, path: string, madeAt: number, reporter: Reporter): Promise<void> {
  if (existsSync(path)) throw new CliRefusal('BACKUP_EXISTS', { file: path });
  const unfinished = `${path}.unfinished`;
  try {
    const file = await open(unfinished, 'w', 0o600);
    await pipeline(Readable.from(textOf(view, madeAt, reporter)), createGzip(), file.createWriteStream({ flush: true }));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
