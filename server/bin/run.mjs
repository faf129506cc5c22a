import { join } from 'node:path';
import process from 'node:process';
import { COMMANDS } from './commands.mjs';
import { HELP } from './help.mjs';
import { runForeground } from './child.mjs';
import { Refusal, TEXT } from './messages.mjs';
import { prepare, ROOT } from './prepare.mjs';

/** Runs one npm script: answers `--help`, prepares what the command needs, then becomes the command. */
async function main() {
  const [name, ...args] = process.argv.slice(2);
  if (!Object.hasOwn(COMMANDS, name ?? '')) throw new Refusal(TEXT.unknownCommand(name, Object.keys(COMMANDS)));
  const command = COMMANDS[name];
  const help = HELP[name];
  if (help !== undefined && (args.includes('--help') || args.includes('-h'))) {
    process.stdout.write(help);
    return 0;
  }
  const { node, env } = await prepare({ web: command.web });
  const programs = command.programs.map((program) => ({
    file: node,
    args: [...program.nodeArgs, join(ROOT, program.script), ...program.args, ...args],
  }));
  return runForeground(programs, { cwd: ROOT, env });
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
