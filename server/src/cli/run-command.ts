import { CliRefusal } from './refusals.ts';

/** Runs a command to its exit code: an expected stop is one coded sentence on stderr, anything else keeps its stack. */
export async function runCommand(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof CliRefusal)) throw error;
    process.stderr.write(`${error.code} ${error.message}\n`);
    process.exit(1);
  }
}

/** A sentence of `parseArgs` about a wrong option, in the words of these commands. */
export function optionRefusal(error: unknown): CliRefusal {
  const { code, message } = error as { code?: string; message: string };
  const option = /'([^']+)'/.exec(message)?.[1] ?? '';
  const detail = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? `不认识的选项 ${option}`
    : code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' ? `选项 ${option} 的值不对` : `多出来的参数 ${option}`;
  return new CliRefusal('OPTION_INVALID', { detail });
}
