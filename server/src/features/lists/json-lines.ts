/** Where the values of a JSON text begin: 1-based line by path (`steps.0.limit`). */
export type JsonLines = ReadonlyMap<string, number>;

const BLANK = /[\s:,]/;

/** Finds the line of every value in a JSON text that is known to be well formed. */
export function jsonLines(text: string): JsonLines {
  const lines = new Map<string, number>();
  let at = 0;
  let line = 1;

  function skipBlank(): void {
    for (; at < text.length && BLANK.test(text[at]!); at += 1) if (text[at] === '\n') line += 1;
  }

  function readString(): string {
    const from = at;
    for (at += 1; text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
    at += 1;
    return JSON.parse(text.slice(from, at)) as string;
  }

  function readValue(path: string): void {
    skipBlank();
    lines.set(path, line);
    const open = text[at];
    if (open === '"') return void readString();
    if (open !== '{' && open !== '[') return skipPlain();
    at += 1;
    for (let index = 0; ; index += 1) {
      skipBlank();
      if (text[at] === '}' || text[at] === ']') break;
      const key = open === '{' ? readString() : String(index);
      readValue(path === '' ? key : `${path}.${key}`);
    }
    at += 1;
  }

  function skipPlain(): void {
    while (at < text.length && !/[\s,\]}]/.test(text[at]!)) at += 1;
  }

  readValue('');
  return lines;
}

/** The line on which a text stops being JSON, from what `JSON.parse` says. */
export function brokenLine(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  const upTo = position === undefined ? text : text.slice(0, Number(position));
  return upTo.split('\n').length;
}
