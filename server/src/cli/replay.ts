import { createHash } from 'node:crypto';
import { areaCentroid, type LngLat } from '@wangge/shared/geo';
import type { DistrictMap } from '@wangge/shared/district-map';
import { readOwnConfig } from '../config.ts';
import { decodeText } from '../platform/csv.ts';
import { parseCsv, readBytes, type CsvTable } from './read-csv.ts';
import { Progress } from './progress.ts';
import { runCommand } from './run-command.ts';
import { createAreaPlacer } from './replay/area-placer.ts';
import { chooseMapping, readMapping, shippedMappings, type NamedMapping } from './replay/choose-mapping.ts';
import { readTracks } from './replay/fleet-tracks.ts';
import { REPLAY_HELP } from './replay/help.ts';
import { limitTracks } from './replay/limit-tracks.ts';
import { readReplayOptions, type ReplayOptions } from './replay/options.ts';
import { replayFleet } from './replay/replay-fleet.ts';
import { replayTickets } from './replay/replay-tickets.ts';
import { ask, channelKey, fetchMap, readSecrets } from './replay/server-access.ts';
import { ticketBatches } from './replay/ticket-batches.ts';
import { readTickets, type RefusedRow } from './replay/ticket-reports.ts';
import { basename } from 'node:path';

/** What one file came to, in words, and its rows that were not used. */
interface Played {
  readonly file: string;
  readonly sentence: string;
  readonly refused: readonly RefusedRow[];
}

type MapReader = () => Promise<DistrictMap>;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function open(path: string): { table: CsvTable; hash: string } {
  const bytes = readBytes(path);
  return { table: parseCsv(basename(path), decodeText(bytes)), hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16) };
}

async function playTickets(path: string, options: ReplayOptions, given: readonly NamedMapping[], readMap: MapReader, progress: Progress): Promise<Played> {
  const { table, hash } = open(path);
  const { mapping } = chooseMapping('tickets', table, given, shippedMappings());
  const byArea = 'byArea' in mapping.place ? createAreaPlacer(await readMap(), mapping.place.aliases) : () => null;
  const { reports, refused } = readTickets(table, mapping, byArea);
  const apiKey = options.apiKey ?? channelKey(readSecrets(options.dataDir), options.dataDir);
  const outcome = await replayTickets(ticketBatches(reports.slice(0, options.limit), hash), { url: options.url, apiKey }, options.speed, progress);
  const known = outcome.repeated > 0 ? `（其中 ${outcome.repeated} 件此前已受理，未重复）` : '';
  return { file: table.file, sentence: `诉求 受理 ${outcome.accepted} 件${known}`, refused: [...refused, ...outcome.refused] };
}

async function playFleet(path: string, options: ReplayOptions, given: readonly NamedMapping[], readMap: MapReader, progress: Progress): Promise<Played> {
  const { table } = open(path);
  const { mapping } = chooseMapping('fleet', table, given, shippedMappings());
  const centre: LngLat = mapping.shift?.to === 'district-centre' ? areaCentroid((await readMap()).outline.geometry) : [0, 0];
  const { tracks, refused } = readTracks(table, mapping, centre);
  const outcome = await replayFleet(limitTracks(tracks, options.limit), options.jt808, mapping.edition, options.speed, progress);
  return { file: table.file, sentence: `定位 ${outcome.terminals} 台终端 送出 ${outcome.taken} 点`, refused: [...refused, ...outcome.refused] };
}

function report(played: readonly Played[], tookMs: number): void {
  for (const { file, refused } of played) {
    for (const { line, reason } of refused.toSorted((a, b) => a.line - b.line)) say(`${file}:${line} ${reason}`);
  }
  const parts = played.map(({ sentence, refused }) => `${sentence}，未用 ${refused.length} 行`);
  say(`回放完成：${parts.join('；')}；用时 ${(tookMs / 1_000).toFixed(1)} 秒`);
}

/** 文件回放: plays files of tickets and positions through the doors of a running server. */
async function main(): Promise<number> {
  const options = readReplayOptions(process.argv.slice(2), readOwnConfig());
  if (options.isHelp) {
    process.stdout.write(REPLAY_HELP);
    return 0;
  }
  const startedAt = Date.now();
  const given = options.mappingFiles.map(readMapping);
  await ask(`${options.url}/healthz`);
  let map: Promise<DistrictMap> | undefined;
  const readMap: MapReader = () => (map ??= fetchMap(options.url, options.wallKey ?? readSecrets(options.dataDir)?.wallKey));
  const progress = new Progress(process.stderr, () => Date.now());
  const played = await Promise.all([
    ...(options.ticketsFile === undefined ? [] : [playTickets(options.ticketsFile, options, given, readMap, progress)]),
    ...(options.fleetFile === undefined ? [] : [playFleet(options.fleetFile, options, given, readMap, progress)]),
  ]);
  progress.end();
  report(played, Date.now() - startedAt);
  return 0;
}

await runCommand(main);
