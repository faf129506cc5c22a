import { shallowRef, watch, type ShallowRef } from 'vue';
import type { RoundRow } from '@wangge/shared/patrol';
import type { LngLat } from '@wangge/shared/geo';
import { readTrack } from './track.commands.ts';
import type { RestRefusal } from '../../link/rest.ts';

/** The track of the chosen round (轨迹): read only when somebody asks for it, let go with the round. */
export interface RoundTrack {
  readonly reason: ShallowRef<string>;
  /** Its places in order of time; null while nobody asked. */
  readonly line: Readonly<ShallowRef<readonly LngLat[] | null>>;
  readonly refusal: Readonly<ShallowRef<RestRefusal | null>>;
  read(): Promise<void>;
  letGo(): void;
}

export function useRoundTrack(round: () => RoundRow | undefined, now: () => number): RoundTrack {
  const reason = shallowRef('');
  const line = shallowRef<readonly LngLat[] | null>(null);
  const refusal = shallowRef<RestRefusal | null>(null);

  function letGo(): void {
    line.value = null;
    refusal.value = null;
  }

  async function read(): Promise<void> {
    const asked = round();
    if (!asked) return;
    const answer = await readTrack(asked.unitId, asked.startedAt, (asked.endedAt ?? now()) + 1, reason.value);
    if (round()?.id !== asked.id) return;
    refusal.value = answer.ok ? null : answer;
    line.value = answer.ok ? answer.value.fixes.map(({ lng, lat }): LngLat => [lng, lat]) : null;
  }

  watch(() => round()?.id, letGo);
  return { reason, line, refusal, read, letGo };
}
