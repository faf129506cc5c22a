/** A folder and what its files may import from the rest of the repository. Paths are relative to the root. */
export interface Zone {
  readonly from: RegExp;
  readonly may: readonly RegExp[];
  /** Where the offending code should go instead. */
  readonly hint: string;
}

/** A package that is imported in one place only, so that it can be replaced there. */
export interface Home {
  readonly packageName: string;
  readonly allowed: readonly RegExp[];
  readonly hint: string;
}

/**
 * The topics of shared in order of dependency: a topic may import the index of topics in earlier groups only, never one
 * of its own group.
 */
export const SHARED_GROUPS: readonly (readonly string[])[] = [
  ['base'],
  ['access', 'calendar', 'geo', 'lists', 'stage'],
  ['life', 'district', 'position', 'roads', 'audit', 'connector', 'camera'],
  ['case', 'district-map', 'draw', 'matter', 'patrol', 'enforcement', 'draft', 'drill', 'notice'],
  ['call', 'oversight', 'dispatch', 'figures', 'routing', 'joint', 'appraisal', 'citizen', 'fence'],
  ['frames', 'wire', 'alarm', 'briefing'],
];

function sharedZones(): Zone[] {
  return SHARED_GROUPS.flatMap((group, rank) => {
    const earlier = SHARED_GROUPS.slice(0, rank).flat();
    const may = earlier.map((topic) => new RegExp(`^shared/src/${topic}/index\\.ts$`));
    const hint = `${group.join(', ')} may import only the index of: ${earlier.join(', ') || 'nothing'}. Move the code to the topic that knows both, or hand the value in.`;
    return group.map((topic) => ({ from: new RegExp(`^shared/src/${topic}/`), may, hint }));
  });
}

