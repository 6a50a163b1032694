import { deviceStorage } from '../platform/account/device-storage.ts';

const KEY = 'left-by-hand';

/** Whether somebody signed out on this device and wants to stay out. */
export const leftByHand = {
  is: (): boolean => deviceStorage.read(KEY) === true,
  note: (): void => deviceStorage.write(KEY, true),
  forget: (): void => deviceStorage.forget(KEY),
};
