import { Worker } from 'node:worker_threads';
import type { Briefing, Page, Paper } from '@wangge/shared/briefing';
import type { ExportTask, FileFormat } from './export-task.ts';

export const MEDIA_TYPES: Readonly<Record<FileFormat, string>> = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
};

/** Sets of pages held as they were drawn: several browsers of a wall ask for the same at once. */
const PAGES_HELD = 12;

/** Makes files and pages of frozen briefings, one at a time, each in a thread that ends with it. */
export interface Exports {
  /** `page` of a PNG, from 1; null: all pages. Answers null for a page there is not. */
  file(briefing: Briefing, picture: Buffer | null, format: FileFormat, page?: number | null): Promise<Buffer | null>;
  pages(briefing: Briefing, paper: Paper): Promise<readonly Page[]>;
}

function runTask(task: ExportTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('export.worker.ts', import.meta.url), { workerData: task, execArgv: ['--disable-warning=ExperimentalWarning'] });
    worker.once('message', resolve).once('error', reject).once('exit', (code) => reject(new Error(`export ended with ${code} and no answer`)));
  });
}

export function createExports(): Exports {
  const held = new Map<string, Promise<readonly Page[]>>();
  let last: Promise<unknown> = Promise.resolve();
  function next(task: ExportTask): Promise<unknown> {
    const mine = last.then(() => runTask(task));
    last = mine.catch(() => undefined);
    return mine;
  }
  return {
    async file(briefing, picture, format, page = null) {
      const bytes = (await next({ briefing, picture, format, page })) as Uint8Array | null;
      return bytes && Buffer.from(bytes);
    },
    pages(briefing, paper) {
      const { id, revision } = briefing;
      const key = `${id}/${revision}/${paper}`;
      const drawn = held.get(key) ?? (next({ briefing, picture: null, format: paper, page: null }) as Promise<readonly Page[]>);
      held.delete(key);
      held.set(key, drawn);
      drawn.catch(() => held.delete(key));
      if (held.size > PAGES_HELD) held.delete(held.keys().next().value!);
      return drawn;
    },
  };
}
