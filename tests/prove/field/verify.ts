import type { CaseEvent } from '@wangge/shared/case';
import type { Checks } from '../checks.ts';
import type { Devices } from './devices.ts';
import type { FieldPerson } from './district.ts';
import type { History } from './history.ts';
import type { Deed, Journal } from './journal.ts';

/** What the history lacks of what was kept on a phone or published, and what it holds beyond. */
export interface Account {
  lost: number;
  doubled: number;
}

export interface Evidence {
  readonly history: History;
  readonly journal: Journal;
  readonly checks: Checks;
  readonly account: Account;
}

const PASSED_ON = 'ORDER_PASSED_ON';
/** Why an order's deed may be refused: a squad mate was faster, or the order was taken back or went on. */
const MAY_BE_REFUSED = new Set(['CASE_ACTION_NOT_IN_STATE', 'CASE_NOT_FOUND', 'CASE_NOT_YOUR_UNIT', 'CASE_REVISION_CONFLICT', 'ACTION_FORBIDDEN', 'ORDER_NOT_WAITING', PASSED_ON]);
const EVENT_OF: Readonly<Record<string, CaseEvent['type']>> = { see: 'seen', sign: 'signed', depart: 'departed', arrive: 'arrived', 'ask-room': 'room-asked', 'report-back': 'reported-back' };

/** Later than this a phone says when a command was done; sending it takes a while itself. */
const LATE_MS = 60_000;
const SENDING_MS = 15_000;

export const some = (lines: readonly string[], otherwise: string): string => lines.slice(0, 4).join('; ') || otherwise;
const wordsOf = (text: string): string => text.slice(text.lastIndexOf(' ') + 1);

/** Where each deed with words or a name of its own stands in the history, as often as it does. */
function placesOf({ cases, visits }: History): Map<string, { readonly seq: number; readonly by: string; readonly photos: readonly string[] }[]> {
  const places = new Map<string, { seq: number; by: string; photos: readonly string[] }[]>();
  const put = (words: string, place: { seq: number; by: string; photos: readonly string[] }): void => void places.set(words, [...places.get(words) ?? [], place]);
  for (const { seq, event } of [...cases.values()].flat()) {
    if (event.facts) put(wordsOf(event.facts.description), { seq, by: event.actor.id, photos: [...event.facts.photos, ...event.facts.afterPhotos ?? []] });
    else if (event.payload.note) put(wordsOf(event.payload.note), { seq, by: event.actor.id, photos: event.payload.photos ?? [] });
  }
  for (const [id, kept] of visits) for (const { seq, event } of kept) put(id, { seq, by: event.actor.id, photos: event.facts.photos });
  return places;
}

/** Reports and visits: each that a phone kept is there once, by whom and with the photos it was taken with; no other is. */
export function verifyDeeds({ history, journal, checks, account }: Evidence): number {
  const places = placesOf(history);
  const deeds = journal.deeds.filter(({ kind }) => kind !== 'command');
  const [missing, twice, strange, bare]: string[][] = [[], [], [], []];
  for (const deed of deeds) {
    const found = places.get(deed.words) ?? [];
    const name = `${deed.kind} ${deed.serial} of ${deed.account}`;
    if (found.length === 0 && deed.isKept) missing?.push(`${name} (${deed.told ?? 'never told'} ${deed.code ?? ''})`);
    if (found.length > 1) twice?.push(`${name} ${found.length} times`);
    if (found.some(({ by }) => by !== deed.account)) strange?.push(`${name} by ${found.map(({ by }) => by).join(', ')}`);
    if (found[0] && !arePhotos(deed, found[0].photos, history)) bare?.push(`${name}: ${found[0].photos.length} photos`);
  }
  const known = new Set(deeds.map(({ words }) => words));
  const invented = [...history.cases.values()].filter(([first]) => first?.event.facts?.externalNo === null && !known.has(wordsOf(first.event.facts.description))).length;
  const kept = deeds.filter(({ isKept }) => isKept);
  const count = (kind: Deed['kind']): number => kept.filter((deed) => deed.kind === kind).length;
  checks.check('every report and visit that a phone had kept is there', missing?.length === 0, some(missing ?? [], `${count('report')} reports, ${count('self-handled')} self-handled, ${count('visit')} visits`));
  checks.check('none of them is there twice, and nothing that nobody reported', twice?.length === 0 && invented === 0, some(twice ?? [], `${deeds.length - kept.length} were cut off by a kill before they were kept, ${invented} invented`));
  checks.check('each is told by who pressed', strange?.length === 0, some(strange ?? [], `${kept.length} deeds`));
  checks.check('each has the photos it was taken with, byte by byte', bare?.length === 0, some(bare ?? [], `${history.photos.size} photos`));
  account.lost += (missing?.length ?? 0) + (bare?.length ?? 0);
  account.doubled += (twice?.length ?? 0) + invented;
  return journal.reports.filter(({ isKept, words }) => isKept && places.get(words)?.length === 1).length;
}

