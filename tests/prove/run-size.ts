/** Whether a proof runs whole or short, or the exit code of a run that only says something: its help, or an option nobody knows. */
export function readRunSize(args: readonly string[], help: string): 'full' | 'short' | number {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help);
    return 0;
  }
  const unknown = args.find((arg) => arg !== '--short');
  if (unknown !== undefined) {
    process.stderr.write(`OPTION_INVALID 不认识的选项 ${unknown}；用 --help 看用法\n`);
    return 2;
  }
  return args.includes('--short') ? 'short' : 'full';
}
