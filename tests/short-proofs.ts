import { prepareMongo, refusalWithoutMongo } from './support/mongo/prepare-mongo.ts';
import { prepareRedis } from './support/redis.ts';
import type { Step } from './support/run-node.ts';

/** A proof in its short form, and the servers it runs on beside the product. */
interface ShortProof {
  readonly title: string;
  readonly args: readonly string[];
  readonly on: readonly ('mongo' | 'redis')[];
  /** Measures times of its own: nothing runs beside it. */
  readonly isAlone?: true;
}

/** The longest first: two run at a time. */
const PROOFS: readonly ShortProof[] = [
  { title: 'prove:loop --short', args: ['tests/prove/loop/main.ts', '--short'], on: [] },
  { title: 'prove:field --short', args: ['tests/prove/field/main.ts', '--short'], on: [] },
  { title: 'prove:crash --short', args: ['tests/prove/crash/main.ts', '--short'], on: [] },
  { title: 'prove:nodes --short', args: ['tests/prove/nodes/main.ts', '--short'], on: ['mongo', 'redis'], isAlone: true },
  { title: 'prove:wall --short', args: ['tests/prove/wall/main.ts', '--short'], on: [], isAlone: true },
  { title: 'prove:stores --short', args: ['tests/prove/stores/main.ts', '--short'], on: ['mongo'] },
  { title: 'prove:crash --store mongodb --short', args: ['tests/prove/crash/main.ts', '--store', 'mongodb', '--short'], on: ['mongo'] },
];

/** The proofs that can run here in rounds, and why others can't where that is a failure; elsewhere it is said aloud. */
export async function shortProofs(): Promise<{ readonly rounds: readonly (readonly Step[])[]; readonly refusal: string | undefined }> {
  const lacking = { mongo: await prepareMongo(), redis: prepareRedis() };
  const runs = PROOFS.filter(({ on }) => on.every((server) => lacking[server] === undefined));
  const steps = (isAlone: boolean): Step[] => runs.filter((run) => (run.isAlone ?? false) === isAlone)
    .map(({ title, args }) => ({ title, args: ['--disable-warning=ExperimentalWarning', ...args] }));
  return { rounds: [...steps(true).map((step) => [step]), steps(false)], refusal: refusalWithoutMongo(lacking.mongo ?? lacking.redis) };
}
