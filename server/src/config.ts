import { z } from 'zod';
import { baseMapSetting, baseMapVariables, type BaseMapSetting } from './platform/base-map-setting.ts';

const portNumber = z.coerce.number().int().min(0).max(65_535);

/** Hosts separated by commas, with their ports unless the scheme's own; nothing that could end or widen a directive of the content security policy. */
const hosts = z.string().transform((text) => text.split(',').map((part) => part.trim().toLowerCase()).filter(Boolean)).pipe(z.array(z.string().regex(/^[^\s/@?#;'"*]+$/, '应为用逗号隔开的 主机 或 主机:端口'))).default([]);

/** What a node does: everything; pages, REST and push without vehicle terminals and timers; vehicle terminals only. */
const ROLES = ['all', 'push', 'gateway'] as const;

const schema = z.object({
  PORT: portNumber.default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  JT808_PORT: portNumber.default(8808),
  DATA_DIR: z.string().min(1).default('./data'),
  STORE_URL: z.string().regex(/^(sqlite:.|mongodb(\+srv)?:\/\/[^/]+\/[^/?]+)/, '可用 sqlite:文件（例如 sqlite:./data/wangge.db）或 mongodb://主机/库名').optional(),
  REDIS_URL: z.string().regex(/^rediss?:\/\//, '可用 redis://主机:端口').optional(),
  ROLE: z.enum(ROLES).default('all'),
  TRUSTED_PROXIES: z.string().transform((text) => text.split(',').map((part) => part.trim()).filter(Boolean)).default([]),
  OUTGOING_HOSTS: hosts,
  CAMERA_HOSTS: hosts,
  MQTT_BROKER: z.string().regex(/^mqtts?:\/\/[^\s/?#]+\/?$/, '应为 mqtt:// 或 mqtts:// 开头的地址，如 mqtts://账号:密码@主机:8883').refine((text) => URL.canParse(text), '地址读不出来').optional(),
  DEMO_LIFE: z.enum(['on', 'off']).default('on'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  ...baseMapVariables,
});

/** All settings, read once at the start and frozen. Ports of 0 let the system choose. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly jt808Port: number;
  readonly dataDir: string;
  /** `sqlite:` and a path, or the address of a MongoDB database. */
  readonly storeUrl: string;
  /** The Redis over which nodes tell each other; null for a node that is alone. */
  readonly redisUrl: string | null;
  readonly role: (typeof ROLES)[number];
  /** Addresses (CIDR allowed) of the reverse proxies whose `X-Forwarded-*` is believed; none by default. */
  readonly trustedProxies: readonly string[];
  /** Hosts, with their ports unless the scheme's own, to which other systems' progress may be sent and which may be polled; none by default. */
  readonly outgoingHosts: readonly string[];
  /** Hosts of the media servers whose cameras the pages of wall and desk may open; none by default. */
  readonly cameraHosts: readonly string[];
  /** The county's MQTT broker, with name and password where it wants them; null where there is none. */
  readonly mqttBroker: string | null;
  readonly logLevel: string;
  readonly baseMap: BaseMapSetting;
  readonly isEmpty: boolean;
  /** Whether the demo has a past and lives on by itself; without, it is a county at rest in which only people act. */
  readonly hasDemoLife: boolean;
}

const EMBEDDED = 'sqlite:';

/** The file of an embedded store; null for an address of a database server. */
export function embeddedFile(storeUrl: string): string | null {
  return storeUrl.startsWith(EMBEDDED) ? storeUrl.slice(EMBEDDED.length) : null;
}

/** A setting that can't be used; the message is one sentence for the person who starts the product. */
export class ConfigError extends Error {}

/** Reads environment and arguments. Throws ConfigError naming the first setting that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, args: readonly string[]): Config {
  const role = args.indexOf('--role');
  const unknown = args.find((a, i) => a !== '--empty' && a !== '--role' && (role < 0 || i !== role + 1));
  if (unknown) throw new ConfigError(`不认识的选项 ${unknown}：可用的有 --empty、--role all|push|gateway、--help`);
  const given = Object.fromEntries(Object.entries({ ...env, ...(role < 0 ? {} : { ROLE: args[role + 1] ?? '?' }) }).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? '环境变量');
    throw new ConfigError(`环境变量 ${name}=${given[name] ?? ''} 不能用：${issue?.message ?? '格式不对'}`);
  }
  const e = parsed.data;
  const storeUrl = e.STORE_URL ?? `${EMBEDDED}${e.DATA_DIR}/wangge.db`;
  if (embeddedFile(storeUrl) !== null && (e.REDIS_URL !== undefined || e.ROLE !== 'all')) {
    throw new ConfigError('多节点（REDIS_URL、ROLE）要共用一个库：请把 STORE_URL 设为 mongodb://主机/库名，或不要设置它们');
  }
  return Object.freeze({
    port: e.PORT, host: e.HOST, jt808Port: e.JT808_PORT, dataDir: e.DATA_DIR,
    storeUrl, redisUrl: e.REDIS_URL ?? null, role: e.ROLE, trustedProxies: e.TRUSTED_PROXIES, outgoingHosts: e.OUTGOING_HOSTS, cameraHosts: e.CAMERA_HOSTS, mqttBroker: e.MQTT_BROKER ?? null,
    logLevel: e.LOG_LEVEL, baseMap: baseMapSetting(e), isEmpty: args.includes('--empty'), hasDemoLife: e.DEMO_LIFE === 'on',
  });
}

/** The settings of this process's own environment. */
export function readOwnConfig(args: readonly string[] = []): Config {
  return readConfig(process.env, args);
}
