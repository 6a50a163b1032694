import { env } from '../../env.ts';
import { log } from '../log/log.ts';
import type { KeyValue } from './key-value.ts';
import { memoryKeyValue } from './memory.ts';
import { redisKeyValue } from './redis.ts';

/** The key-values of this deployment: Redis, or in process when REDIS_URL is not set. Connects on first use. */
export const kv: KeyValue = env.REDIS_URL
  ? redisKeyValue(env.REDIS_URL, (error) => log.warn({ err: error }, 'redis'))
  : memoryKeyValue();
