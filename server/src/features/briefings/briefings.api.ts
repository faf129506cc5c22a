import { createHash } from 'node:crypto';
import { can, type Actor } from '@wangge/shared/access';
import { dateKey, ok, refuse, type Result } from '@wangge/shared/base';
import {
  canonicalJson, decideBriefing, decideFreeze, evolveBriefing, type Briefing, type BriefingContent, type BriefingEvent, type BriefingPayload,
} from '@wangge/shared/briefing';
import type { Wish } from '@wangge/shared/life';
import type { Ledger } from '../../ledger/ledger.ts';
import { createObjects } from '../../ledger/objects.ts';
import type { AttachmentStore } from '../../store/attachment-store.ts';
import type { StoredEvent } from '../../store/event-store.ts';
import type { ReadPast } from '../replay/past-room.api.ts';
import { isLiveId } from './freeze/live-figures.ts';
import { freezeContent, type FreezeSources, type FreezeWish } from './freeze/freeze-content.ts';
import { freezePicture } from './freeze/read-picture.ts';

/** SHA-256 of a content in canonical JSON, hexadecimal. */
export function hashContent(content: BriefingContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** The id of what one act or one plan brings into being: the same however often it is asked. */
export function idFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A wish to freeze as it comes from a page: the picture still by its id, the moment not yet read. */
export interface FreezeInput extends Omit<FreezeWish, 'picture'> {
  /** A moment that was (BF12), epoch ms: then only live figures; null: now. */
  readonly momentAt: number | null;
  readonly pictureId: string | null;
  readonly caption: string;
}

/** 简报: the one way by which briefings come into being and move. */
export interface BriefingsApi {
  get(id: string): Briefing | undefined;
  all(): IterableIterator<Briefing>;
  history(id: string): Promise<readonly StoredEvent<BriefingEvent>[]>;
  onChanges(listener: () => void): void;
  /** A repeated `commandId` answers what it made. `planId`: the plan that asks. */
  freeze(input: FreezeInput, actor: Actor, at: number, commandId: string, planId?: string): Promise<Result<Briefing>>;
  command(id: string, wish: Wish<BriefingPayload>, at: number, commandId: string): Promise<Result<Briefing>>;
}

export interface BriefingsNeeds extends FreezeSources {
  readonly ledger: Ledger;
  readonly attachments: AttachmentStore;
  readonly past: ReadPast;
}

export function createBriefingsApi({ ledger, attachments, past, ...sources }: BriefingsNeeds): BriefingsApi {
  const objects = createObjects<Briefing, BriefingEvent>(ledger, { kind: 'briefing', evolve: evolveBriefing });

  async function freeze({ pictureId, caption, momentAt, ...input }: FreezeInput, actor: Actor, at: number, commandId: string, planId: string | null = null): Promise<Result<Briefing>> {
    const id = idFrom(commandId);
    const known = objects.get(id);
    if (known) return ok(known);
    if (input.unmaskFor !== null && !can(actor.role, 'case.view-personal')) return refuse('ACTION_FORBIDDEN', { field: 'unmaskFor', rule: 'BF5' });
    const picture = pictureId === null ? ok(null) : await freezePicture(attachments, pictureId, caption);
    if (!picture.ok) return picture;
    const wish = { ...input, picture: picture.value };
    if (momentAt !== null && momentAt > at) return refuse('REPLAY_NOT_YET', { field: 'momentAt', rule: 'BF12' });
    const appraised = momentAt === null ? undefined : input.figureIds.find((id) => !isLiveId(id));
    if (appraised !== undefined || (momentAt !== null && input.kind !== 'moment')) return refuse('FIELD_INVALID', { field: appraised === undefined ? 'kind' : 'figureIds', detail: appraised ?? input.kind, rule: 'BF12' });
    const content = momentAt === null ? freezeContent(sources, wish, actor, at) : await past(momentAt, (then) => freezeContent({ ...sources, ...then }, wish, actor, momentAt));
    if (!content.ok) return content;
    const day = dateKey(at).replaceAll('-', '');
    const serial = await ledger.takeSerials(`briefing-no/${content.value.area.code}/${day}`);
    const opened = { id, planId, no: `${content.value.area.code}-JB-${day}-${String(serial).padStart(2, '0')}`, content: content.value };
    const decided = decideFreeze(opened, actor, at, hashContent);
    return decided.ok ? objects.open(opened.id, { events: [decided.value] }, commandId) : decided;
  }

  return {
    get: (id) => objects.get(id), all: () => objects.all(), history: (id) => objects.history(id), onChanges: (listener) => objects.onChanges(listener), freeze,
    command: (id, wish, at, commandId) => objects.act(id, wish, (state, asked) => {
      const decided = decideBriefing(state, asked, at, hashContent);
      return decided.ok ? ok({ events: [decided.value] }) : decided;
    }, commandId),
  };
}
