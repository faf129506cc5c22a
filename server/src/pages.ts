import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { Http } from './platform/http.ts';

const WEB_DIST = join(import.meta.dirname, '../../web/dist');
const SURFACES = ['/', '/wall', '/desk', '/desk/*', '/remote', '/field', '/field/site/:code', '/signs', '/signs/report', '/signin', '/report'] as const;

/** The description of the API, made from the very schemas that check it. Register before any route. */
export async function describeApi(http: Http): Promise<void> {
  await http.register(fastifySwagger, { openapi: { openapi: '3.1.0', info: { title: '望格 API', version: '1' } }, transform: jsonSchemaTransform });
  await http.register(fastifySwaggerUi, { routePrefix: '/api/docs' });
  http.get('/api/openapi.json', { schema: { hide: true } }, async () => http.swagger());
}

/** The built pages; without a build only the API is served. */
export async function servePages(http: Http): Promise<void> {
  if (!existsSync(join(WEB_DIST, 'index.html'))) return;
  await http.register(fastifyStatic, { root: WEB_DIST, wildcard: false, index: false, setHeaders: (reply, path) => {
    reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  } });
  for (const url of SURFACES) http.get(url, { schema: { hide: true } }, async (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html'));
}
