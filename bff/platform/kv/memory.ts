import { EventEmitter } from 'node:events';
import type { KeyValue } from './key-value.ts';

interface Entry {
  value: string;
  expiresAt: number;
}

/** Entries that have expired are swept out when this many more have been written. */
const SWEEP_EVERY = 1_000;

/** Key-values within this process, for a server that is one process. */
export function memoryKeyValue(): KeyValue {
  const entries = new Map<string, Entry>();
  const channels = new EventEmitter().setMaxListeners(0);
  let writes = 0;

  const live = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    if (entry && entry.expiresAt > Date.now()) return entry;
    entries.delete(key);
    return undefined;
  };
  const write = (key: string, entry: Entry): void => {
    entries.set(key, entry);
    if (++writes % SWEEP_EVERY === 0) for (const known of entries.keys()) live(known);
  };

  return {
    async get(key) {
      return live(key)?.value;
    },
    async set(key, value, { ttlMs }) {
      write(key, { value, expiresAt: Date.now() + ttlMs });
    },
    async delete(key) {
      entries.delete(key);
    },
    async increment(key, { ttlMs }) {
      const entry = live(key);
      const count = Number(entry?.value ?? 0) + 1;
      write(key, { value: String(count), expiresAt: entry?.expiresAt ?? Date.now() + ttlMs });
      return count;
    },
    async decrement(key) {
      const entry = live(key);
      if (entry && Number(entry.value) > 0) entry.value = String(Number(entry.value) - 1);
    },
    async publish(channel, message) {
      channels.emit(channel, message);
    },
    async subscribe(channel, listener) {
      channels.on(channel, listener);
      return async () => void channels.off(channel, listener);
    },
    async close() {
      entries.clear();
      channels.removeAllListeners();
    },
  };
}
