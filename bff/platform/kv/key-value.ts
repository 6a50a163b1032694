/** Gone or unreachable: the caller decides whether that is fatal. */
export class KeyValueError extends Error {
  override readonly name = 'KeyValueError';
}

/**
 * Short-lived facts shared by all processes: sessions, rate limits, wake-ups. Nothing that may not be lost.
 * Every call rejects with KeyValueError within about two seconds when the server does not answer.
 */
export interface KeyValue {
  get(key: string): Promise<string | undefined>;
  /** Forgotten after `ttlMs`. */
  set(key: string, value: string, options: { ttlMs: number }): Promise<void>;
  delete(key: string): Promise<void>;
  /** Adds one and returns the new count; the count starts again `ttlMs` after its first increment. */
  increment(key: string, options: { ttlMs: number }): Promise<number>;
  /** Takes one off a count that is there and above zero; its time stays as it is. */
  decrement(key: string): Promise<void>;
  /** Tells every subscriber that is there now; nobody else ever. */
  publish(channel: string, message: string): Promise<void>;
  /** Calls `listener` with each message until the returned function is called. */
  subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
