const QUIET = ['--disable-warning=ExperimentalWarning'];

const program = (script, args = [], nodeArgs = []) => ({ script, args, nodeArgs: [...QUIET, ...nodeArgs] });

/**
 * The npm scripts: which programs each runs side by side, and whether the web must be built before them.
 * A command without programs only prepares.
 */
export const COMMANDS = {
  start: { web: true, programs: [program('server/src/main.ts')] },
  dev: {
    web: false,
    programs: [program('server/src/main.ts', [], ['--watch', '--watch-preserve-output']), program('server/bin/dev-web.mjs')],
  },
  build: { web: true, programs: [] },
  test: { web: false, programs: [program('tests/run-tiers.ts')] },
  types: { web: false, programs: [program('tests/run-tiers.ts', ['types'])] },
  lint: { web: false, programs: [program('tests/run-tiers.ts', ['lint'])] },
  replay: { web: false, programs: [program('server/src/cli/replay.ts')] },
  import: { web: false, programs: [program('server/src/cli/import.ts')] },
  draw: { web: false, programs: [program('server/src/cli/draw.ts')] },
  store: { web: false, programs: [program('server/src/cli/store.ts')] },
  bench: { web: false, programs: [program('tests/bench/main.ts')] },
  'prove:main': { web: true, programs: [program('tests/prove/main/main.ts')] },
  'prove:crash': { web: false, programs: [program('tests/prove/crash/main.ts')] },
  'prove:nodes': { web: false, programs: [program('tests/prove/nodes/main.ts')] },
  'prove:stores': { web: false, programs: [program('tests/prove/stores/main.ts')] },
  'prove:trials': { web: false, programs: [program('tests/prove/trials/main.ts')] },
  'prove:loop': { web: false, programs: [program('tests/prove/loop/main.ts')] },
  'prove:wall': { web: true, programs: [program('tests/prove/wall/main.ts')] },
  'prove:field': { web: true, programs: [program('tests/prove/field/main.ts')] },
};
