import { isInArea, type Actor } from '../access/index.ts';
import { ok, refuse, type Result } from '../base/index.ts';
import { allowedRows, findRow, stateAfter, type Guards, type Wish } from '../life/index.ts';
import { NOTICE_AUTHORS, NOTICE_LIFE, type NoticeEventType, type NoticeGuard, type NoticeLifeRow, type NoticeState } from './notice-life.ts';
import type { NoticeContent, NoticePayload } from './notice-content.ts';
import type { Notice, NoticeEvent } from './notice.ts';
import { toldNumber } from './told-numbers.ts';

interface GuardInput { readonly notice: Notice; readonly actor: Actor; readonly payload: NoticePayload; readonly now: number }

const contentOf = ({ draft, edition }: Notice): NoticeContent => (draft ?? edition)!.content;
/** 村务公开 and 财务公开 (村民委员会组织法第三十、三十二条): what stands in the village's ledger was looked at by a second person. */
const isLedger = ({ kind }: NoticeContent): boolean => kind === 'affairs' || kind === 'money';

const GUARDS: Guards<NoticeGuard, GuardInput> = {
  'own-area': { rule: 'VC1', check: ({ notice, actor }) => (isInArea(contentOf(notice).areaCode, actor.areaCode) ? null : 'OBJECT_NOT_FOUND') },
  'same-place': {
    rule: 'VC5', field: 'content.areaCode', onPayload: true,
    check({ notice: { edition }, payload: { content } }) {
      const stays = !edition || !content || (edition.content.areaCode === content.areaCode && edition.content.kind === content.kind);
      return stays ? null : 'NOTICE_PLACE_FIXED';
    },
  },
  'has-draft': { rule: 'VC5', check: ({ notice }) => (notice.draft ? null : 'NOTICE_NOTHING_NEW') },
  'second-hand': { rule: 'VC2', check: ({ notice: { draft }, actor }) => (draft && isLedger(draft.content) && draft.writers.includes(actor.id) ? 'NOTICE_SECOND_PERSON' : null) },
  'not-over': { rule: 'VC3', field: 'content.until', check: ({ notice: { draft }, now }) => (draft && draft.content.until !== null && draft.content.until <= now ? 'NOTICE_TIMES' : null) },
};

/** Why a content can't be kept: its place, its times, its money, or a number in it that leads to a person. */
function contentRefusal({ areaCode, title, text, lines, kind, from, until }: NoticeContent, arePhonesMeant: boolean, actor: Actor): Result<null> {
  if (!isInArea(areaCode, actor.areaCode)) return refuse('ACTION_FORBIDDEN', { rule: 'VC1', field: 'content.areaCode' });
  if (from !== null && until !== null && from >= until) return refuse('NOTICE_TIMES', { rule: 'VC3', field: 'content.until' });
  if ((kind === 'money') !== lines.length > 0) return refuse('NOTICE_MONEY', { rule: 'VC8', field: 'content.lines' });
  const told = [['content.title', title], ['content.text', text], ['content.lines', lines.map(({ item }) => item).join('\n')]] as const;
  for (const [field, words] of told) {
    const refused = numberRefusal(words, field, arePhonesMeant);
    if (!refused.ok) return refused;
  }
  return ok(null);
}

/** Who reads a notice is anybody: no number of a card at all, one of a telephone only where it is meant. */
function numberRefusal(words: string, field: string, arePhonesMeant: boolean): Result<null> {
  const told = toldNumber(words);
  if (told === null || (told.kind === 'phone' && arePhonesMeant)) return ok(null);
  return refuse(told.kind === 'identity' ? 'NOTICE_IDENTITY_NUMBER' : 'NOTICE_PHONE_NUMBER', { rule: 'VC6', field, detail: told.number });
}

/** Begins a notice as a draft. */
export function draftNotice(id: string, payload: NoticePayload & { readonly content: NoticeContent }, actor: Actor, at: number): Result<NoticeEvent> {
  if (!NOTICE_AUTHORS.some((role) => role === actor.role)) return refuse('ACTION_FORBIDDEN', { rule: 'VC1' });
  const fit = contentRefusal(payload.content, payload.arePhonesMeant === true, actor);
  return fit.ok ? ok({ type: 'drafted', at, actor, to: 'draft', payload, id }) : fit;
}

/** Turns a wish into the event it causes, or into a refusal. */
export function decideNotice(notice: Notice, wish: Wish<NoticePayload>, at: number): Result<NoticeEvent> {
  const { actor, payload } = wish;
  const found = findRow<NoticeState, NoticeGuard, NoticeLifeRow, GuardInput>(NOTICE_LIFE, notice, wish, GUARDS, { notice, actor, payload, now: at });
  if (!found.ok) return found;
  const fit = payload.content ? contentRefusal(payload.content, payload.arePhonesMeant === true, actor) : numberRefusal(payload.reason ?? '', 'reason', false);
  if (!fit.ok) return fit;
  const event: NoticeEvent = { type: found.value.event as NoticeEventType, at, actor, to: stateAfter(found.value, notice, notice.state), payload };
  return ok(event.type === 'published' ? { ...event, shownFrom: shownFrom(notice, at) } : event);
}

/** What people read already goes on being read in its new version; else it begins when it says. */
function shownFrom({ draft, edition }: Notice, at: number): number {
  return edition && edition.shownFrom <= at ? edition.shownFrom : Math.max(at, draft?.content.from ?? at);
}

/** What this actor may do with the notice now. */
export function noticeActions(notice: Notice, actor: Actor, now: number): string[] {
  return allowedRows<NoticeState, NoticeGuard, NoticeLifeRow, GuardInput>(NOTICE_LIFE, notice, actor, GUARDS, { notice, actor, payload: {}, now }).map(({ action }) => action);
}
