import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../support/run-node.ts';

const HELP = `望格 · npm run prove:trials        按完整规模运行可靠性试验（同一键、重连、慢消费者、乱序定位、畸形报文、重启、磁盘满等）；规模见 tests/README.md\n`;

/** Runs every test that a reliability rule names, at its full size; the last line says how it ended. */
function main(args: readonly string[]): number {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', 'tests/vitest.config.ts', '--project', 'unit', '--project', 'integration', '--no-file-parallelism', '-t', '\\[RL\\d+\\]', ...args], {
    cwd: ROOT, stdio: 'inherit', env: { ...process.env, TRIALS: 'full' },
  });
  process.stdout.write(`trials: ${status === 0 ? 'ok' : 'FAILED'}\n`);
  return status ?? 1;
}

process.exit(main(process.argv.slice(2)));
