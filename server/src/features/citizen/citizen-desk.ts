import { gzipSync } from 'node:zlib';
import type { z } from 'zod';
import type { Actor } from '@wangge/shared/access';
import { asId, ok, refuse, type CaseId, type RefusalCode, type Result } from '@wangge/shared/base';
import type { Case, CaseAction, CasePayload } from '@wangge/shared/case';
import { shownReceiptCode, type Challenge, type CitizenDoor, type CitizenProgress, type CitizenReceipt } from '@wangge/shared/citizen';
import type { Clock } from '../../platform/clock.ts';
import type { AttachmentStore } from '../../store/attachment-store.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { bareImage } from '../attachments/bare-image.api.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { citizenDoorKind, type CitizenDoorList } from './citizen-door-kind.api.ts';
import { openDoorSecret, photoIdOf, receiptCodeOf, receiptHash } from './citizen-keys.ts';
import { holderOf, progressOf } from './citizen-progress.ts';
import type { citizenReport } from './citizen.schema.ts';
import { issueChallenge, proofRefusal } from './work-proof.ts';

/** The channel of what citizens report by their own phone. */
const SOURCE = '随手拍';
const SCOPE = 'citizen';
/** Reports whose photos are counted at one time. */
const MOST_COUNTED = 5_000;

export interface CitizenParts {
  readonly ledger: Ledger;
  readonly documents: DocumentStore;
  readonly attachments: AttachmentStore;
  readonly lists: ListsApi;
  readonly district: DistrictApi;
  readonly cases: CasesApi;
  readonly clock: Clock;
}

/** Who sends a wish by a receipt code, and the name it is known by when it is sent again. */
interface Sender {
  readonly commandId: string;
  readonly actor: Actor;
  readonly ip: string;
}

export type CitizenDesk = ReturnType<typeof createCitizenDesk>;