/** The same pictures, whichever came first; of a real browser as many. */
function arePhotos({ photos }: Deed, ids: readonly string[], history: History): boolean {
  const found = ids.map((id) => history.photos.get(id) ?? 'missing');
  if (typeof photos === 'number') return found.length === photos && !found.includes('missing');
  return JSON.stringify(found.toSorted()) === JSON.stringify(photos.toSorted());
}

/** Presses on orders: what a phone called done is one event, what it called refused is none and had its reason, and nothing was just forgotten. */
export function verifyCommands({ history, journal, checks, account }: Evidence, people: readonly FieldPerson[]): void {
  const commands = journal.deeds.filter((deed) => deed.kind === 'command' && deed.key !== null);
  const name = ({ account: who, action, caseId }: Deed): string => `${action} of ${caseId} by ${who}`;
  const isThere = (deed: Deed): boolean => history.cases.get(deed.caseId ?? '')?.some(({ event }) => isEventOf(deed, event)) ?? false;
  const forgotten = commands.filter((deed) => deed.isKept && deed.told === undefined && !(deed.isUnsaid && isThere(deed)));
  const wrong = commands.filter(({ told, code }) => (told === 'refused' || told === 'given-up') && !MAY_BE_REFUSED.has(code ?? ''));
  const refused = journal.deeds.filter(({ told }) => told === 'refused' || told === 'given-up');
  const teams = new Map(people.map(({ account: who, teamId }) => [who, teamId]));
  const mistold = refused.filter((deed) => deed.kind === 'command' && (deed.code === PASSED_ON) !== hasLeft(history, deed.caseId, teams.get(deed.account)));
  const done = new Map<string, number>();
  for (const deed of commands) {
    const key = `${deed.caseId} ${EVENT_OF[deed.action ?? '']} ${deed.account}`;
    done.set(key, (done.get(key) ?? 0) + (deed.told === 'done' || deed.told === 'rebased' ? 1 : 0));
  }
  const happened = new Map<string, number>();
  for (const [id, kept] of history.cases) {
    for (const { event } of kept) happened.set(`${id} ${event.type} ${event.actor.id}`, (happened.get(`${id} ${event.type} ${event.actor.id}`) ?? 0) + 1);
  }
  const lacking = [...done].filter(([key, count]) => (happened.get(key) ?? 0) < count).map(([key]) => key);
  const beyond = [...done].filter(([key, count]) => (happened.get(key) ?? 0) > count + cutOff(commands, key)).map(([key, count]) => `${key}: ${happened.get(key)} for ${count}`);
  const places = placesOf(history);
  const onScreen = journal.deeds.filter((deed) => deed.kind === 'command' && deed.key === null);
  const lostOnScreen = onScreen.filter(({ isKept, words, code }) => isKept && (places.get(words)?.length ?? 0) !== (code === PASSED_ON ? 0 : 1));
  const count = (told: Deed['told']): number => commands.filter((deed) => deed.told === told).length;
  checks.check('every press on an order was carried out or told why not', forgotten.length + wrong.length + mistold.length === 0,
    some([...forgotten.map(name), ...[...wrong, ...mistold].map((deed) => `${name(deed)}: ${deed.code}`)], `${commands.length} presses: ${count('done')} done, ${count('rebased')} on what had changed, ${count('settled')} done by a mate, ${count('refused') + count('given-up')} too late, ${refused.filter(({ code }) => code === PASSED_ON).length} of these as the order had gone on, ${commands.filter(({ isUnsaid }) => isUnsaid).length} done without a word`));
  checks.check('what was called done is one event each', lacking.length + beyond.length === 0, some([...lacking, ...beyond], `${done.size} of case, step and person`));
  checks.check('what was reported back on a real screen is there once', lostOnScreen.length === 0, some(lostOnScreen.map(({ account: who, serial }) => `${serial} of ${who}`), `${onScreen.length} times`));
  account.lost += forgotten.length + lacking.length + lostOnScreen.length;
  account.doubled += beyond.length;
}

/** Whether an order went on from this team (AK7). */
function hasLeft(history: History, caseId: string | undefined, teamId: string | null | undefined): boolean {
  const sendings = history.cases.get(caseId ?? '')?.flatMap(({ event }) => (event.type === 'dispatched' || event.type === 'passed-on' ? [event] : [])) ?? [];
  return sendings.some((sending, i) => sending.payload.teamId === teamId && sendings[i + 1]?.type === 'passed-on');
}

