import { defineStore } from 'pinia';
import { computed } from 'vue';
import { isOpenState } from '@wangge/shared/district';
import type { CaseRow } from '@wangge/shared/wire';
import { useAccessStore } from '../access/access.store.ts';
import { useOrdersStore } from './orders.store.ts';

/** What a grid worker can do with a case: 核实 a report of the own grid, 核查 what was handled. */
export type GridTaskAction = 'confirm-report' | 'pass-check';

export interface GridTask {
  readonly row: CaseRow;
  readonly action: GridTaskAction;
}

/** 核实、核查任务 and the cases of a grid worker's own grid. */
export const useGridTasksStore = defineStore('grid-tasks', () => {
  const access = useAccessStore();
  const orders = useOrdersStore();
  const isGridWorker = computed(() => access.role === 'grid-worker');

  /** Rows that may hold a task; whether a check is this person's own the page of the case says. */
  const candidates = computed(() => (isGridWorker.value ? orders.rows.filter((row) => row.state === 'verifying-report' || row.state === 'checking') : []));
  const tasks = computed(() => candidates.value.flatMap((row) => taskOf(row) ?? []).sort((a, b) => dueAt(a.row) - dueAt(b.row)));
  const otherCases = computed(() => {
    const taken = new Set(tasks.value.map((task) => task.row.id));
    return isGridWorker.value ? orders.rows.filter((row) => isOpenState(row.state) && !taken.has(row.id)).sort((a, b) => b.reportedAt - a.reportedAt) : [];
  });

  function taskOf(row: CaseRow): GridTask | null {
    if (row.state === 'verifying-report') return { row, action: 'confirm-report' };
    return orders.details.get(row.id)?.actions.includes('pass-check') ? { row, action: 'pass-check' } : null;
  }

  function dueAt(row: CaseRow): number {
    return row.stepClock?.dueAt ?? row.clock?.dueAt ?? Number.MAX_SAFE_INTEGER;
  }

  return { isGridWorker, candidates, tasks, otherCases };
});
