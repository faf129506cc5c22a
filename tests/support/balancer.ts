import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A load balancer (负载均衡) before nodes: each new connection goes to the next node that takes it, whoever it is from. */
export interface Balancer {
  readonly url: string;
  close(): void;
}

/** Opens one on a free port of this machine; `ports` are the nodes'. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const open = new Set<Socket>();
  let next = 0;

  function pass(client: Socket, tries: number): void {
    if (tries === 0) return void client.destroy();
    const port = ports[next % ports.length] ?? 0;
    next += 1;
    const node = connect({ port, host: '127.0.0.1', noDelay: true });
    node.once('error', () => node.destroy());
    let isThere = false;
    node.once('connect', () => {
      isThere = true;
      client.pipe(node);
      node.pipe(client);
      client.resume();
    });
    node.once('close', () => {
      if (isThere) client.destroy();
      else pass(client, tries - 1);
    });
    client.once('close', () => node.destroy());
  }

  const server = createServer({ noDelay: true, pauseOnConnect: true }, (client) => {
    open.add(client);
    client.on('error', () => client.destroy());
    client.once('close', () => open.delete(client));
    pass(client, ports.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
