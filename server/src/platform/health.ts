import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { Http } from './http.ts';

/** Named numbers that are read when somebody looks. */
export type Readings = Readonly<Record<string, { readonly help: string; read(): number | Readonly<Record<string, number>> }>>;

/** `/healthz`: the process answers. `/readyz`: it can take work. `/metrics`: its numbers, for Prometheus. */
export function healthRoutes(http: Http, isReady: () => Promise<boolean>, readings: Readings): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const [name, { help, read }] of Object.entries(readings)) {
    new Gauge({
      name: `wangge_${name}`, help, labelNames: ['kind'], registers: [registry],
      collect() {
        const value = read();
        if (typeof value === 'number') this.set(value);
        else for (const [kind, count] of Object.entries(value)) this.set({ kind }, count);
      },
    });
  }
  http.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  http.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const isUp = await isReady();
    return reply.code(isUp ? 200 : 503).send({ status: isUp ? 'ready' : 'store unreachable' });
  });
  http.get('/metrics', { schema: { hide: true } }, async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}
