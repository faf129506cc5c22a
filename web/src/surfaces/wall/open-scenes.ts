import type { Scene } from '@wangge/shared/stage';

/**
 * The scenes that may be shown here: a masked one (参观) only while the server says that it is due, for only then has the server
 * left personal matters out of what it sends.
 */
export function openScenes(scenes: readonly Scene[], dueId: string | null): readonly Scene[] {
  return scenes.filter(({ id, isMasked }) => !isMasked || id === dueId);
}

/** Whether the server leaves personal matters out of what this wall is sent, whatever is shown of it. */
export function isMaskedBy(scenes: readonly Scene[], dueId: string | null): boolean {
  return scenes.some(({ id, isMasked }) => isMasked && id === dueId);
}
