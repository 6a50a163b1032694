import { EventEmitter } from 'node:events';
import { Redis, type RedisOptions } from 'ioredis';
import { KeyValueError, type KeyValue } from './key-value.ts';

/**
 * ioredis's defaults keep a caller waiting for 40 s when the server is gone. One lost connection may be met, so one
 * retry; a frozen server is given up after a second.
 */
const OPTIONS: RedisOptions = {
  lazyConnect: true,
  connectTimeout: 1_000,
  commandTimeout: 1_000,
  maxRetriesPerRequest: 1,
  retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
};

/** Adds one; the first increment sets the end of the window. One script, so that no count is left without an end. */
const INCREMENT = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count`;

/** Takes one off, never below zero and never of a count that has ended: DECR would make one that does not end. */
const DECREMENT = `
if tonumber(redis.call('GET', KEYS[1]) or 0) > 0 then redis.call('DECR', KEYS[1]) end`;

/** Key-values on a Redis server, shared by all processes. `onTrouble` hears of connection errors. */
export function redisKeyValue(url: string, onTrouble: (error: Error) => void): KeyValue {
  const commands = new Redis(url, OPTIONS).on('error', onTrouble);
  const channels = new EventEmitter().setMaxListeners(0);
  // Channels, unlike keys, are not kept apart by the number of the database in the URL.
  const named = (channel: string): string => `${commands.options.db ?? 0}:${channel}`;
  let subscriber: Redis | undefined;

  const listen = (): Redis => {
    if (subscriber) return subscriber;
    // A connection that subscribes can do nothing else; it comes back by itself and subscribes again.
    subscriber = new Redis(url, { ...OPTIONS, maxRetriesPerRequest: null }).on('error', onTrouble);
    subscriber.on('message', (channel: string, message: string) => channels.emit(channel, message));
    return subscriber;
  };

  return {
    get: (key) => answered(commands.get(key).then((value) => value ?? undefined)),
    set: (key, value, { ttlMs }) => answered(commands.set(key, value, 'PX', ttlMs).then(nothing)),
    delete: (key) => answered(commands.del(key).then(nothing)),
    increment: (key, { ttlMs }) => answered(commands.eval(INCREMENT, 1, key, ttlMs).then(Number)),
    decrement: (key) => answered(commands.eval(DECREMENT, 1, key).then(nothing)),
    publish: (channel, message) => answered(commands.publish(named(channel), message).then(nothing)),
    async subscribe(name, listener) {
      const channel = named(name);
      channels.on(channel, listener);
      try {
        await answered(listen().subscribe(channel).then(nothing));
      } catch (error) {
        channels.off(channel, listener);
        throw error;
      }
      return async () => {
        channels.off(channel, listener);
        if (channels.listenerCount(channel) === 0) await answered(listen().unsubscribe(channel).then(nothing));
      };
    },
    async close() {
      channels.removeAllListeners();
      subscriber?.disconnect();
      commands.disconnect();
    },
  };
}

function nothing(): void {}

async function answered<T>(reply: Promise<T>): Promise<T> {
  try {
    return await reply;
  } catch (cause) {
    throw new KeyValueError(`Redis did not answer: ${(cause as Error).message}`, { cause });
  }
}
