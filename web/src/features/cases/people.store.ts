import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { readPeople, type Colleague } from './cases.commands.ts';

/** People who can be sent to verify or check, read once when the desk first needs them. */
export const usePeopleStore = defineStore('people', () => {
  const people = shallowRef<readonly Colleague[]>([]);
  let isAsked = false;

  async function load(): Promise<void> {
    if (isAsked) return;
    isAsked = true;
    const answer = await readPeople();
    if (answer.ok) people.value = answer.value;
    else isAsked = false;
  }

  return { people, load };
});
