import type { AddressInfo } from 'node:net';
import type { TerminalPort } from '../../features/terminals/terminals.api.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { PositionSink } from '../raw-fix.ts';
import { zeroCounters } from './counters.ts';
import type { Jt808Counters } from './counters.ts';
import { FixOutlet } from './fix-outlet.ts';
import { defaultLimits } from './limits.ts';
import type { Jt808Limits } from './limits.ts';
import type { TerminalRegistry } from './ports.ts';
import type { SessionContext } from './session-context.ts';
import { SessionDesk } from './session-desk.ts';
import { createTcpDoor } from './tcp-door.ts';
import { TerminalLines } from './terminal-lines.ts';
import { createUdpDoor } from './udp-door.ts';

export type Jt808GatewayOptions = {
  readonly registry: TerminalRegistry;
  readonly sink: PositionSink;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits?: Partial<Jt808Limits>;
};

export type Jt808Gateway = {
  /** Resolves with the bound address, the same for TCP and UDP; rejects when the port can't be had. Port 0 takes a free one. */
  listen(port: number, host: string): Promise<AddressInfo>;
  /** Takes no more connections, ends those there are, and resolves when all are gone. */
  close(): Promise<void>;
  readonly terminals: TerminalPort;
  readonly counters: Readonly<Jt808Counters>;
};

/** 部标网关: takes vehicle terminals by JT/T 808 (2011, 2013, 2019) over TCP and UDP, hands on their positions and gives them orders. */
export function createJt808Gateway(options: Jt808GatewayOptions): Jt808Gateway {
  const { registry, sink, clock, log } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const counters = zeroCounters();
  const lines = new TerminalLines(clock, log, counters);
  const context: SessionContext = { registry, outlet: new FixOutlet(registry, sink, counters, log), clock, log, limits, counters };
  const desk = new SessionDesk(context, lines);
  const tcp = createTcpDoor(desk, context);
  const udp = createUdpDoor(desk, context);

  return {
    async listen(port, host) {
      const address = await tcp.listen(port, host);
      try {
        await udp.listen(address.port, host);
      } catch (error) {
        await tcp.close();
        throw error;
      }
      return address;
    },
    async close() {
      const closed = [tcp.close(), udp.close()];
      desk.closeAll();
      await Promise.all(closed);
    },
    terminals: lines,
    counters,
  };
}
