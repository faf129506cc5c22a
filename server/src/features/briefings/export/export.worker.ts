import { parentPort, workerData } from 'node:worker_threads';
import type { Page } from '@wangge/shared/briefing';
import { a4Pages } from '../pages/a4.ts';
import { stagePages } from '../pages/stage.ts';
import type { ExportTask } from './export-task.ts';

// Whatever writes a format is loaded by the task that needs it, in a thread of its own: live work is never held up.
async function run({ briefing, picture, format, page }: ExportTask): Promise<Uint8Array | readonly Page[] | null> {
  const bytes = picture && Buffer.from(picture);
  switch (format) {
    case 'pdf': return (await import('./to-pdf.ts')).toPdf(briefing, bytes);
    case 'xlsx': return (await import('./to-xlsx.ts')).toXlsx(briefing);
    case 'pptx': return (await import('./to-pptx.ts')).toPptx(briefing, bytes);
    case 'png': return (await import('./to-png.ts')).toPng(briefing, bytes, page);
    case 'a4': return a4Pages(briefing, (await import('./open-fonts.ts')).openDocument().measure);
    default: return stagePages(briefing, (await import('./open-fonts.ts')).openDocument().measure, format);
  }
}

parentPort?.postMessage(await run(workerData as ExportTask));
