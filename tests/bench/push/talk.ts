import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { WayName } from './ways.ts';

/** What the server of one run is told. `batches`: as many as fit, one after another; `rate`: by the clock. */
export type ServerTask =
  | { readonly kind: 'batches'; readonly count: number }
  | { readonly kind: 'rate'; readonly perSecond: number; readonly everyMs: number; readonly forMs: number; readonly casesPerSecond: number };

export interface ServerAnswer {
  readonly published: number;
  readonly cpuMs: number;
  readonly wallMs: number;
  /** Memory held more than at the start, after collecting garbage; bytes. */
  readonly heldBytes: number;
}

export interface ClientAnswer {
  readonly bytes: number;
  readonly positions: number;
  /** Ages of probes when they arrived, ms. */
  readonly agesMs: readonly number[];
}

/** A child process that is asked one thing at a time. It ends with the bench. */
export class Helper {
  readonly #child: ChildProcess;

  constructor(file: string, args: readonly string[]) {
    const path = new URL(file, import.meta.url).pathname;
    this.#child = fork(path, [...args], { execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'], serialization: 'advanced' });
  }

  /** Sends a question, if any, and waits for the next answer. */
  async ask<T>(question: unknown): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const fail = (code: number | null): void => reject(new Error(`a process of the bench ended early (${code ?? 'signal'})`));
      this.#child.once('exit', fail);
      this.#child.once('message', (answer) => {
        this.#child.off('exit', fail);
        resolve(answer as T);
      });
      if (question !== null) this.#child.send(question as object);
    });
  }

  /** Stops the process in its tracks, as a frozen browser does. */
  freeze(): void {
    this.#child.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child.kill('SIGCONT');
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }
}

export function startServerHelper(way: WayName, isDriven: boolean): Helper {
  return new Helper('./server-process.ts', [way, isDriven ? 'driven' : 'timed']);
}

export function startClientHelper(way: WayName, port: number, walls: number): Helper {
  return new Helper('./client-process.ts', [way, String(port), String(walls)]);
}
