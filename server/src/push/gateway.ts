import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { REFUSALS, SECOND_MS } from '@wangge/shared/base';
import type { RefusalCode } from '@wangge/shared/base';
import { PROTOCOL_VERSION } from '@wangge/shared/wire';
import type { ClientToServer, ServerToClient } from '@wangge/shared/wire';
import type { Clock } from '../platform/clock.ts';
import type { StoreWatch } from '../platform/store-watch.ts';
import { audienceKey, epochFor, watchesPositions } from './audience-key.ts';
import { MessageBudget, creditMessage, resumeMessage } from './client-messages.ts';
import { FramePublisher } from './frame-publisher.ts';
import type { Audience, OperationsSource } from './operations-source.ts';
import { isOriginAllowed } from './origin-check.ts';
import { Outlet } from './outlet.ts';
import type { PositionSource } from './position-source.ts';
import { RowPublisher } from './row-publisher.ts';
import { Session } from './session.ts';
import type { PushSocket } from './session.ts';

/** What a connecting client shows to say who it is. */
export interface Handshake {
  /** The `Cookie` header as sent; empty when there is none. */
  readonly cookie: string;
  readonly address: string;
  /** The surface it stands on asks for no more than the field is shown. */
  readonly asksForField: boolean;
}

export interface GatewayOptions {
  readonly httpServer: HttpServer;
  readonly source: OperationsSource;
  readonly positions: PositionSource;
  /** Whether the store can be written; told to everybody. */
  readonly storeWatch: Pick<StoreWatch, 'trouble' | 'onChange'>;
  readonly clock: Clock;
  /** Who the client is; null refuses it with NOT_SIGNED_IN. Asked before the client can see or send anything. */
  readonly authenticate: (handshake: Handshake) => Promise<Audience | null> | Audience | null;
  /** Origins of pages besides the server's own that may connect. */
  readonly origins?: readonly string[];
}

/** Counters of the gateway, for the metrics page. */
export interface GatewayStats {
  readonly sessions: { readonly wall: number; readonly desk: number; readonly field: number };
  readonly lagging: number;
  readonly framesSent: number;
  readonly framesSkipped: number;
  readonly snapshotsSent: number;
  /** Snapshots put together; each was sent to one or many. */
  readonly snapshotsMade: number;
  /** Most bytes that wait in this process for one session. */
  readonly mostWaitingBytes: number;
}

export interface Gateway {
  stats(): GatewayStats;
  /** Whether somebody of the team has the field page open. */
  isTeamOnline(teamId: string): boolean;
  /** Asks again who everybody is; whoever is somebody else by now is disconnected and comes back as what he is. */
  recheck(): Promise<void>;
  /** Disconnects everybody; the HTTP server stays with its owner. */
  close(): void;
}

const MAX_MESSAGE_BYTES = 64 * 1024;
const RESUME_WITHIN_MS = 10 * SECOND_MS;
/** What one `resume` takes out of a client's budget of messages. */
const RESUME_COST = 20;

/**
 * Opens the socket (推送网关) on a running or coming HTTP server: sessions are authenticated before anything else, say what
 * they hold with `resume`, are brought to the present and kept there.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { source, clock } = options;
  const server = new Server<ClientToServer, ServerToClient>(options.httpServer, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: 10 * SECOND_MS,
    pingTimeout: 10 * SECOND_MS,
    allowRequest: (request, answer) => answer(null, isOriginAllowed(request, options.origins ?? [])),
  });
  const outlet = new Outlet(server);
  const rows = new RowPublisher(source, clock, outlet);
  const frames = new FramePublisher(options.positions, clock, outlet, () => performance.now());
  const sessions = new Map<PushSocket, Session>();
  const audiences = new WeakMap<PushSocket, Audience>();

  function whoIs(socket: PushSocket): Promise<Audience | null> | Audience | null {
    const { headers, address, auth } = socket.handshake;
    return options.authenticate({ cookie: headers.cookie ?? '', address, asksForField: auth['surface'] === 'field' });
  }

  options.storeWatch.onChange((store) => void server.emit('trouble', { store }));

  server.use((socket, next) => {
    void Promise.resolve(whoIs(socket)).then((audience) => {
      if (audience === null) return next(refusalError('NOT_SIGNED_IN'));
      audiences.set(socket, audience);
      next();
    }, () => next(refusalError('INTERNAL_FAULT')));
  });

  server.on('connection', (socket) => {
    const audience = audiences.get(socket);
    if (audience === undefined) return void socket.disconnect(true);
    open(socket, new Session(socket, audience));
  });

  function open(socket: PushSocket, session: Session): void {
    const budget = new MessageBudget(clock.now());
    sessions.set(socket, session);
    const cancelPatience = clock.after(RESUME_WITHIN_MS, () => socket.disconnect(true));
    socket.emit('hello', { protocol: PROTOCOL_VERSION, epoch: epochFor(source.epoch, session.audience), seq: source.lastSeq(), serverNow: clock.now() });
    socket.emit('trouble', { store: options.storeWatch.trouble() });

    socket.on('resume', (message: unknown) => {
      const checked = resumeMessage.safeParse(message);
      if (!checked.success) return drop(socket, 'FIELD_INVALID');
      if (!budget.take(clock.now(), RESUME_COST)) return drop(socket, 'RATE_LIMITED');
      cancelPatience();
      rows.join(session, checked.data);
      if (watchesPositions(session.audience)) frames.join(session);
    });
    socket.on('credit', (message: unknown) => {
      const checked = creditMessage.safeParse(message);
      if (!checked.success) return drop(socket, 'FIELD_INVALID');
      if (!budget.take(clock.now())) return drop(socket, 'RATE_LIMITED');
      session.credits.noteDrawn(checked.data);
      rows.retry(session);
      frames.retry(session);
    });
    socket.on('disconnect', () => {
      cancelPatience();
      sessions.delete(socket);
      rows.leave(session);
      frames.leave(session);
    });
  }

  return {
    stats() {
      const count = (kind: Audience['kind']): number => [...sessions.values()].filter((session) => session.audience.kind === kind).length;
      return {
        sessions: { wall: count('wall'), desk: count('desk'), field: count('field') },
        lagging: rows.laggingCount,
        framesSent: frames.framesSent,
        framesSkipped: frames.framesSkipped,
        snapshotsSent: rows.snapshotsSent,
        snapshotsMade: rows.snapshotsMade,
        mostWaitingBytes: [...sessions.values()].reduce((most, session) => Math.max(most, session.waitingBytes), 0),
      };
    },
    isTeamOnline: (teamId) => [...sessions.values()].some(({ audience }) => audience.kind === 'field' && audience.teamId === teamId),
    async recheck() {
      for (const [socket, session] of [...sessions]) {
        const audience = await whoIs(socket);
        if (audience === null || audienceKey(audience) !== session.key) socket.disconnect(true);
      }
    },
    close() {
      rows.close();
      frames.close();
      server.disconnectSockets(true);
      server.engine.close();
    },
  };
}

function refusalError(code: RefusalCode): Error {
  return Object.assign(new Error(code), { data: { code, message: REFUSALS[code].zh } });
}

function drop(socket: PushSocket, code: RefusalCode): void {
  socket.emit('refused', { code });
  socket.disconnect(true);
}
