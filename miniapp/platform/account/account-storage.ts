import { deviceStorage } from './device-storage.ts';

const PREFIX = 'account:';
const keyOf = (accountId: number, name: string) => `${PREFIX}${accountId}:${name}`;

/** What an account keeps on this device (a draft), until it signs out. Values must be JSON. */
export const accountStorage = {
  read: (accountId: number, name: string): unknown => deviceStorage.read(keyOf(accountId, name)),
  write: (accountId: number, name: string, value: object): void => deviceStorage.write(keyOf(accountId, name), value),
  forget: (accountId: number, name: string): void => deviceStorage.forget(keyOf(accountId, name)),
  /** All that is kept, of every account. */
  all: (): { name: string; value: unknown }[] =>
    deviceStorage
      .keys()
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => ({ name: key.slice(key.indexOf(':', PREFIX.length) + 1), value: deviceStorage.read(key) })),
  /** Of every account: after signing out nothing typed stays behind. */
  forgetAll(): void {
    for (const key of deviceStorage.keys()) if (key.startsWith(PREFIX)) deviceStorage.forget(key);
  },
};
