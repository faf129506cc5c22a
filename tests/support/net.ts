import { createServer, request, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** The net between a phone and the product: it can be away, and the product behind it can become another build. */
export interface Net {
  readonly url: string;
  /** From now on nothing gets through and no connection stands, until `mend`. */
  cut(): void;
  mend(): void;
  /** The next answer to a request of this path is lost on its way, though the product has done what was asked. */
  loseAnswer(path: string): void;
  /** Answers that were lost so far. */
  readonly lost: number;
  /** The product was updated: all its scripts have other names, and those of before are gone. */
  update(): void;
  close(): void;
}

/** A built script by the hash in its name, and as it is called after the update. */
const SCRIPT = /([\w.$-]+-[\w-]{8})\.js\b/g;
const renamed = (text: string): string => text.replace(SCRIPT, '$1-next.js');
const isText = (headers: OutgoingHttpHeaders | IncomingMessage['headers']): boolean => /javascript|html/.test(String(headers['content-type']));

/** Opens one before the product at `target`, on a free port of this machine; `host` is how the phone calls it. */
export async function startNet(target: string, host = '127.0.0.1'): Promise<Net> {
  const { port } = new URL(target);
  const open = new Set<Socket>();
  let isAway = false;
  let isUpdated = false;
  let toLose: string | null = null;
  let lost = 0;

  async function answer(from: IncomingMessage, to: ServerResponse, client: IncomingMessage): Promise<void> {
    if (client.url === toLose) {
      toLose = null;
      lost += 1;
      from.resume();
      return void from.once('end', () => to.destroy());
    }
    const headers = { ...from.headers };
    if (!isUpdated || !isText(headers)) {
      to.writeHead(from.statusCode ?? 502, headers);
      return void from.pipe(to);
    }
    delete headers['content-length'];
    delete headers['etag'];
    to.writeHead(from.statusCode ?? 502, headers).end(renamed(await text(from)));
  }

  const server = createServer((client, to) => {
    const headers = { ...client.headers };
    if (isUpdated) delete headers['if-none-match'];
    if (isUpdated) delete headers['if-modified-since'];
    const url = isUpdated ? client.url?.replace(/\.js$/, '.gone').replace('-next.gone', '.js').replace('field-worker.gone', 'field-worker.js') : client.url;
    const onward = request({ host: '127.0.0.1', port, method: client.method, path: url, headers }, (from) => void answer(from, to, client));
    onward.once('error', () => to.destroy());
    client.pipe(onward);
  });
  server.on('upgrade', (client, socket: Socket, head) => {
    const onward = connect({ port: Number(port), host: '127.0.0.1' }, () => {
      const lines = Object.entries(client.headers).flatMap(([name, value]) => (Array.isArray(value) ? value : [value ?? '']).map((one) => `${name}: ${one}`));
      onward.write(`${client.method} ${client.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.once('error', () => socket.destroy());
    socket.once('error', () => onward.destroy());
    socket.once('close', () => onward.destroy());
  });
  server.on('connection', (socket) => {
    if (isAway) return void socket.destroy();
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = (): void => open.forEach((socket) => socket.destroy());
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    cut() {
      isAway = true;
      drop();
    },
    mend: () => void (isAway = false),
    loseAnswer: (path) => void (toLose = path),
    get lost() {
      return lost;
    },
    update: () => void (isUpdated = true),
    close() {
      drop();
      server.close();
    },
  };
}
