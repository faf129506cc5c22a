/** One thing that is not taken over (未载入), where it stands and why. Line and column are empty where there is none. */
export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly column: string;
  readonly reason: string;
}

/** As a person reads it: `teams.csv:3 department 没有这个部门`. */
export function problemLine({ file, line, column, reason }: Problem): string {
  return [`${file}${line === null ? '' : `:${line}`}`, column, reason].filter((part) => part !== '').join(' ');
}
