import { spawn } from 'node:child_process';
import process from 'node:process';
import { stretchTo } from './stretch.mjs';

const HELP = `望格 · 大屏看护

  node wall-kiosk.mjs URL

等服务可用后以全屏打开 Chromium；浏览器退出、标签页崩溃或失去响应时重新打开，登录状态留在同一个配置目录里。

  WALL_BROWSER   Chromium 可执行文件，默认 chromium
  WALL_PROFILE   配置目录，默认 ./wall-profile
  WALL_FLAGS     另加的浏览器参数，空格分隔
  WALL_REAL      拼接处理器把信号拉伸成的墙面像素，例如 6720x2160；画面按墙面比例绘制（X11）
`;

const LOOK_EACH_MS = 2_000;
/** A page is asked this often whether it still answers, and given so long to. */
const ASK_EACH_MS = 10_000;
const ANSWER_WITHIN_MS = 20_000;
const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 30_000;
/** A browser that lived this long was no failure. */
const LONG_LIFE_MS = 60_000;
const END_WITHIN_MS = 5_000;

/** Full screen, no questions, sound without a press; DevTools over a pipe, so that no port is open. */
const FLAGS = [
  '--kiosk', '--no-first-run', '--noerrdialogs', '--disable-infobars', '--hide-crash-restore-bubble', '--disable-session-crashed-bubble', '--disable-pinch',
  '--overscroll-history-navigation=0', '--autoplay-policy=no-user-gesture-required', '--disable-component-update', '--remote-debugging-pipe',
];

const say = (words) => process.stdout.write(`${new Date().toISOString()} ${words}\n`);
const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Speaks DevTools over the pipe of a browser: JSON, each message ended by a zero byte. */
function speak(browser, onEvent) {
  const waiting = new Map();
  let [last, held] = [0, ''];
  browser.stdio[4].setEncoding('utf8').on('data', (text) => {
    const messages = (held + text).split('\0');
    held = messages.pop() ?? '';
    for (const message of messages.map((one) => JSON.parse(one))) {
      if (message.id === undefined) onEvent(message);
      else waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
  });
  for (const pipe of [browser.stdio[3], browser.stdio[4]]) pipe.on('error', () => undefined);
  return (method, params = {}, sessionId = undefined) => new Promise((resolve) => {
    last += 1;
    waiting.set(last, resolve);
    browser.stdio[3].write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
  });
}

/** Calls `fail` with words when a page of the browser crashes or no longer answers. */
function watch(browser, fail) {
  const pages = new Map();
  const ask = speak(browser, ({ method, params }) => {
    if (method === 'Target.targetCrashed') fail('标签页崩溃');
    if (method === 'Target.attachedToTarget' && params.targetInfo.type === 'page') pages.set(params.sessionId, Date.now());
    if (method === 'Target.detachedFromTarget') pages.delete(params.sessionId);
  });
  void ask('Target.setDiscoverTargets', { discover: true });
  void ask('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  const timer = setInterval(() => {
    for (const [page, answeredAt] of pages) {
      if (Date.now() - answeredAt > ASK_EACH_MS + ANSWER_WITHIN_MS) return fail('页面失去响应');
      void ask('Runtime.evaluate', { expression: '1' }, page).then(() => { if (pages.has(page)) pages.set(page, Date.now()); });
    }
  }, ASK_EACH_MS);
  browser.once('close', () => clearInterval(timer));
}

/** Resolves once the server answers: a page that cannot be loaded would leave the wall with an error of the browser. */
async function served(url) {
  for (let isTold = false; ; isTold = true) {
    if (await fetch(new URL('/healthz', url)).then(({ ok }) => ok, () => false)) return;
    if (!isTold) say('等待服务');
    await rest(LOOK_EACH_MS);
  }
}

let running = null;

/** Opens the wall and resolves when its browser is gone. */
function live(url) {
  const { WALL_BROWSER = 'chromium', WALL_PROFILE = './wall-profile', WALL_FLAGS = '' } = process.env;
  const browser = spawn(WALL_BROWSER, [...FLAGS, `--user-data-dir=${WALL_PROFILE}`, ...WALL_FLAGS.split(' ').filter(Boolean), url], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  running = browser;
  const gone = new Promise((resolve) => {
    browser.once('error', (error) => {
      say(`打不开浏览器：${error.message}`);
      resolve();
    });
    browser.once('close', resolve);
  });
  if (browser.pid !== undefined) {
    say(`已打开 ${new URL(url).origin}`);
    watch(browser, (why) => {
      say(`${why}，重新打开`);
      browser.kill('SIGTERM');
      setTimeout(() => browser.kill('SIGKILL'), END_WITHIN_MS).unref();
    });
  }
  return gone;
}

async function main() {
  const [url] = process.argv.slice(2);
  if (url === undefined || url === '--help' || !URL.canParse(url)) {
    process.stdout.write(HELP);
    process.exit(url === '--help' ? 0 : 2);
  }
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => {
      running?.once('close', () => process.exit(0));
      if (running === null || !running.kill('SIGTERM')) process.exit(0);
    });
  }
  for (let restMs = FIRST_REST_MS; ;) {
    await served(url);
    if (process.env.WALL_REAL) say(stretchTo(process.env.WALL_REAL).words);
    const beganAt = Date.now();
    await live(url);
    running = null;
    if (Date.now() - beganAt > LONG_LIFE_MS) restMs = FIRST_REST_MS;
    await rest(restMs);
    restMs = Math.min(2 * restMs, LONGEST_REST_MS);
  }
}

await main();
