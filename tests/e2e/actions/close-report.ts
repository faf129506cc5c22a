import type { CaseRow, CheckerRow } from '@wangge/shared/wire';
import type { Place } from '../../support/built-server.ts';
import { storePhoto } from '../../support/tiny-photo.ts';
import { Person } from './person.ts';

/** 执法一组, on duty day and night. */
const TEAM = { account: 'zf1', name: '执法一组' } as const;

/** Takes the report of a number all the way to the end of its round and answers whoever reported; answers the id of its case. */
export async function closeReport(product: Place, no: string, answer: string): Promise<string> {
  const as = (account: string): Promise<Person> => Person.signIn(product, account);
  const [intake, chief, dispatcher, squad, inspector] = [await as('shouli'), await as('zhibanzhang'), await as('paiqian'), await as(TEAM.account), await as('ducha')];
  const { cases: [found] } = await intake.read<{ cases: readonly CaseRow[] }>(`/api/v1/cases?limit=1&q=${no}`);
  const team = (await dispatcher.district()).teams.find(({ name }) => name === TEAM.name);
  if (!found || !team) throw new Error(`no case ${no}, or no team ${TEAM.name}`);
  const { id, typeCode, level, gridCode, lngLat } = found;
  const photos = [await storePhoto(product.url, { cookie: `wangge_session=${intake.session}` })];
  await intake.act(id, 'accept', { typeCode, level, gridCode });
  await chief.act(id, 'file');
  await dispatcher.act(id, 'dispatch', { teamId: team.id });
  await squad.act(id, 'sign');
  await squad.act(id, 'arrive', { lngLat, accuracyM: 5 });
  await squad.act(id, 'report-back', { note: '已办', photos });
  const [checker] = await intake.read<readonly CheckerRow[]>(`/api/v1/cases/${id}/checkers?task=check`);
  await intake.act(id, 'send-check', checker ? { personId: checker.id } : {});
  await inspector.act(id, 'pass-check', { photos, lngLat, fixAt: Date.now() });
  await chief.act(id, 'close');
  await intake.act(id, 'answer-reporter', { reportCaseId: id, answerHow: 'online', note: answer });
  return id;
}
