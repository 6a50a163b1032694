import type { Connection } from 'mysql2';
import { log } from '../../log/log.ts';

/** Thrown instead of waiting for a database server that no longer answers anybody. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
}

/** A connection that is held or waited for longer, ms, is reason to ask the server whether it still answers. */
const PATIENCE_MS = 1_000;
/** The server has this long to greet a new connection, ms. With the patience above: callers wait less than 5 s. */
const ANSWER_MS = 2_000;
/** Time is counted in turns of the event loop: when it is this process that stands still, the server is not blamed. */
const TURN_MS = 250;
/** A question nobody answered is put again after this long, ms; it stays open until then. */
const ASK_AGAIN_MS = 30_000;

/**
 * Tells a database server that answers nobody (frozen, cut off) from one that works on something long. The first is
 * noticed by a new connection that is not greeted. Then every caller is rejected with DatabaseAway at once, the
 * connections are cut, and nobody else has to wait, until the server answers again.
 */
export class ServerWatch {
  readonly #connect: () => Connection;
  /** Who holds or awaits a connection, and since when. */
  readonly #pending = new Map<unknown, number>();
  readonly #connections = new Set<Connection>();
  readonly #waiting = new Set<(error: Error) => void>();
  #question: { turnsLeft: number; askedAt: number; end(): void } | undefined;
  #isAway = false;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /** `connect` begins to open a connection that is used for nothing else. */
  constructor(connect: () => Connection) {
    this.#connect = connect;
  }

  /** Cuts this connection when the server is away, so that what is asked over it fails. */
  track(connection: Connection): Connection {
    this.#connections.add(connection);
    const { stream } = connection as Connection & { stream: NodeJS.EventEmitter };
    stream.on('close', () => this.#connections.delete(connection));
    return connection;
  }

  /** Waits for a connection from the pool; rejects with DatabaseAway, and gives back what comes after all. */
  async acquire<C>(take: () => Promise<C>, giveBack: (late: C) => unknown): Promise<C> {
    if (this.#isAway) throw away();
    const connection = await new Promise<C>((resolve, reject) => {
      const waiter = (error: Error) => (this.#waiting.delete(waiter), this.#pending.delete(waiter), reject(error));
      this.#waiting.add(waiter);
      this.#begin(waiter);
      take().then((taken) => {
        const isLate = !this.#waiting.delete(waiter);
        this.#pending.delete(waiter);
        if (isLate) giveBack(taken);
        else resolve(taken);
      }, waiter);
    });
    this.#begin(connection);
    return connection;
  }

  /** The caller no longer needs this connection. */
  release(connection: unknown): void {
    this.#pending.delete(connection);
  }

  /** Asks nothing more. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#drop();
  }

  #begin(holder: unknown): void {
    this.#pending.set(holder, performance.now());
    if (!this.#timer && !this.#closed) this.#schedule();
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#turn();
      if (!this.#closed && (this.#pending.size > 0 || this.#question || this.#isAway)) this.#schedule();
    }, TURN_MS);
    this.#timer.unref();
  }

  #turn(): void {
    const now = performance.now();
    if (this.#question) {
      if (!this.#isAway && --this.#question.turnsLeft <= 0) this.#leave();
      if (now - this.#question.askedAt > ASK_AGAIN_MS) this.#drop();
    } else if (this.#isAway || this.#someoneWaitsSince(now - PATIENCE_MS)) {
      this.#put(now);
    }
  }

  #someoneWaitsSince(instant: number): boolean {
    for (const since of this.#pending.values()) if (since < instant) return true;
    return false;
  }

  #put(now: number): void {
    const connection = this.#connect();
    const question = { turnsLeft: ANSWER_MS / TURN_MS, askedAt: now, end: () => cut(connection) };
    this.#question = question;
    // A refusal is an answer, too: whoever asks the server itself is told the same, and need not wait.
    const answered = () => {
      if (this.#question === question) this.#return(now);
    };
    connection.on('error', answered);
    connection.once('connect', () => (connection.end(nothing), answered()));
  }

  #return(askedAt: number): void {
    this.#question = undefined;
    // Whoever waits, waits on: the next question comes after the same patience.
    for (const [holder, since] of this.#pending) this.#pending.set(holder, Math.max(since, askedAt));
    if (this.#isAway) log.info('the database answers again');
    this.#isAway = false;
  }

  #drop(): void {
    const dropped = this.#question;
    this.#question = undefined;
    dropped?.end();
  }

  #leave(): void {
    this.#isAway = true;
    log.error('the database does not answer');
    for (const reject of [...this.#waiting]) reject(away());
    for (const connection of this.#connections) cut(connection);
  }
}

function nothing(): void {}

const away = () => new DatabaseAway('the database does not answer');

/** As if the server had closed it: whatever is asked over it fails, and the pool throws it away. */
function cut(connection: Connection): void {
  const { stream } = connection as Connection & { stream: { destroy(error: Error): void } };
  stream.destroy(Object.assign(away(), { code: 'PROTOCOL_CONNECTION_LOST' }));
}
