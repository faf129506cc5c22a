import type { World } from './world.ts';

/** One named story: it begins not before its moment, and says in a few words what was seen. */
export interface Story {
  readonly name: string;
  /** The moment on the virtual clock at which it begins; stories are told in this order. */
  readonly from: string;
  play(world: World): Promise<string>;
}
