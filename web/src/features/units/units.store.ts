import { defineStore } from 'pinia';
import { markRaw, shallowRef } from 'vue';
import type { UnitId } from '@wangge/shared/base';
import type { FrameBatch } from '@wangge/shared/frames';
import type { UnitRow } from '@wangge/shared/wire';
import { PositionTable } from './position-table.ts';

const TOLD_EACH_MS = 1_000;

/** Moving things (移动目标) by id, and their positions in a plain table that Vue never looks into. */
export const useUnitsStore = defineStore('units', () => {
  const rows = shallowRef<ReadonlyMap<UnitId, UnitRow>>(new Map());
  const positions = markRaw(new PositionTable());
  /** When the last frame came, this page's clock; told at most once a second. Null before the first. */
  const positionsAt = shallowRef<number | null>(null);

  function replaceAll(next: readonly UnitRow[]): void {
    rows.value = new Map(next.map((row) => [row.id, row]));
  }

  function upsert(changed: readonly UnitRow[]): void {
    if (changed.length === 0) return;
    const next = new Map(rows.value);
    for (const row of changed) next.set(row.id, row);
    rows.value = next;
  }

  function takeFrame(batch: FrameBatch, now: number): void {
    positions.apply(batch);
    if (positionsAt.value === null || now - positionsAt.value >= TOLD_EACH_MS) positionsAt.value = now;
  }

  return { rows, positions, positionsAt, replaceAll, upsert, takeFrame };
});
