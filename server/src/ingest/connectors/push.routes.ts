import { z } from 'zod';
import { TOPICS } from '@wangge/shared/connector';
import { actorIn } from '../../features/access/gate.api.ts';
import type { ConnectorsApi } from '../../features/connectors/connectors.api.ts';
import type { Clock } from '../../platform/clock.ts';
import { decodeText } from '../../platform/csv.ts';
import { refusalBody, sendRefusal, type Http } from '../../platform/http.ts';

const params = z.strictObject({ id: z.string().max(40), topic: z.enum(TOPICS) });
const CHANNEL = 'channel:';

/**
 * 推送接入: another system posts a message in its own format, whatever its content type says, with its channel's key. 200: all of it
 * became cases; 202: some of it lies as a dead letter. In both nothing needs to be sent again; any other answer promises nothing.
 */
export function connectorPushRoutes(http: Http, connectors: ConnectorsApi, clock: Clock): void {
  void http.register(async (door) => {
    door.removeAllContentTypeParsers();
    door.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    door.addHook('onError', async (request, _reply, error) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') connectors.count((request.params as { id: string }).id.slice(0, 40), 'too-large');
    });
    door.post('/api/v1/intake/connectors/:id/:topic', { config: { access: 'channel' }, schema: { params } }, async (request, reply) => {
      const { id, topic } = request.params as z.infer<typeof params>;
      const text = Buffer.isBuffer(request.body) ? decodeText(request.body) : '';
      const done = await connectors.take({ connectorId: id, topic, channelId: actorIn(request).id.slice(CHANNEL.length), ip: request.ip }, text, clock.now());
      if (!done.ok) return sendRefusal(reply, done.error);
      const { taken, letters } = done.value;
      return reply.code(letters.length > 0 ? 202 : 200).send({
        taken, letters: letters.map(({ index, letter }) => ({ index, letterId: letter.id, externalNo: letter.externalNo, ...refusalBody(letter.refusal) })),
      });
    });
  });
}
