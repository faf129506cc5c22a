import { DAY_MS } from '@wangge/shared/base';
import { ever, last, type History } from './history.ts';
import { isIn, type Add, type Window, type World } from './tally.ts';

/** The type as it is now, after corrections. */
function typeOf(history: History) {
  return history.events.findLast(({ caseType }) => caseType)?.caseType ?? history.events[0]!.facts!.type;
}

export function gridOf(history: History): string {
  return history.events.findLast(({ type, payload }) => type === 'accepted' && payload.gridCode)?.payload.gridCode ?? history.events[0]!.facts!.gridCode;
}

/** I01–I05, I08, I11–I14, I33, I37, I38, I43, I47. */
export function countReports(history: History, window: Window, world: World, add: Add): void {
  const first = history.events[0]!;
  const facts = first.facts!;
  const { settings } = world;
  const isVoid = ever(history, 'voided');
  const filed = last(history, 'filed');
  const lead = history.lead.at(-1) ?? null;
  const isSelf = first.type === 'self-handling-reported';
  if (isIn(window, first.at)) {
    if (first.actor.role === 'grid-worker') {
      const worker = { post: ['grid-worker', first.actor.id] as const };
      const isValid = !isVoid && (filed !== undefined || ever(history, 'merged', 'self-handling-approved'));
      add('I01', worker, 1, 0);
      if (isValid) add('I02', worker, 1, 0);
      add('I03', worker, isValid ? 1 : 0, 1);
    }
    if (!ever(history, 'merged') && !isSelf) add('I12', {}, filed ? 1 : 0, 1);
    if (settings.hotlineSources.includes(facts.source)) add('I47', { department: lead }, isRepeated(history, world) ? 1 : 0, 1);
  }
  const accepted = last(history, 'accepted');
  if (accepted && isIn(window, accepted.at)) {
    const closed = history.events.at(-1)!.to;
    const isClosed = closed === 'closed' || closed === 'evaluated' || closed === 'archived';
    add('I08', { post: ['intake', accepted.actor.id] }, 1, 0);
    add('I40', {}, isClosed && !(lead !== null && world.levelOf(lead) === 'county') ? 1 : 0, 1);
    add('I43', {}, ever(history, 'county-called') ? 1 : 0, 1);
  }
  if (!filed || !isIn(window, filed.at)) return;
  const chief = ['duty-chief', filed.actor.id] as const;
  const isPublic = settings.publicSources.includes(facts.source);
  const type = typeOf(history);
  const isMissed = isPublic && !isVoid && !type.containsPersonalInfo && settings.missablePlatforms.includes(type.platform);
  const worker = { post: ['grid-worker', world.gridWorkerOf(gridOf(history))] as const };
  const isExtended = lead !== null && history.events.some(({ type: kind }, i) => kind === 'extended' && history.lead[i] === lead);
  const wait = history.waits.find(({ end }) => end === filed)!;
  const dueAt = wait.begin.stepClock?.dueAt ?? Infinity;
  if (isMissed) add('I04', worker, 1, 0);
  add('I05', worker, isMissed ? 1 : 0, 1);
  add('I11', { department: lead, post: chief }, 1, 0);
  add('I13', { post: chief }, filed.at <= dueAt ? 1 : 0, 1);
  add('I14', { post: chief }, isVoid ? 0 : 1, 1);
  add('I33', { department: lead }, isExtended ? 1 : 0, 1);
  add('I37', { department: lead }, isVoid ? 1 : 0, 1);
  add('I38', { department: lead }, isPublic && !isVoid ? 1 : 0, 1);
}

/** 同人同事: the same phone told of the same type within the days before. */
function isRepeated(history: History, world: World): boolean {
  const { phone } = history.events[0]!.facts!.reporter;
  if (phone === null) return false;
  const at = history.events[0]!.at;
  return world.byPhone(phone).some((other) => {
    const before = other.events[0]!.at;
    const isEarlier = before < at || (before === at && other.id < history.id);
    return other.id !== history.id && isEarlier && at - before <= world.settings.repeatDays * DAY_MS && typeOf(other).code === typeOf(history).code;
  });
}
