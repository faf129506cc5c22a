import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepareBrowser } from './support/prepare-browser.ts';
import { shortProofs } from './short-proofs.ts';
import { prepareOffice } from './support/prepare-office.ts';
import { prepareMongo, refusalWithoutMongo } from './support/mongo/prepare-mongo.ts';
import { runNode, runVitest, ROOT } from './support/run-node.ts';
import type { Step, Totals } from './support/run-node.ts';

interface Outcome extends Totals {
  readonly tier: string;
  readonly isOk: boolean;
  readonly tookMs: number;
}

const VITEST = 'tests/node_modules/vitest/vitest.mjs';
const TSC = 'node_modules/typescript/bin/tsc';

const LINT: readonly Step[] = [
  { title: 'eslint', args: ['tests/node_modules/eslint/bin/eslint.js', '--config', 'tests/architecture/eslint.config.js', '--max-warnings=0', '.'] },
];
const TYPES: readonly Step[] = [
  { title: 'tsc server', args: [TSC, '-p', 'server'] },
  { title: 'vue-tsc web', args: ['node_modules/vue-tsc/bin/vue-tsc.js', '-p', 'web', '--noEmit'] },
  { title: 'tsc shared', args: [TSC, '-p', 'shared'] },
  { title: 'tsc tests', args: [TSC, '-p', 'tests'] },
];

/** Tiers whose programs only succeed or fail; those of one tier run two at a time. */
const CHECKS: Readonly<Record<string, readonly Step[]>> = {
  static: [...LINT, ...TYPES],
  types: TYPES,
  lint: LINT,
  build: [{ title: 'vite build', args: ['server/bin/run.mjs', 'build'] }],
};

/** Tiers that are a Vitest project. */
const PROJECTS: Readonly<Record<string, string>> = {
  boundaries: 'architecture',
  unit: 'unit',
  contract: 'contract',
  integration: 'integration',
  office: 'office',
  e2e: 'e2e',
  flows: 'flows',
};

/** Projects whose files run two at a time: on two cores Vitest by itself would leave one idle. */
const TWO_AT_A_TIME = new Set(['unit', 'integration']);

/** Lines in which ESLint, tsc and the proofs say what is wrong. */
const SAYS_FAILED = /^\s*✗|FAILED$|: error TS|^\s+\d+:\d+\s+error /;

const ORDER = ['static', 'boundaries', 'unit', 'contract', 'integration', 'office', 'build', 'e2e', 'flows', 'proofs'];
/** `static` by its halves, for who wants one alone. */
const NAMES = ['types', 'lint', ...ORDER];

type Result = Totals & { readonly isOk: boolean };

const resultOf = (faults: readonly string[]): Result => ({ passed: 0, failed: 0, skipped: 0, faults, isOk: faults.length === 0 });

/** Two at a time; resolves to what failed, each with the lines in which it says so. */
async function runChecks(steps: readonly Step[]): Promise<string[]> {
  const waiting = [...steps];
  const faults: string[] = [];
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const { title } = step;
      const said: string[] = [];
      const code = await runNode(step, (line) => void (SAYS_FAILED.test(line) && said.push(line)));
      if (code !== 0) faults.push(`${title}: exit code ${code}`, ...said.map((line) => `${title}: ${line.trim()}`));
    }
  };
  await Promise.all([worker(), worker()]);
  return faults;
}

async function runProject(project: string): Promise<Result> {
  const args = [VITEST, 'run', '--config', 'tests/vitest.config.ts', '--project', project, '--reporter=default', ...(TWO_AT_A_TIME.has(project) ? ['--maxWorkers=2'] : [])];
  const { code, ...totals } = await runVitest({ title: project, args }, join(ROOT, `.run/vitest-${project}.json`));
  return { ...totals, isOk: code === 0 };
}

/** Tiers that need a server of the MongoDB protocol. */
const ON_MONGO = new Set(['contract', 'integration', 'proofs']);

/** What a tier needs of the machine; resolves to the sentence that says what it lacks. */
async function prepareFor(tier: string): Promise<string | undefined> {
  if (tier === 'e2e' || tier === 'flows') return prepareBrowser();
  if (tier === 'office') return prepareOffice();
  return ON_MONGO.has(tier) ? refusalWithoutMongo(await prepareMongo()) : undefined;
}

async function runProofs(): Promise<string[]> {
  const { rounds, refusal } = await shortProofs();
  const faults = refusal === undefined ? [] : [refusal];
  for (const round of rounds) faults.push(...await runChecks(round));
  return faults;
}

async function runWork(tier: string): Promise<Result> {
  const steps = CHECKS[tier];
  if (steps !== undefined) return resultOf(await runChecks(steps));
  if (tier === 'proofs') return resultOf(await runProofs());
  const refusal = await prepareFor(tier);
  return refusal === undefined ? runProject(PROJECTS[tier] ?? tier) : resultOf([refusal]);
}

async function runTier(tier: string): Promise<Outcome> {
  console.log(`\n── ${tier} ${'─'.repeat(60 - tier.length)}`);
  const startedAt = Date.now();
  const outcome = { ...(await runWork(tier)), tier, tookMs: Date.now() - startedAt };
  console.log(describe(outcome));
  return outcome;
}

function describe({ tier, isOk, tookMs, passed, failed, skipped }: Outcome): string {
  const counts = passed + failed + skipped === 0 ? '' : `  ${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
  return `${isOk ? 'ok    ' : 'FAILED'}  ${tier.padEnd(12)} ${(tookMs / 1000).toFixed(1).padStart(6)} s${counts}`;
}

/** Runs the named tiers, or all, in their order; a failed tier does not keep the next from running. */
async function main(): Promise<number> {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !NAMES.includes(name));
  if (unknown.length > 0) {
    console.error(`没有这样的测试层次：${unknown.join('、')}。可用：${NAMES.join(' ')}。`);
    return 2;
  }
  mkdirSync(join(ROOT, '.run'), { recursive: true });
  const tiers = named.length === 0 ? ORDER : NAMES.filter((name) => named.includes(name));
  // What takes minutes the first time begins now and is waited for by the tier that needs it.
  if (tiers.some((tier) => ON_MONGO.has(tier))) void prepareMongo();
  const outcomes: Outcome[] = [];
  for (const tier of tiers) outcomes.push(await runTier(tier));
  console.log(`\n── ${'─'.repeat(61)}`);
  for (const outcome of outcomes) console.log(describe(outcome));
  for (const { tier, faults } of outcomes) for (const fault of faults.slice(0, 20)) console.log(`FAILED  ${tier.padEnd(12)} ${fault}`);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  // A tier that fails without a failed test (types, lint, a suite that cannot load) still counts as one failure.
  const failed = outcomes.reduce((sum, { isOk, failed: tests }) => sum + (isOk ? 0 : Math.max(1, tests)), 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
