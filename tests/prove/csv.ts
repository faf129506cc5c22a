/** A plain reader of CSV for the counts of this proof: quotes, doubled quotes and line ends, no more. */
export function readCsvText(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
  const endCell = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let i = 0; i < source.length; i += 1) {
    const sign = source[i] ?? '';
    if (isQuoted && sign === '"' && source[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === ',' && !isQuoted) endCell();
    else if (sign === '\n' && !isQuoted) {
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  const [head = [], ...body] = rows.filter((row) => row.length > 1 || (row[0] ?? '') !== '');
  return body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

export function toCsv(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [columns, ...rows].map((row) => row.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell))).join(',')).join('\n') + '\n';
}
