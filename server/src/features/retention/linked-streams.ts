import { kindOf, type Ledger } from '../../ledger/ledger.ts';

const DEPTH = 3;

/** The cases an event of another object names. */
function casesIn(value: unknown, found: Set<string>, depth = DEPTH): void {
  if (typeof value !== 'object' || value === null || depth === 0) return;
  for (const [name, one] of Object.entries(value)) {
    if (name === 'caseId' && typeof one === 'string') found.add(one);
    else casesIn(one, found, depth - 1);
  }
}

/** Which calls, orders, tasks and the like speak of a case, learnt as the history is folded. Build it before that. */
export function createLinkedStreams(ledger: Ledger): (caseId: string) => readonly string[] {
  const streams = new Map<string, Set<string>>();
  ledger.onFolded((events) => {
    for (const { stream, event } of events) {
      if (kindOf(stream) === 'case') continue;
      const found = new Set<string>();
      casesIn(event, found);
      for (const caseId of found) streams.set(caseId, (streams.get(caseId) ?? new Set()).add(stream));
    }
  });
  return (caseId) => [...(streams.get(caseId) ?? [])];
}
