import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ok, refuse, type Result } from '@wangge/shared/base';
import { byteRange } from '../../platform/byte-range.ts';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { newUuid } from '../../platform/ids.ts';
import type { Attachment, AttachmentStore } from '../../store/attachment-store.ts';
import { actorIn } from '../access/gate.api.ts';
import { bareImage } from './bare-image.api.ts';
import { sniffAudio } from './sniff-audio.ts';
import { sniffImage } from './sniff-image.ts';

const MAX_PHOTO_BYTES = 8 * 1_048_576;

/** Any type a sender may name: what it is, its bytes say. */
const NAMED_TYPES = /^(image|audio|video)\/|^application\/octet-stream$/;
const keySchema = z.looseObject({ 'idempotency-key': z.uuid().optional() });

/**
 * Photos and voice notes: one a request, recognised by its bytes, never by its name, a voice note no larger than the rules say; handed in by a person or by a channel that reports. Under
 * an Idempotency-Key the photo bears that name, so that one whose answer was lost is sent again without being kept twice.
 */
export function attachmentRoutes(http: Http, store: AttachmentStore, clock: Clock, voiceMaxBytes: () => number): void {
  http.addContentTypeParser(NAMED_TYPES, { parseAs: 'buffer', bodyLimit: MAX_PHOTO_BYTES }, (_request, body, done) => done(null, body));

  async function take(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const read = readAttachment(request.body, voiceMaxBytes());
    if (!read.ok) return sendRefusal(reply, read.error);
    const key = request.headers['idempotency-key'] as string | undefined;
    const attachment = { id: key ?? newUuid(), ...read.value, addedAt: clock.now(), addedBy: actorIn(request).id };
    if (!(await keepOnce(store, attachment))) return sendRefusal(reply, { code: 'IDEMPOTENCY_KEY_REUSED' });
    return reply.code(201).send({ id: attachment.id, url: `/api/v1/attachments/${attachment.id}` });
  }

  http.post('/api/v1/attachments', { config: { access: 'attachment.add' }, bodyLimit: MAX_PHOTO_BYTES, schema: { headers: keySchema } }, take);
  http.post('/api/v1/intake/attachments', { config: { access: 'channel' }, bodyLimit: MAX_PHOTO_BYTES, schema: { headers: keySchema } }, take);

  http.get('/api/v1/attachments/:id', {
    config: { access: 'attachment.view' }, schema: { params: z.strictObject({ id: z.uuid() }) },
  }, async (request, reply) => {
    const found = await store.find(request.params.id);
    if (!found) return sendRefusal(reply, { code: 'NOT_FOUND' });
    const size = found.bytes.length;
    const range = byteRange(request.headers.range, size);
    reply.type(found.mediaType).header('cache-control', 'private, max-age=86400').header('content-disposition', 'inline').header('accept-ranges', 'bytes');
    if (range === null) return reply.send(found.bytes);
    if (range === 'outside') return reply.code(416).header('content-range', `bytes */${size}`).send();
    const [from, to] = range;
    return reply.code(206).header('content-range', `bytes ${from}-${to}/${size}`).send(found.bytes.subarray(from, to + 1));
  });
}

/** What was handed in as it is kept, or why it is not. */
function readAttachment(given: unknown, voiceMaxBytes: number): Result<Pick<Attachment, 'mediaType' | 'bytes'>> {
  if (!Buffer.isBuffer(given)) return refuse('ATTACHMENT_TYPE_REFUSED');
  const audio = sniffAudio(given);
  if (audio) return given.length <= voiceMaxBytes ? ok({ mediaType: audio, bytes: given }) : refuse('VOICE_NOTE_TOO_LARGE', { detail: String(voiceMaxBytes), rule: 'VN3' });
  const image = sniffImage(given);
  const bytes = image && bareImage(given, image);
  if (!image) return refuse('ATTACHMENT_TYPE_REFUSED');
  return bytes ? ok({ mediaType: image, bytes }) : refuse('ATTACHMENT_BROKEN');
}

/** Keeps it, or finds it kept already by the same sender; false where its name belongs to something else. Of two at once one keeps it. */
async function keepOnce(store: AttachmentStore, given: Attachment): Promise<boolean> {
  const isSame = (kept: Attachment): boolean => kept.addedBy === given.addedBy && kept.bytes.equals(given.bytes);
  const known = await store.find(given.id);
  if (known) return isSame(known);
  try {
    await store.add(given);
    return true;
  } catch (error) {
    const kept = await store.find(given.id);
    if (!kept) throw error;
    return isSame(kept);
  }
}
