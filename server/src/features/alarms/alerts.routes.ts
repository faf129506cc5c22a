import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import type { Alerts } from './out/create-alerts.ts';

const params = z.strictObject({ id: z.string().max(40) });
const body = z.strictObject({ secret: z.string().min(8).max(200) });

/** 告警外发 over HTTP: an administrator puts in what a gateway's owner gave; it is never shown again. */
export function alertRoutes(http: Http, alerts: Pick<Alerts, 'hasGateway' | 'keepSecret'>, clock: Clock): void {
  http.put('/api/v1/alert-gateways/:id/secret', { config: { access: 'admin.manage' }, schema: { params, body } }, async (request, reply) => {
    const { id } = request.params;
    if (!alerts.hasGateway(id, clock.now())) return sendRefusal(reply, { code: 'ALERT_GATEWAY_UNKNOWN' });
    await alerts.keepSecret(id, request.body.secret);
    return reply.code(204).send();
  });
}
