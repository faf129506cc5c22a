import type { ChildProcess } from 'node:child_process';
import { startBalancer, type Balancer } from '../../support/balancer.ts';
import { freePort } from '../../support/free-port.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';
import { onMongo, type MongoKeeping } from '../keeping.ts';
import { Workplace, endProcess } from '../processes.ts';

/** Three nodes and a database start on the cores that everything else runs on. */
const READY_WITHIN_MS = 180_000;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One server process of several. */
interface Node {
  readonly role: string;
  readonly port: number;
  readonly jt808Port: number;
  child: ChildProcess | null;
}

/** Two nodes behind a balancer and a gateway for terminals, over one database and one Redis. */
export class Cluster {
  readonly place: Workplace;
  readonly mongo: MongoKeeping;
  readonly redis: TestRedis;
  readonly #balancer: Balancer;
  readonly #nodes: readonly Node[];

  private constructor(place: Workplace, mongo: MongoKeeping, redis: TestRedis, balancer: Balancer, nodes: readonly Node[]) {
    this.place = place;
    this.mongo = mongo;
    this.redis = redis;
    this.#balancer = balancer;
    this.#nodes = nodes;
  }

  static async open(): Promise<Cluster> {
    const mongo = await onMongo();
    const redis = await startRedis();
    const place = new Workplace({ ...mongo.env, REDIS_URL: redis.url });
    const nodes: Node[] = [];
    for (const role of ['all', 'push', 'gateway']) nodes.push({ role, port: await freePort(), jt808Port: await freePort(), child: null });
    return new Cluster(place, mongo, redis, await startBalancer(nodes.slice(0, 2).map(({ port }) => port)), nodes);
  }

  /** Where pages go, whichever node serves them. */
  get url(): string {
    return this.#balancer.url;
  }

  get dataDir(): string {
    return this.place.dataDir;
  }

  /** Where terminals go. */
  get jt808Port(): number {
    return this.#nodes[2]?.jt808Port ?? 0;
  }

  async startAll(): Promise<void> {
    for (const number of [0, 1, 2]) await this.start(number);
  }

  /** Starts a node and waits until it can take work. */
  async start(number: number): Promise<void> {
    const node = this.#nodes[number];
    if (!node) return;
    node.child = this.place.start('server/src/main.ts', ['--role', node.role], false, { PORT: String(node.port), JT808_PORT: String(node.jt808Port) });
    node.child.stdout?.resume();
    const giveUpAt = Date.now() + READY_WITHIN_MS;
    while (!(await fetch(`http://127.0.0.1:${node.port}/readyz`).then(({ ok }) => ok, () => false))) {
      if (Date.now() > giveUpAt || node.child.exitCode !== null) throw new Error(`node ${number} (${node.role}) did not become ready (exit code ${node.child.exitCode})`);
      await wait(50);
    }
  }

  async kill(number: number): Promise<void> {
    const child = this.#nodes[number]?.child;
    if (child) await endProcess(child, 'SIGKILL');
  }

  async endServers(): Promise<void> {
    for (const { child } of this.#nodes) if (child) await endProcess(child, 'SIGTERM');
  }

  async clear(): Promise<void> {
    await this.place.clear();
    this.#balancer.close();
    await this.redis.stop();
    await this.mongo.stop();
  }
}
