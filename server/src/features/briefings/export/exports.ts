import { Worker } from 'node:worker_threads';
import type { Briefing, Page, Paper } from '@wangge/shared/briefing';
import type { ExportTask, FileFormat } from './export-task.ts';

export const MEDIA_TYPES: Readonly<Record<FileFormat, string>> = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Makes files and pages of frozen briefings, one at a time, each in a thread that ends with it. */
export interface Exports {
  file(briefing: Briefing, picture: Buffer | null, format: FileFormat): Promise<Buffer>;
  pages(briefing: Briefing, paper: Paper): Promise<readonly Page[]>;
}

function runTask(task: ExportTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('export.worker.ts', import.meta.url), { workerData: task, execArgv: ['--disable-warning=ExperimentalWarning'] });
    worker.once('message', resolve).once('error', reject).once('exit', (code) => reject(new Error(`export ended with ${code} and no answer`)));
  });
}

export function createExports(): Exports {
  let last: Promise<unknown> = Promise.resolve();
  function next(task: ExportTask): Promise<unknown> {
    const mine = last.then(() => runTask(task));
    last = mine.catch(() => undefined);
    return mine;
  }
  return {
    file: async (briefing, picture, format) => Buffer.from((await next({ briefing, picture, format })) as Uint8Array),
    pages: async (briefing, paper) => (await next({ briefing, picture: null, format: paper })) as readonly Page[],
  };
}
