import type { ChildProcess } from 'node:child_process';
import type { Cast } from '../cast.ts';
import { endProcess, type Workplace } from '../processes.ts';
import type { Acknowledged } from '../orders.ts';
import type { Promises } from './promises.ts';

/** The server works this long, at most, between being ready and the next kill. */
const LIFE_MS = 1_200;
/** Every tenth kill hits a server that is still starting, up to this long after its begin. */
const EARLY_EACH = 10;
const EARLY_MS = 700;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface KillParts {
  readonly place: Workplace;
  readonly cast: Cast;
  readonly promises: Promises;
  readonly commands: readonly Acknowledged[];
  readonly random: () => number;
}

/** What was missing right after a restart, and how long the restarts took. */
export interface Killed {
  readonly lost: string[];
  readonly readyMs: number[];
  readonly server: ChildProcess;
}

/** Kills the server `count` times without warning (SIGKILL) at random moments, starts it again each time and asks for what it had promised before. */
export async function killAtRandom(count: number, first: ChildProcess, { place, cast, promises, commands, random }: KillParts, tell: (done: number) => void): Promise<Killed> {
  const lost: string[] = [];
  const readyMs: number[] = [];
  let server = first;
  let [reportsSeen, commandsSeen] = [0, 0];
  for (let done = 0; done < count; done += 1) {
    await wait(random() * LIFE_MS);
    await endProcess(server, 'SIGKILL');
    const before = { reports: promises.reports.slice(reportsSeen), commands: commands.slice(commandsSeen) };
    if (done % EARLY_EACH === EARLY_EACH - 1 && done + 1 < count) {
      const starting = place.spawnServer();
      await wait(random() * EARLY_MS);
      await endProcess(starting, 'SIGKILL');
      done += 1;
    }
    const started = await place.startServer();
    server = started.server;
    readyMs.push(started.readyMs);
    lost.push(...await missingOf(cast, before));
    reportsSeen += before.reports.length;
    commandsSeen += before.commands.length;
    tell(done + 1);
  }
  return { lost, readyMs, server };
}

/** What was promised in the last life and isn't known in this one. */
async function missingOf(cast: Cast, before: { readonly reports: Promises['reports']; readonly commands: readonly Acknowledged[] }): Promise<string[]> {
  const revisions = new Map(before.reports.map(({ caseId }) => [caseId, 1]));
  for (const { caseId, revision } of before.commands) revisions.set(caseId, Math.max(revision, revisions.get(caseId) ?? 0));
  const found = await Promise.all([...revisions].map(async ([caseId, revision]) => {
    const { status, body } = await cast.room.dispatcher.ask<{ row?: { revision: number } }>('GET', `/api/v1/cases/${caseId}`);
    return status === 200 && (body.row?.revision ?? 0) >= revision ? [] : [`${caseId}@${revision}: ${status} ${body.row?.revision ?? ''}`];
  }));
  return found.flat();
}
