import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { inBatches } from '../../platform/in-batches.ts';
import { PARTS, type ContentsView, type Part, type Row } from '../../store/contents.ts';
import { weighRow } from '../../store/row-weight.ts';
import { CliRefusal } from '../refusals.ts';
import { BACKUP_VERSION, headSchema, partSchema, tailSchema, type BackupHead, type BackupTail } from './backup-format.ts';
import { PART_NAMES } from './part-names.ts';
import { isSame, RowDigest, type PartDigest } from './row-digest.ts';

const damaged = (file: string, detail: string): CliRefusal => new CliRefusal('BACKUP_DAMAGED', { file, detail });

/** The lines of a gzip file; what follows the last line feed counts as one. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = createGunzip();
  source.once('error', (error) => text.destroy(error));
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const chunk of source.pipe(text)) {
      const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
      rest = lines.pop()!;
      yield* lines;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') throw new CliRefusal('FILE_UNREADABLE', { file, detail: code === 'ENOENT' ? '没有这个文件' : code });
    throw damaged(file, code === 'Z_BUF_ERROR' ? '文件被截断' : `解压出错（${code ?? String(error)}）`);
  } finally {
    source.destroy();
  }
  if (rest !== '') yield rest;
}

function parse(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? 'null');
  } catch {
    return null;
  }
}

function readHead(file: string, line: string | undefined): BackupHead {
  const head = headSchema.safeParse(parse(line));
  if (!head.success) throw new CliRefusal('BACKUP_UNKNOWN', { file, detail: '开头不是备份的格式' });
  if (head.data.version !== BACKUP_VERSION) throw new CliRefusal('BACKUP_UNKNOWN', { file, detail: `格式版本 ${head.data.version}，本程序只认 ${BACKUP_VERSION}；请用写它的版本` });
  return head.data;
}

/** Reads the whole file and throws CliRefusal unless every part has the rows and the hash that its tail tells. */
async function checkBackup(file: string): Promise<{ head: BackupHead; tail: BackupTail }> {
  const lines = linesOf(file);
  const head = readHead(file, (await lines.next()).value ?? undefined);
  const found: PartDigest[] = [];
  let digest: RowDigest | undefined;
  let tail: BackupTail | undefined;
  for await (const line of lines) {
    if (tail !== undefined) throw damaged(file, '结尾之后还有内容');
    if (line.startsWith('[') && digest) {
      digest.addLines([line]);
      continue;
    }
    if (digest) found.push(digest.end());
    digest = undefined;
    const part = partSchema.safeParse(parse(line));
    const end = tailSchema.safeParse(parse(line));
    if (part.success && part.data.part === PARTS[found.length]) digest = new RowDigest();
    else if (end.success) tail = end.data;
    else throw damaged(file, '有一行不是备份的内容');
  }
  if (tail === undefined) throw damaged(file, '没有结尾');
  for (const [i, part] of PARTS.entries()) {
    if (!found[i] || !isSame(found[i], tail.parts[part])) throw damaged(file, `${PART_NAMES[part]}与结尾所记的行数或 sha256 不符`);
  }
  return { head, tail };
}

async function* rowsOf(file: string, part: Part): AsyncGenerator<Row> {
  const begin = JSON.stringify({ part });
  let isInside = false;
  for await (const line of linesOf(file)) {
    if (line.startsWith('[')) {
      if (isInside) yield JSON.parse(line) as Row;
    } else if (isInside) return;
    else isInside = line === begin;
  }
}

/** A backup as something to be carried into a store. Throws CliRefusal when it is damaged, cut short, or none. */
export async function openBackup(file: string): Promise<ContentsView & { readonly madeAt: string }> {
  const { head, tail } = await checkBackup(file);
  return {
    epoch: head.epoch, madeAt: head.madeAt,
    count: async (part) => tail.parts[part].rows,
    read: (part) => inBatches(rowsOf(file, part), weighRow),
    release: async () => {},
  };
}
