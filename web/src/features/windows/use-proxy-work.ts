import { computed, onMounted, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import type { ApplicationRow, ServiceMatter } from '@wangge/shared/matter';
import { useReadAgain } from '../../ui/use-read-again.ts';
import { readApplications, readServiceMatters } from './windows.commands.ts';

/** 代办: the applications a grid worker carries for people at home, and the matters that may be taken so. */
export interface ProxyWork {
  /** Those that wait for the worker first, then by limit. */
  readonly applications: ComputedRef<readonly ApplicationRow[]>;
  readonly matters: ShallowRef<readonly ServiceMatter[]>;
  /** Counts the readings: a page of one is read again with each. */
  readonly stamp: () => unknown;
  reload(): Promise<void>;
}

/** Whether the worker has the next step: papers to bring, or the outcome to hand over. */
export function isProxysTurn({ state, node }: ApplicationRow): boolean {
  return state === 'supplement' || node === 'deliver';
}

export function useProxyWork(): ProxyWork {
  const rows = shallowRef<readonly ApplicationRow[]>([]);
  const matters = shallowRef<readonly ServiceMatter[]>([]);
  const applications = computed(() => [...rows.value].sort((a, b) => Number(isProxysTurn(b)) - Number(isProxysTurn(a)) || a.dueAt - b.dueAt));

  const readings = shallowRef(0);

  const reload = useReadAgain(async () => {
    const answer = await readApplications('open=true');
    if (answer.ok) rows.value = answer.value.applications;
    readings.value += 1;
  });
  onMounted(async () => {
    const answer = await readServiceMatters();
    if (answer.ok) matters.value = answer.value.matters.filter(({ channels }) => channels.includes('proxy'));
  });
  return { applications, matters, stamp: () => readings.value, reload };
}
