import { randomUUID } from 'node:crypto';
import type { CallDetail, CallForm, CaseCalls } from '@wangge/shared/call';
import type { Opened } from './cases.ts';
import { Difference, done, type Reply } from './seen.ts';
import type { World } from './world.ts';

/** What somebody does with a call, at the revision they have seen. */
export async function onCall(world: World, account: string, { call }: CallDetail, action: string, payload: object = {}): Promise<Reply<CallDetail>> {
  return (await world.as(account)).command<CallDetail>(`/calls/${call.id}`, action, call.revision, payload);
}

/** The calls about a case as somebody may see them. */
export async function callsOf(world: World, account: string, { id }: Opened): Promise<CaseCalls> {
  return (await world.as(account)).read<CaseCalls>(`/cases/${id}/calls`);
}

/** Fills in the form that a person is offered on the page of the case; `more` is what they write. */
export async function drafted(world: World, account: string, opened: Opened, more: (draft: CallForm['draft']) => object): Promise<CallDetail> {
  const { form } = await callsOf(world, account, opened);
  if (!form) throw new Difference(`${account} is offered no call`);
  const draft = { ...form.draft, ...more(form.draft) };
  return done('draft', await (await world.as(account)).post<CallDetail>('/calls', { caseId: opened.id, commandId: randomUUID(), draft }));
}
