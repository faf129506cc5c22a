import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { Aedes } from 'aedes';

/** A real MQTT broker in this process, which keeps its sessions while its port is closed. */
export interface TestBroker {
  readonly port: number;
  /** Payloads that were acknowledged by whom they were sent to, in order. */
  readonly acknowledged: readonly string[];
  /** Says who may come in and what may be heard; everybody and everything until told. */
  readonly rules: { password: string | null; isDeaf: (filter: string) => boolean };
  publish(topic: string, payload: string | Buffer): Promise<void>;
  /** Which filters are heard on lines that are open. */
  filters(): readonly string[];
  /** Cuts all lines and takes no new one. */
  leave(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

const TLS = join(import.meta.dirname, '../fixtures/tls');
/** The authority that signed the broker's certificate: nobody trusts it but who is told to. */
export const brokerAuthority = (): string => readFileSync(join(TLS, 'ca.pem'), 'utf8');

/** `isSecret`: spoken to over TLS only (`mqtts`). */
export async function startBroker(isSecret = false): Promise<TestBroker> {
  const rules: TestBroker['rules'] = { password: null, isDeaf: () => false };
  const acknowledged: string[] = [];
  const sockets = new Set<Socket>();
  const heard = new Map<string, Set<string>>();
  const broker = await Aedes.createBroker({
    authenticate: (_client, _name, password, done) => {
      const isKnown = rules.password === null || password?.toString() === rules.password;
      done(isKnown ? null : Object.assign(new Error('not known here'), { returnCode: 5 }), isKnown);
    },
    authorizeSubscribe: (_client, subscription, done) => done(null, rules.isDeaf(subscription.topic) ? null : subscription),
  });
  // The packet is missing where what was acknowledged is nothing that was sent.
  broker.on('ack', (packet) => void acknowledged.push(packet && 'payload' in packet ? packet.payload.toString() : 'what nobody sent'));
  broker.on('subscribe', (subscriptions, { id }) => heard.set(id, new Set([...(heard.get(id) ?? []), ...subscriptions.filter(({ qos }) => Number(qos) < 128).map(({ topic }) => topic)])));
  broker.on('unsubscribe', (filters, { id }) => filters.forEach((filter) => heard.get(id)?.delete(filter)));
  broker.on('clientDisconnect', ({ id }) => void heard.delete(id));
  let server: Server;
  let port = 0;
  async function comeBack(): Promise<void> {
    const take = (socket: Socket): void => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
      broker.handle(socket);
    };
    server = isSecret ? createTlsServer({ key: readFileSync(join(TLS, 'broker.key.pem')), cert: readFileSync(join(TLS, 'broker.pem')) }, take) : createServer(take);
    await new Promise<void>((ready) => void server.listen(port, '127.0.0.1', ready));
    port = (server.address() as AddressInfo).port;
  }
  async function leave(): Promise<void> {
    const closed = new Promise<void>((done) => void server.close(() => done()));
    sockets.forEach((socket) => socket.destroy());
    await closed;
  }
  await comeBack();
  return {
    port, acknowledged, rules, leave, comeBack,
    filters: () => [...heard.values()].flatMap((filters) => [...filters]).sort(),
    publish: (topic, payload) => new Promise((done, fail) => broker.publish({ cmd: 'publish', topic, payload, qos: 1, retain: false, dup: false }, (error) => (error ? fail(error) : done()))),
    async close() {
      await leave();
      await new Promise<void>((done) => broker.close(() => done()));
    },
  };
}
