import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { CaseId } from '@wangge/shared/base';
import type { MergeCandidateRow } from '@wangge/shared/wire';
import { readMergeCandidates } from './cases.commands.ts';

/** 并案: the open cases that the report on the desk may be the same matter as, as the server's rules find them. */
export const useMergeCandidatesStore = defineStore('merge-candidates', () => {
  const caseId = shallowRef<CaseId | null>(null);
  const candidates = shallowRef<readonly MergeCandidateRow[]>([]);

  /** Asks again for one report; of two questions the later one counts. */
  async function load(id: CaseId): Promise<void> {
    if (caseId.value !== id) candidates.value = [];
    caseId.value = id;
    const answer = await readMergeCandidates(id);
    if (caseId.value === id) candidates.value = answer.ok ? answer.value.candidates : [];
  }

  /** Those of one report; empty until they were read. */
  const of = (id: CaseId): readonly MergeCandidateRow[] => (caseId.value === id ? candidates.value : []);

  return { load, of };
});
