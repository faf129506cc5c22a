import { parseArgs } from 'node:util';
import type { Config } from '../../config.ts';
import { CliRefusal } from '../refusals.ts';
import { optionRefusal } from '../run-command.ts';
import type { TerminalAddress } from './terminal-line.ts';

export interface ReplayOptions {
  readonly isHelp: boolean;
  readonly ticketsFile: string | undefined;
  readonly fleetFile: string | undefined;
  readonly mappingFiles: readonly string[];
  readonly speed: number;
  readonly limit: number;
  readonly url: string;
  readonly jt808: TerminalAddress;
  readonly dataDir: string;
  readonly apiKey: string | undefined;
  readonly wallKey: string | undefined;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args], strict: true,
      options: {
        tickets: { type: 'string' }, fleet: { type: 'string' }, mapping: { type: 'string', multiple: true }, speed: { type: 'string' }, limit: { type: 'string' },
        url: { type: 'string' }, jt808: { type: 'string' }, 'api-key': { type: 'string' }, 'wall-key': { type: 'string' }, help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw optionRefusal(error);
  }
}

function invalid(detail: string): CliRefusal {
  return new CliRefusal('OPTION_INVALID', { detail });
}

function addressOf(text: string): TerminalAddress {
  const found = /^(?<host>.+):(?<port>\d{1,5})$/.exec(text)?.groups;
  if (!found?.['host'] || Number(found['port']) > 65_535) throw invalid(`--jt808 应形如 127.0.0.1:8808，不是“${text}”`);
  return { host: found['host'], port: Number(found['port']) };
}

/** Reads the command line; what it leaves open comes from the settings. Throws CliRefusal naming what is wrong. */
export function readReplayOptions(args: readonly string[], config: Pick<Config, 'port' | 'jt808Port' | 'dataDir'>): ReplayOptions {
  const given = parse(args);
  const isHelp = given.help === true;
  if (!isHelp && given.tickets === undefined && given.fleet === undefined) throw invalid('请用 --tickets 或 --fleet 指出要回放的文件');
  const speed = Number(given.speed ?? 1);
  if (!Number.isFinite(speed) || speed <= 0) throw invalid(`--speed 应为大于 0 的倍数，不是“${given.speed}”`);
  const limit = given.limit === undefined ? Infinity : Number(given.limit);
  if (given.limit !== undefined && !(Number.isInteger(limit) && limit > 0)) throw invalid(`--limit 应为大于 0 的整数，不是“${given.limit}”`);
  const url = (given.url ?? `http://127.0.0.1:${config.port}`).replace(/\/+$/, '');
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) throw invalid(`--url 应形如 http://127.0.0.1:8080，不是“${given.url}”`);
  return {
    isHelp, ticketsFile: given.tickets, fleetFile: given.fleet, mappingFiles: given.mapping ?? [], speed, limit, url,
    jt808: addressOf(given.jt808 ?? `${new URL(url).hostname}:${config.jt808Port}`), dataDir: config.dataDir, apiKey: given['api-key'], wallKey: given['wall-key'],
  };
}
