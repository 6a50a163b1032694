import { deviceStorage } from '../platform/account/device-storage.ts';

const KEY = 'session-token';
let held: string | null = null;

/** The session token of the mini-program. H5 never has one: its cookie is out of reach of scripts. */
export const bearer = {
  read(): string {
    held ??= deviceStorage.read<string>(KEY) ?? '';
    return held;
  },
  write(token: string | undefined): void {
    if (token === undefined) return;
    held = token;
    deviceStorage.write(KEY, token);
  },
  forget(): void {
    held = '';
    deviceStorage.forget(KEY);
  },
};

/** What happens when the server no longer knows the session; set once by the app. */
export const whenSignedOut: { run(code: 'not_signed_in' | 'password_change_required'): void } = {
  run: () => undefined,
};
