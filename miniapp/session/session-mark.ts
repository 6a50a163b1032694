import { deviceStorage } from '../platform/account/device-storage.ts';

const KEY = 'session-open';

/** Whether somebody signed in on this device and has not signed out: a session that is missing then has ended by itself. */
export const sessionMark = {
  is: (): boolean => deviceStorage.read(KEY) === true,
  note: (): void => deviceStorage.write(KEY, true),
  forget: (): void => deviceStorage.forget(KEY),
};
