import { env } from '../../env.ts';
import { log } from '../log/log.ts';
import { keepsState } from '../singletons.ts';
import type { KeyValue } from './key-value.ts';
import { memoryKeyValue } from './memory.ts';
import { redisKeyValue } from './redis.ts';

let opened: KeyValue | undefined;

function current(): KeyValue {
  opened ??= env.REDIS_URL
    ? redisKeyValue(env.REDIS_URL, (error) => log.warn({ err: error }, 'redis'))
    : memoryKeyValue();
  return opened;
}

/** The key-values of this deployment: Redis, or in process when REDIS_URL is not set. Connects on first use. */
export const kv: KeyValue = {
  get: (key) => current().get(key),
  set: (key, value, options) => current().set(key, value, options),
  delete: (key) => current().delete(key),
  increment: (key, options) => current().increment(key, options),
  decrement: (key) => current().decrement(key),
  publish: (channel, message) => current().publish(channel, message),
  subscribe: (channel, listener) => current().subscribe(channel, listener),
  close: async () => opened?.close(),
};
keepsState(async () => {
  await kv.close();
  opened = undefined;
});
