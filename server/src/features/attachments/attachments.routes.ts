import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { newUuid } from '../../platform/ids.ts';
import type { AttachmentStore } from '../../store/attachment-store.ts';
import { actorIn } from '../access/gate.api.ts';
import { sniffImage } from './sniff-image.ts';

const MAX_PHOTO_BYTES = 8 * 1_048_576;

/** Photos: one image a request, recognised by its bytes, never by its name; handed in by a person or by a channel that reports. */
export function attachmentRoutes(http: Http, store: AttachmentStore, clock: Clock): void {
  http.addContentTypeParser(['image/jpeg', 'image/png', 'image/webp', 'application/octet-stream'], { parseAs: 'buffer', bodyLimit: MAX_PHOTO_BYTES }, (_request, body, done) => done(null, body));

  async function take(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const bytes = request.body;
    const mediaType = Buffer.isBuffer(bytes) ? sniffImage(bytes) : null;
    if (!Buffer.isBuffer(bytes) || !mediaType) return sendRefusal(reply, { code: 'ATTACHMENT_TYPE_REFUSED' });
    const id = newUuid();
    await store.add({ id, mediaType, bytes, addedAt: clock.now(), addedBy: actorIn(request).id });
    return reply.code(201).send({ id, url: `/api/v1/attachments/${id}` });
  }

  http.post('/api/v1/attachments', { config: { access: 'attachment.add' }, bodyLimit: MAX_PHOTO_BYTES }, take);
  http.post('/api/v1/intake/attachments', { config: { access: 'channel' }, bodyLimit: MAX_PHOTO_BYTES }, take);

  http.get('/api/v1/attachments/:id', {
    config: { access: 'attachment.view' }, schema: { params: z.strictObject({ id: z.uuid() }) },
  }, async (request, reply) => {
    const found = await store.find(request.params.id);
    if (!found) return sendRefusal(reply, { code: 'NOT_FOUND' });
    return reply.type(found.mediaType).header('cache-control', 'private, max-age=86400').header('content-disposition', 'inline').send(found.bytes);
  });
}
