import { ServerResponse, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type Koa from 'koa';
import type { Context } from 'koa';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Actor } from '../actor.ts';
import type { Role } from '../contract/accounts/enums.ts';
import type { Access } from '../contract/endpoint.ts';
import { ERRORS } from '../contract/errors.ts';
import { AppError } from '../errors.ts';
import { liveSessions } from '../modules/accounts/live-sessions.ts';
import { clock } from '../platform/clock/clock.ts';
import { Turns, TurnTimeout } from '../platform/db/turns.ts';
import { KeyValueError } from '../platform/kv/key-value.ts';
import { countAgainst } from '../platform/kv/rate-limit.ts';
import { log } from '../platform/log/log.ts';
import { networkOf, plainAddress } from '../platform/network.ts';
import { authenticate, expectOwnOrigin } from './authenticate.ts';
import { lookAt, readsNothing, type Unread } from './slow-readers.ts';

/** A socket, as modules know it. */
export interface OpenSocket {
  send(text: string): void;
  close(code: number): void;
  onText(listener: (text: string) => void): void;
  onClose(listener: () => void): void;
}
/** An address that takes sockets. */
export interface SocketDoor {
  /** The whole path, /api included. */
  path: string;
  access: Access;
  /** Bytes of the largest frame that comes in. */
  maxFrame: number;
  /** What is said before it is closed because the server stops; others close without a word. */
  bye(retryAfterMs: number): string;
  serve(socket: OpenSocket, actor: Actor): void;
}

/** A session that has ended loses its sockets within 5 s: this, and the time of one statement. */
const LOOK_EVERY_MS = 2_500;
/** Openings of one address: a bank's or a large firm's whole house behind one, coming back at once. */
const OPENINGS = { name: 'socket', limit: 600, windowMs: 60_000 };
const MOST_PER_ADDRESS = 1_000;
/**
 * So many are let in at once, and whoever comes waits for a turn: thousands that come back together would otherwise all be
 * half open at the same time, and leave the process with the memory of that.
 */
const OPENED_AT_ONCE = 8;
const OPENING_WAIT_MS = 15_000;
/** When everybody has to come back, they come spread over so long. */
const SPREAD_MS = 15_000;

const SIGNED_OUT = 4001;
const SLOW = 4008;
const RESTART = 1012;

interface Held {
  ws: WebSocket;
  door: SocketDoor;
  sessionId: number;
  /** The roles with which it was let in. */
  roles: readonly Role[];
  network: string;
  unread: Unread | null;
}

/**
 * Takes sockets on a server beside its requests. Origin, session and address are looked at before one is accepted; then it
 * is watched: it goes with its session, and when it reads nothing of what it is sent.
 */
export function acceptSockets(server: Server, app: Koa, doors: readonly SocketDoor[]): { stop(): void } {
  const open = new Set<Held>();
  const accepting = new Map(
    doors.map((door) => [
      door.path,
      { door, ws: new WebSocketServer({ noServer: true, maxPayload: door.maxFrame, perMessageDeflate: false }) },
    ]),
  );
  const openings = new Turns(new Array<null>(OPENED_AT_ONCE).fill(null), OPENING_WAIT_MS);
  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const ctx = app.createContext(request, new ServerResponse(request)) as Context;
    const found = accepting.get(ctx.path);
    if (!found) throw new AppError('not_found');
    const { door, ws: accepter } = found;
    const network = networkOf(plainAddress(ctx.ip));
    await expectRoom(network, open);
    expectOwnOrigin(ctx);
    const path = door.path.slice('/api'.length);
    const asked = { method: 'GET', path, access: door.access, summary: '' } as const;
    const actor = await openings.with(() => authenticate(ctx, asked));
    if (!actor) throw new AppError('not_signed_in');
    accepter.handleUpgrade(request, socket, head, (ws) => {
      const held: Held = {
        ws,
        door,
        network,
        sessionId: actor.sessionId,
        roles: actor.kind === 'staff' ? actor.roles : [],
        unread: null,
      };
      open.add(held);
      ws.on('close', () => open.delete(held));
      // Too large, not text as it should be: the library has closed it already.
      ws.on('error', (error) => log.info({ err: error }, 'a socket was closed for what it sent'));
      door.serve(opened(ws), actor);
    });
  };
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    upgrade(request, socket, head).catch((error: unknown) => refuse(socket, error));
  };
  server.on('upgrade', onUpgrade);
  const look = setInterval(
    () => void watch(open).catch((error: unknown) => log.warn({ err: error }, 'sockets were not looked at')),
    LOOK_EVERY_MS,
  );
  look.unref();
  return {
    stop() {
      clearInterval(look);
      server.off('upgrade', onUpgrade);
      for (const { ws, door } of open) {
        ws.send(door.bye(Math.round(Math.random() * SPREAD_MS)));
        ws.close(RESTART);
        // Whoever does not answer is not waited for.
        setTimeout(() => ws.terminate(), 1_000).unref();
      }
    },
  };
}

const opened = (ws: WebSocket): OpenSocket => ({
  send: (text) => {
    if (ws.readyState === ws.OPEN) ws.send(text);
  },
  close: (code) => ws.close(code),
  onText: (listener) =>
    ws.on('message', (data, isBinary) => {
      if (isBinary) ws.close(1003);
      else listener((data as Buffer).toString());
    }),
  onClose: (listener) => ws.on('close', listener),
});

async function expectRoom(network: string, open: ReadonlySet<Held>): Promise<void> {
  let own = 0;
  for (const held of open) if (held.network === network) own += 1;
  if (own >= MOST_PER_ADDRESS) throw new AppError('too_many_requests');
  try {
    await countAgainst(OPENINGS, network);
  } catch (error) {
    // Without Redis sockets are of little use, but no reason to refuse them.
    if (!(error instanceof KeyValueError)) throw error;
  }
}

function refuse(socket: Duplex, error: unknown): void {
  const code = error instanceof AppError ? error.code : error instanceof TurnTimeout ? 'unavailable' : 'internal';
  if (code === 'internal') log.error({ err: error }, 'a socket was not opened');
  socket.end(`HTTP/1.1 ${ERRORS[code].status} refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const areSame = (one: readonly Role[], other: readonly Role[]) => [...one].sort().join() === [...other].sort().join();

/** Closes what has no session any more, or other rights, and what reads nothing. */
async function watch(open: ReadonlySet<Held>): Promise<void> {
  if (open.size === 0) return;
  const now = clock.now();
  for (const held of open) {
    held.unread = lookAt(held.unread, held.ws.bufferedAmount, now);
    if (!readsNothing(held.unread, now)) continue;
    held.ws.close(SLOW);
    held.ws.terminate();
  }
  const live = await liveSessions([...new Set([...open].map(({ sessionId }) => sessionId))]);
  for (const held of open) {
    const roles = live.get(held.sessionId);
    if (roles === undefined || !areSame(roles, held.roles)) held.ws.close(SIGNED_OUT);
  }
}
