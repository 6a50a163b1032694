import Taro from '@tarojs/taro';

const KEY = 'session-token';
let held: string | null = null;

/** The session token of the mini-program. H5 never has one: its cookie is out of reach of scripts. */
export const bearer = {
  read(): string {
    held ??= String(Taro.getStorageSync(KEY) || '');
    return held;
  },
  write(token: string | undefined): void {
    if (token === undefined) return;
    held = token;
    Taro.setStorageSync(KEY, token);
  },
  forget(): void {
    held = '';
    Taro.removeStorageSync(KEY);
  },
};

/** What happens when the server no longer knows the session; set once by the app. */
export const whenSignedOut: { run(code: 'not_signed_in' | 'password_change_required'): void } = {
  run: () => undefined,
};