/** What happens behind the citizens' door (百姓上报). The receipt code is the only key to a case, and is kept as its hash. */
export function createCitizenDesk({ ledger, documents, attachments, lists, district, cases, clock }: CitizenParts) {
  const counts = new Map<string, number>();
  const photosOf = new Map<string, Set<string>>();
  let secret: Promise<string> | undefined;
  let map: Buffer | undefined;
  const doorSecret = (): Promise<string> => (secret ??= openDoorSecret(documents).catch((error: unknown) => {
    secret = undefined;
    throw error;
  }));
  const rules = (): CitizenDoorList => lists.inForce(citizenDoorKind, clock.now()).content;
  const count = (what: RefusalCode | 'taken' | 'rated' | 'reopen-asked'): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  /** Matters of the list whose type is in force. */
  const offered = (): CitizenDoorList['matters'] => {
    const known = new Set(district.current().caseTypes.map(({ code }) => code));
    return rules().matters.filter(({ typeCode }) => known.has(typeCode));
  };

  const receiptOf = (code: string, answer: string): CitizenReceipt => ({ code: shownReceiptCode(code), no: (JSON.parse(answer) as { no: string }).no });

  async function progress(id: CaseId, actor: Actor): Promise<CitizenProgress | null> {
    const item = await cases.find(id);
    const now = clock.now();
    return item ? progressOf(item, actor, now, {
      find: (other) => cases.get(other), context: (held: Case) => cases.context(now, held),
      history: async (other) => (await cases.history(other)).map(({ event }) => event), names: district.current().people.map(({ name }) => name),
    }) : null;
  }

  /** What whoever holds the code of a report does about the case that answers for it; sent again under its name it has no second effect. */
  async function act(id: CaseId, action: CaseAction, payload: CasePayload, counted: 'rated' | 'reopen-asked', { commandId, actor, ip }: Sender): Promise<Result<CitizenProgress>> {
    const own = await cases.find(id);
    if (!own) return refuse('CITIZEN_CODE_UNKNOWN');
    const item = holderOf(own, (other) => cases.get(other));
    const done = await cases.command(asId<CaseId>(item.id), { action, expectedRevision: item.revision, actor, payload, ip }, clock.now(), { commandId, said: payload });
    if (!done.ok) return done;
    count(counted);
    return ok((await progress(id, actor))!);
  }

  return {
    rules, count,
    counters: (): Readonly<Record<string, number>> => Object.fromEntries(counts),

    door(): CitizenDoor {
      const { town, isDemo } = district.current();
      return { town, isDemo, photosMax: rules().photosMax, matters: offered() };
    },

    hasVillage: (code: string): boolean => district.current().villages.some((village) => village.code === code),

    /** The land as everybody may see it, packed once; houses are left out. */
    packedMap(): Buffer {
      return (map ??= gzipSync(JSON.stringify({ ...district.map(), buildings: undefined })));
    },

    challenge: async (key: string): Promise<Challenge> => issueChallenge(await doorSecret(), key, rules().proof, clock.now()),
    proofRefusal: async (key: string, header: unknown): Promise<RefusalCode | null> => proofRefusal(await doorSecret(), key, header, clock.now()),

    /** Keeps a photo without what the camera wrote into it, and answers its id; the same photo twice is one. */
    async keepPhoto(key: string, given: unknown): Promise<Result<string>> {
      const bytes = Buffer.isBuffer(given) ? bareImage(given, 'image/jpeg') : null;
      if (!bytes) return refuse('ATTACHMENT_TYPE_REFUSED', { detail: '只收 JPEG' });
      const id = photoIdOf(key, bytes);
      const held = photosOf.get(key) ?? new Set();
      if (!held.has(id) && held.size >= rules().photosMax) return refuse('CITIZEN_PHOTOS_FULL');
      photosOf.set(key, held.add(id));
      if (photosOf.size > MOST_COUNTED) photosOf.delete(photosOf.keys().next().value!);
      if ((await attachments.mediaTypeOf(id)) === null) await attachments.add({ id, mediaType: 'image/jpeg', bytes, addedAt: clock.now(), addedBy: SCOPE });
      return ok(id);
    },

    /** What this report was answered before; null when it was not, so that only a first report needs a proof. */
    async answered(key: string, bodyHash: string): Promise<Result<CitizenReceipt> | null> {
      const code = receiptCodeOf(await doorSecret(), key);
      const record = await ledger.wasDone(SCOPE, receiptHash(code));
      if (!record) return null;
      return record.bodyHash === bodyHash ? ok(receiptOf(code, record.answer)) : refuse('IDEMPOTENCY_KEY_REUSED');
    },

    async report(key: string, bodyHash: string, body: z.infer<typeof citizenReport>, actor: Actor, ip: string): Promise<Result<CitizenReceipt>> {
      if (!offered().some(({ typeCode: one }) => one === body.typeCode)) return refuse('CITIZEN_MATTER_CLOSED', { field: 'typeCode' });
      if (body.photos.length > rules().photosMax) return refuse('CITIZEN_PHOTOS_FULL', { field: 'photos' });
      const code = receiptCodeOf(await doorSecret(), key);
      const { typeCode, description, lngLat, address, photos, name, phone } = body;
      const reporter = { name: name || null, phone: phone || null, isSecret: false, hasCode: true as const };
      const input = { typeCode, description, source: SOURCE, externalNo: null, lngLat, address, photos, reporter, ip };
      const answer = await cases.report([input], actor, clock.now(), {
        scope: SCOPE, key: receiptHash(code), bodyHash,
        answerOf: ({ cases: [item] }) => JSON.stringify(item ? { id: item.id, no: item.no } : {}),
      });
      if (answer.kind === 'repeated') return answer.record.bodyHash === bodyHash ? ok(receiptOf(code, answer.record.answer)) : refuse('IDEMPOTENCY_KEY_REUSED');
      const [refused] = answer.outcome.refused;
      if (refused) return { ok: false, error: refused.refusal };
      count('taken');
      return ok(receiptOf(code, answer.answer));
    },

    /** The case that a receipt code opens; null for a code nobody holds. */
    async caseOf(code: string): Promise<string | null> {
      const record = await ledger.wasDone(SCOPE, receiptHash(code));
      return record ? (JSON.parse(record.answer) as { id: string }).id : null;
    },

    progress,

    /** 评价 of whoever reported. The same rating sent again has no second effect. */
    rate: (id: CaseId, rating: Pick<CasePayload, 'satisfaction' | 'isResolved'>, by: Sender): Promise<Result<CitizenProgress>> => act(id, 'evaluate', rating, 'rated', by),

    /** 重办申请 of whoever reported: the duty chief decides, nothing is reopened by it. */
    askReopen: (id: CaseId, reason: string, by: Sender): Promise<Result<CitizenProgress>> => act(id, 'ask-reopen', { reportCaseId: id, reason }, 'reopen-asked', by),
  };
}