const SHARED = /^shared\/src\/[^/]+\/index\.ts$/;
const PLATFORM = /^server\/src\/platform\//;
const PORTS = /^server\/src\/store\/(?!(memory|sqlite|mongo)\.ts$)[^/]+\.ts$/;
const LEDGER = /^server\/src\/ledger\//;
const FEATURE_API = /^server\/src\/features\/[^/]+\/[^/]+\.api\.ts$/;
const FEATURE_QUERIES = /^server\/src\/features\/[^/]+\/[^/]+\.queries\.ts$/;
const WEB_BASE = [/^web\/src\/(ui|i18n)\//];
const WEB_DRAWING = [...WEB_BASE, /^web\/src\/(map|charts)\//];

/** Who may import whom; the first zone whose `from` matches decides. A file in no zone is refused as unknown. */
export const ZONES: readonly Zone[] = [
  ...sharedZones(),
  {
    from: PLATFORM,
    may: [/^shared\/src\/(base|access|wire)\/index\.ts$/],
    hint: 'server/platform knows no other server folder: hand the value in from app.ts.',
  },
  {
    from: PORTS,
    may: [SHARED, PLATFORM],
    hint: 'store ports are types and promises: adapters depend on them, not the other way.',
  },
  {
    from: /^server\/src\/store\/(memory|sqlite|mongo)(\/|\.ts$)/,
    may: [SHARED, PLATFORM, PORTS],
    hint: 'a store adapter knows its ports and its driver: what two adapters share belongs in platform.',
  },
  {
    from: /^server\/src\/ledger\//,
    may: [SHARED, PLATFORM, PORTS],
    hint: 'the ledger keeps objects of any kind and knows none: what is special to one belongs in its feature.',
  },
  {
    from: /^server\/src\/features\//,
    may: [SHARED, PLATFORM, PORTS, FEATURE_API, LEDGER],
    hint: "a feature meets others through their *.api.ts and the store through the ports in server/src/store; app.ts hands the rest in.",
  },
  {
    from: /^server\/src\/ingest\//,
    may: [SHARED, PLATFORM, FEATURE_API, /^server\/src\/ingest\/[^/]+\.ts$/],
    hint: 'ingest calls features through their *.api.ts; what several sources share lies directly in server/src/ingest.',
  },
  {
    from: /^server\/src\/read-models\//,
    may: [SHARED, PLATFORM, PORTS],
    hint: 'read-models runs projections it is handed by app.ts and knows no feature.',
  },
  {
    from: /^server\/src\/push\//,
    may: [SHARED, PLATFORM, FEATURE_API, FEATURE_QUERIES],
    hint: 'push asks features through *.queries.ts and *.api.ts and never the store or ingest.',
  },
  {
    from: /^server\/src\/nodes\//,
    may: [SHARED, PLATFORM, PORTS, LEDGER, FEATURE_API],
    hint: 'nodes tell each other what the ledger and features took; app.ts hands the rest in.',
  },
  {
    from: /^server\/src\/demo\//,
    may: [SHARED, PLATFORM, PORTS, LEDGER, FEATURE_API, /^server\/src\/ingest\/raw-fix\.ts$/],
    hint: 'the demo acts through the same *.api.ts as live input; app.ts hands the rest in.',
  },
  {
    from: /^server\/src\/config\.ts$/,
    may: [SHARED, PLATFORM],
    hint: 'config.ts reads the environment and knows no part of the server.',
  },
  {
    from: /^server\/src\/(cli\/|[^/]+\.ts$)/,
    may: [SHARED, /^server\/src\//],
    hint: 'the server finds nothing in web or tests: what both need belongs in shared.',
  },
  {
    from: /^web\/src\/link\//,
    may: [/^shared\/src\/(base|position|wire|frames)\/index\.ts$/],
    hint: 'web/link knows the wire only: stores in features take what it hands out.',
  },
  {
    from: /^web\/src\/(map|charts)\//,
    may: [SHARED, ...WEB_BASE],
    hint: 'web/map and web/charts draw what they are given: stores and links belong in web/features.',
  },
  {
    from: /^web\/src\/(ui|i18n)\//,
    may: [SHARED, ...WEB_BASE],
    hint: 'web/ui and web/i18n are plain parts without stores: the code belongs in web/features.',
  },
  {
    from: /^web\/src\/features\//,
    may: [SHARED, ...WEB_DRAWING, /^web\/src\/link\//, /^web\/src\/features\/[^/]+\/[^/]+\.store\.ts$/],
    hint: "a feature reads others through their *.store.ts; what composes several features belongs in web/surfaces.",
  },
  {
    from: /^web\/src\/surfaces\//,
    may: [SHARED, ...WEB_DRAWING, /^web\/src\/features\//],
    hint: 'a surface composes features and owns no truth: talk to the link from a feature store.',
  },
  {
    from: /^web\/(src\/[^/]+$|[^/]+\.ts$)/,
    may: [SHARED, /^web\/src\//],
    hint: 'the web finds nothing in server or tests: what both need belongs in shared.',
  },
  {
    from: /^tests\//,
    may: [SHARED, /^tests\//, /^server\/src\/app\.ts$/, /^server\/src\/(store|ingest|push|nodes|demo)\//, /^web\/src\/(link\/rest|features\/orders\/[^/]+)\.ts$/],
    hint: 'tests use what the packages export: add to the exports of server and web only what a test must reach.',
  },
];

const TESTS = /^tests\//;

export const HOMES: readonly Home[] = [
  {
    packageName: 'maplibre-gl',
    allowed: [/^web\/src\/map\//, /^web\/.*\.layer\.ts$/],
    hint: 'MapLibre lives in web/src/map and in *.layer.ts files.',
  },
  { packageName: 'echarts', allowed: [/^web\/src\/charts\//], hint: 'ECharts lives in web/src/charts.' },
  {
    packageName: 'node:sqlite',
    allowed: [/^server\/src\/store\/sqlite\//],
    hint: 'the SQLite driver lives in server/src/store/sqlite.',
  },
  {
    packageName: 'mongodb',
    allowed: [/^server\/src\/store\/mongo\//],
    hint: 'the MongoDB driver lives in server/src/store/mongo.',
  },
  { packageName: 'redis', allowed: [/^server\/src\/nodes\/redis-link\.ts$/], hint: 'Redis is spoken to in server/src/nodes/redis-link.ts.' },
  { packageName: 'mqtt', allowed: [/^server\/src\/ingest\/connectors\/broker-line\.ts$/], hint: 'MQTT is spoken in server/src/ingest/connectors/broker-line.ts.' },
  { packageName: 'hls.js', allowed: [/^web\/src\/features\/cameras\/sources\//], hint: 'players of video live in web/src/features/cameras/sources.' },
  { packageName: 'mpegts.js', allowed: [/^web\/src\/features\/cameras\/sources\//], hint: 'players of video live in web/src/features/cameras/sources.' },
  { packageName: 'socket.io', allowed: [/^server\/src\/push\//], hint: 'Socket.IO lives in server/src/push.' },
  {
    packageName: 'socket.io-client',
    allowed: [/^web\/src\/link\//, TESTS],
    hint: 'the socket client lives in web/src/link.',
  },
];

/** Packages that shared may import, by topic; everything else is foreign there. */
export const SHARED_PACKAGES: Readonly<Record<string, readonly string[]>> = { wire: ['zod'] };

/** Tables that may be longer than MAX_LINES because a table is read by looking up, not from top to bottom. */
export const LONG_TABLES: readonly string[] = [];

export const MAX_LINES = 400;
