import { prepareBrowser } from '../../support/prepare-browser.ts';
import { Checks } from '../checks.ts';
import { proveAway } from './away.ts';
import { proveClicks } from './clicks.ts';
import { proveLayout } from './layout.ts';
import { proveLosses } from './losses.ts';
import { readWallOptions, type WallOptions } from './options.ts';
import { Room } from './room.ts';
import { proveSeeing } from './seeing.ts';
import { proveSoak } from './soak.ts';
import { FULL, SHORT, type PartName, type Scale } from './scale.ts';
import { proveTakeover } from './takeover.ts';
import { proveTogether } from './together.ts';

/** What the last line tells beside the checks. */
type Told = Partial<Record<'scenes' | 'losses', number>>;

const PROOFS: Readonly<Partial<Record<PartName, (room: Room, scale: Scale, checks: Checks, options: WallOptions) => Promise<Told | void>>>> = {
  layout: async (room, scale, checks) => ({ scenes: await proveLayout(room, scale, checks) }),
  clicks: proveClicks,
  takeover: proveTakeover,
  losses: async (room, scale, checks, { seed }) => ({ losses: await proveLosses(room, scale, seed, checks) }),
  away: proveAway,
  soak: (room, scale, checks, { minutes }) => proveSoak(room, minutes ?? scale.soakMinutes, checks),
  seeing: proveSeeing,
  together: proveTogether,
};

async function proveAll(room: Room, scale: Scale, options: WallOptions, checks: Checks): Promise<Told> {
  let told: Told = {};
  for (const part of options.parts ?? scale.parts) {
    try {
      told = { ...told, ...await PROOFS[part]?.(room, scale, checks, options) };
    } catch (error) {
      checks.check(`${part} came to its end`, false, error instanceof Error ? error.stack ?? error.message : String(error));
    }
  }
  return told;
}

async function main(args: readonly string[]): Promise<number> {
  const options = readWallOptions(args);
  if (typeof options === 'number') return options;
  const lacking = prepareBrowser();
  if (lacking !== undefined) {
    process.stderr.write(`${lacking}\n`);
    return 1;
  }
  const checks = new Checks();
  const startedAt = Date.now();
  const room = await Room.open();
  const stop = (): void => void room.close().then(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  let told: Told = {};
  try {
    told = await proveAll(room, options.isShort ? SHORT : FULL, options, checks);
  } finally {
    await room.close();
  }
  checks.same('nothing was asked of any other server', room.outsideRequests, [], 'every request went to the address of the wall');
  checks.same('no page complained', room.complaints, [], 'not a word on the console but what was provoked');
  const counts = Object.entries(told).map(([what, count]) => ` ${what}=${count}`).join('');
  const took = ((Date.now() - startedAt) / 1_000).toFixed(0);
  process.stdout.write(`wall: ${checks.passed} of ${checks.passed + checks.failed} checks${counts} in ${took} s ${checks.failed === 0 ? 'ok' : 'FAILED'}\n`);
  return checks.failed === 0 ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