/** Whether the history tells this press by this event: its step, and its words where it has some. */
function isEventOf({ action, words }: Deed, { type, payload: { note = '' } }: CaseEvent): boolean {
  return type === EVENT_OF[action ?? ''] && (words === '' || wordsOf(note) === words);
}

/** Presses under this key that a kill cut off before they were kept, or before the phone could say what became of them: they may have arrived. */
function cutOff(commands: readonly Deed[], key: string): number {
  return commands.filter((deed) => (!deed.isKept || deed.isUnsaid) && deed.told === undefined && `${deed.caseId} ${EVENT_OF[deed.action ?? '']} ${deed.account}` === key).length;
}

/** A command that was told more than a minute late says when it was done, and none says another time than that of its press (CL41). Without one of them nothing is shown. */
export function verifyLate({ history, journal, checks }: Evidence): void {
  const told = journal.deeds.flatMap((deed) => {
    if (deed.kind !== 'command' || deed.key === null || (deed.told !== 'done' && deed.told !== 'rebased')) return [];
    const found = history.cases.get(deed.caseId ?? '')?.find(({ event }) => isEventOf(deed, event) && event.actor.id === deed.account);
    return found ? [{ deed, doneAt: found.event.doneAt, isLate: found.event.at - deed.pressedAt > LATE_MS + SENDING_MS }] : [];
  });
  const wrong = told.filter(({ deed, doneAt, isLate }) => doneAt !== (isLate || doneAt !== undefined ? deed.pressedAt : undefined));
  const late = told.filter(({ isLate }) => isLate).length;
  checks.check('what was told late says when it was done', wrong.length === 0 && late > 0,
    late === 0 ? 'nothing was told late' : some(wrong.map(({ deed, doneAt }) => `${deed.action} of ${deed.account}: ${doneAt} for ${deed.pressedAt}`), `${late} late presses of ${told.length}`));
}

/** What one phone kept came in the order in which it was pressed. */
export function verifyOrder({ history, journal, checks }: Evidence): void {
  const places = placesOf(history);
  const wrong: string[] = [];
  const people = Map.groupBy(journal.deeds, ({ account }) => account);
  const seqOf = ({ words, told, caseId = '', action = '', account }: Deed): number | undefined => {
    if (words !== '') return places.get(words)?.[0]?.seq;
    const isDone = told === 'done' || told === 'rebased';
    return isDone ? history.cases.get(caseId)?.find(({ event }) => event.type === EVENT_OF[action] && event.actor.id === account)?.seq : undefined;
  };
  for (const [account, deeds] of people) {
    let last = 0;
    for (const deed of deeds.toSorted((a, b) => a.serial - b.serial)) {
      const [seq, serial] = [seqOf(deed), deed.serial];
      if (seq === undefined) continue;
      if (seq < last) wrong.push(`${serial} of ${account}`);
      last = Math.max(last, seq);
    }
  }
  checks.check('what each phone kept came in the order it was pressed', wrong.length === 0, some(wrong, `${people.size} people`));
}

/** Each alarm of a device is one case; what came again is none; what came again with other words waits as a dead letter. */
export function verifyAlarms(devices: Devices, letters: readonly string[], { history, checks, account }: Evidence): void {
  const counts = new Map<string, number>();
  for (const [first] of history.cases.values()) {
    const no = first?.event.facts?.externalNo;
    if (no) counts.set(no, (counts.get(no) ?? 0) + 1);
  }
  const lost = devices.alarms.filter((no) => !counts.has(no));
  const twice = devices.alarms.filter((no) => (counts.get(no) ?? 0) > 1);
  const strange = [...counts.keys()].filter((no) => !devices.alarms.includes(no));
  checks.check('every alarm of a device is one case', lost.length + twice.length + strange.length === 0, some([...lost, ...twice, ...strange], `${devices.alarms.length} alarms, ${devices.repeats} said twice`));
  checks.same('numbers that came again with other words are dead letters, and nothing else is', letters.toSorted(), devices.changed.toSorted(), `${devices.changed.length} letters`);
  account.lost += lost.length;
  account.doubled += twice.length + strange.length;
}

/** Nobody held or could open what is another's. */
export function verifyPrivacy({ journal, checks }: Pick<Evidence, 'journal' | 'checks'>, people: readonly FieldPerson[]): void {
  checks.check('nobody saw what is another\'s', journal.leaks.length === 0, some(journal.leaks, `${people.length} people, ${journal.probes} tries`));
}
