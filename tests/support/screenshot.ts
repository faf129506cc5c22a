import { parseArgs } from 'node:util';
import { launchBrowser, openPage, takeScreenshot } from './browser.ts';

const USAGE = `node tests/support/screenshot.ts URL OUT.png [WIDTHxHEIGHT] [--wait ms] [--phone]

Opens URL, waits (3000 ms unless told), writes OUT.png and prints what the page complained about.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { wait: { type: 'string', default: '3000' }, phone: { type: 'boolean', default: false } },
  });
  const [url, out, size = '1920x1080'] = positionals;
  const [width = NaN, height = NaN] = size.split('x').map(Number);
  const waitMs = Number(values.wait);
  if (url === undefined || out === undefined || ![width, height, waitMs].every(Number.isFinite)) {
    console.error(USAGE);
    return 2;
  }
  const browser = await launchBrowser();
  try {
    const opened = await openPage(browser, url, { viewport: { width, height }, isPhone: values.phone });
    await opened.page.waitForTimeout(waitMs);
    await takeScreenshot(opened.page, out);
    for (const complaint of opened.consoleErrors) console.log(complaint);
    for (const address of opened.outsideRequests) console.log(`outside request: ${address}`);
    console.log(`${out}: ${opened.consoleErrors.length} console errors, ${opened.outsideRequests.length} outside requests`);
    return 0;
  } finally {
    await browser.close();
  }
}

process.exitCode = await main();
