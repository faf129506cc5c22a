import type { TestProject } from 'vitest/node';
import { quietWalls } from './actions/quiet-walls.ts';
import { startBuiltServer } from '../support/built-server.ts';
import type { BuiltServer, Place } from '../support/built-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The one product that all specs visit that do not harm it. */
    readonly product: Place;
  }
}

let server: BuiltServer | null = null;

/** Runs once before all end-to-end specs. */
export async function setup(project: TestProject): Promise<void> {
  server = await startBuiltServer();
  await quietWalls(server);
  const { url, wallUrl, jt808, secrets } = server;
  project.provide('product', { url, wallUrl, jt808, secrets });
}

/** Runs once after all of them. */
export async function teardown(): Promise<void> {
  await server?.close();
}
