import { asId, type CaseId, type TeamId } from '@wangge/shared/base';
import type { CaseAction, CasePayload } from '@wangge/shared/case';
import type { CaseRow } from '@wangge/shared/wire';
import { assumeRow } from '@wangge/web/features/orders/assume-row';
import { nextAction } from '@wangge/web/features/orders/field-steps';
import { ordersInHand } from '@wangge/web/features/orders/my-orders';
import type { CommandEntry } from '@wangge/web/features/orders/outbox-entry';
import { PLAIN_TYPES, URGENT_TYPES, placeIn } from './district.ts';
import type { Journal } from './journal.ts';
import { hadOrder, type LightPhone } from './light-phone.ts';

const TYPES = [...URGENT_TYPES, ...PLAIN_TYPES];
/** Duties of a grid that ask for nothing but being there, and one that asks for a photo. */
const PLAIN_DUTIES = ['W05', 'W09', 'W14', 'W15', 'W18'] as const;
const PHOTO_DUTY = 'W10';
/** The second of a squad leaves most to the first, and now and then presses the same. */
const SECOND_SHARE = 0.25;
const ASKS_SHARE = 0.12;

const pick = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)] as T;

async function report(phone: LightPhone, isSelfHandled: boolean): Promise<void> {
  const { random, who } = phone;
  const [lng, lat] = placeIn(who.corner, random);
  const words = crypto.randomUUID();
  const [before, after] = isSelfHandled ? [1, 1] : [random() < 0.6 ? 1 + Math.floor(random() * 2) : 0, 0];
  await phone.press(
    { kind: 'report', matter: '验证', report: { typeCode: pick(TYPES, random), description: `一线验证 ${words}`, lng, lat, address: '' } }, before,
    (started) => ({ ...started, kind: isSelfHandled ? 'self-handled' : 'report', words }), after,
  );
}

async function visit(phone: LightPhone): Promise<void> {
  const { random, who } = phone;
  const isPictured = random() < 0.3;
  const id = crypto.randomUUID();
  await phone.press(
    { kind: 'deed', matter: '验证', deed: '走访', path: '/api/v1/patrol/visits', body: { id, gridCode: who.gridCode, duties: [isPictured ? PHOTO_DUTY : pick(PLAIN_DUTIES, random)], lngLat: placeIn(who.corner, random), note: '' } },
    isPictured ? 1 : 0, (started) => ({ ...started, kind: 'visit', words: id }),
  );
}

async function command(phone: LightPhone, row: CaseRow, action: CaseAction, words: string, payload: CasePayload, photoCount = 0): Promise<void> {
  await phone.press(
    { kind: 'command', matter: row.matter, caseId: row.id, action, expectedRevision: row.revision, payload }, photoCount,
    (started) => ({ ...started, kind: 'command', words, caseId: row.id, action }),
  );
}

/** What a squad does next with the order before it, as its page offers it while something waits to be sent. */
async function carryOn(phone: LightPhone, teamId: string): Promise<boolean> {
  const waiting = phone.disk.entries().filter((entry): entry is CommandEntry => entry.kind === 'command');
  const [row] = ordersInHand(phone.rows().map((one) => assumeRow(one, waiting)), asId<TeamId>(teamId));
  const next = row && nextAction(row);
  if (!row || !next) return false;
  if (row.order?.deliveredAt === null) void phone.confirmDelivery(row);
  if (phone.showsFirst(row)) await command(phone, row, 'see', '', {});
  const words = crypto.randomUUID();
  if (row.state === 'handling' && phone.random() < ASKS_SHARE) await command(phone, row, 'ask-room', words, { note: `要增援 ${words}` });
  else if (next === 'arrive') await command(phone, row, next, '', { lngLat: row.lngLat, accuracyM: 8 });
  else if (next === 'report-back') await command(phone, row, next, words, { note: `已处置 ${words}` }, 1);
  else await command(phone, row, next, '', {});
  return true;
}

/** Signs what still lies before a squad when its duty ends. */
export async function signWhatIsLeft(phone: LightPhone): Promise<void> {
  const { teamId, isAsleep, account } = phone.who;
  if (teamId === null || isAsleep || account.endsWith('-2') || !phone.isAlive) return;
  const pressed = new Set(phone.disk.entries().flatMap((entry) => (entry.kind === 'command' ? [entry.caseId] : [])));
  for (const row of phone.rows().filter(({ state, order, id }) => state === 'dispatched' && order?.teamId === teamId && !pressed.has(id))) await command(phone, row, 'sign', '', {});
}

/** Asks for a case that somebody else reported in another's ground; it does not exist for this person. */
async function pry(phone: LightPhone, journal: Journal, strange: readonly CaseRow[]): Promise<void> {
  const { gridCode, teamId, account } = phone.who;
  const row = pick(strange, phone.random) as CaseRow | undefined;
  if (!row || row.gridCode === gridCode || (teamId !== null && hadOrder(row, teamId))) return;
  journal.probes += 1;
  const status = await phone.look(`/api/v1/cases/${row.id satisfies CaseId}`);
  if (status === 200) journal.leaks.push(`${account} could open ${row.no}`);
}

/** One thing that this person does now. `strange`: cases of the whole township. */
export async function doSomething(phone: LightPhone, journal: Journal, strange: readonly CaseRow[]): Promise<void> {
  const { random, who } = phone;
  if (random() < 0.04) return pry(phone, journal, strange);
  if (who.teamId !== null) {
    const isSecond = who.account.endsWith('-2');
    if ((!isSecond || random() < SECOND_SHARE) && await carryOn(phone, who.teamId)) return;
    if (random() < 0.3) await report(phone, false);
    return;
  }
  const lot = random();
  if (lot < 0.45) await report(phone, false);
  else if (lot < 0.6) await report(phone, true);
  else await visit(phone);
}
