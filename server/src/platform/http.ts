import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { REFUSALS, type Refusal, type RefusalCode } from '@wangge/shared/base';
import type { Permission } from '@wangge/shared/access';
import type { Logger } from './logger.ts';
import { StoreUnavailable } from './store-unavailable.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. A route that does not say stops the start: what isn't listed is denied. */
    access?: Permission | 'public' | 'citizen' | 'channel' | 'signed-in';
  }
}

export type Http = FastifyInstance<import('node:http').Server, import('node:http').IncomingMessage, import('node:http').ServerResponse, import('fastify').FastifyBaseLogger, ZodTypeProvider>;

export const BODY_LIMIT_BYTES = 1_048_576;

/** A refusal as every client receives it. */
export function refusalBody(refusal: Refusal): Refusal & { readonly message: string } {
  return { ...refusal, message: REFUSALS[refusal.code].zh };
}

export function sendRefusal(reply: FastifyReply, refusal: Refusal, more: object = {}): FastifyReply {
  return reply.code(REFUSALS[refusal.code].status).send({ ...refusalBody(refusal), ...more });
}

/** The pages that open cameras: they alone may reach the media servers, by script and no other way. */
const WATCHING = /^\/(wall|desk)([/?]|$)/;

/** The bare server: schema checks, security headers, one translator of errors. Faults hide their detail, refusals show it. */
export async function createHttp(log: Logger, trustedProxies: readonly string[] = [], cameraHosts: readonly string[] = []): Promise<Http> {
  const http = Fastify({ logger: false, bodyLimit: BODY_LIMIT_BYTES, trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false, forceCloseConnections: true }).withTypeProvider<ZodTypeProvider>();
  http.setValidatorCompiler(validatorCompiler);
  http.setSerializerCompiler(serializerCompiler);
  await http.register(fastifyCookie);
  await http.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'], connectSrc: ["'self'", ({ url = '' }) => (WATCHING.test(url) ? cameraHosts.join(' ') : '')], mediaSrc: ["'self'", 'blob:'], workerSrc: ["'self'", 'blob:'], objectSrc: ["'none'"], frameAncestors: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
  await http.register(fastifyRateLimit, {
    global: true, max: 6_000, timeWindow: 60_000,
    errorResponseBuilder: (_request, context) => Object.assign(new Error('rate limited'), { statusCode: 429, retryAfterMs: context.ttl }),
  });
  http.setNotFoundHandler((_request, reply) => sendRefusal(reply, { code: 'NOT_FOUND' }));
  http.setErrorHandler((error: FastifyError, request, reply) => translate(error, request, reply, log));
  return http;
}

const BY_FASTIFY_CODE: Readonly<Record<string, RefusalCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE', FST_ERR_CTP_INVALID_JSON_BODY: 'BODY_MALFORMED', FST_ERR_CTP_EMPTY_JSON_BODY: 'BODY_MALFORMED',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'BODY_MALFORMED', FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BODY_MALFORMED',
};

function translate(error: FastifyError, request: FastifyRequest, reply: FastifyReply, log: Logger): FastifyReply {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issue = error.validation[0];
    const unknown = issue?.params as { keys?: string[] } | undefined;
    const path = (issue?.instancePath ?? '').split('/').filter(Boolean).join('.');
    if (unknown?.keys?.length) return sendRefusal(reply, { code: 'FIELD_UNKNOWN', field: [path, unknown.keys[0]].filter(Boolean).join('.') });
    return sendRefusal(reply, { code: 'FIELD_INVALID', field: path || (error.validationContext ?? 'body'), ...(issue?.message ? { detail: issue.message } : {}) });
  }
  const known = BY_FASTIFY_CODE[error.code];
  if (known || error instanceof SyntaxError) return sendRefusal(reply, { code: known ?? 'BODY_MALFORMED' });
  if (error instanceof StoreUnavailable) {
    log.warn({ err: error, method: request.method, route: request.routeOptions.url }, 'the store is unavailable');
    return sendRefusal(reply, { code: error.hindrance === 'disk' ? 'STORE_DISK_FULL' : 'STORE_UNAVAILABLE' });
  }
  if (error.statusCode === 429) return sendRefusal(reply, { code: 'RATE_LIMITED' });
  if (error.statusCode !== undefined && error.statusCode < 500) return sendRefusal(reply, { code: 'FIELD_INVALID', detail: error.code });
  log.error({ err: error, method: request.method, route: request.routeOptions.url }, 'request failed');
  return sendRefusal(reply, { code: 'INTERNAL_FAULT' });
}
