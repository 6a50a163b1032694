import Taro from '@tarojs/taro';

/** What could not be stored (the device is full, or its storage broken), for as long as the program runs. */
const unstored = new Map<string, unknown>();

const attempt = (work: () => void): boolean => {
  try {
    work();
    return true;
  } catch {
    return false;
  }
};

/** What is kept on this device, by key; null for what is not there. Values must be JSON. Never throws. */
export const deviceStorage = {
  read<Value>(key: string): Value | null {
    if (unstored.has(key)) return (unstored.get(key) as Value | null) ?? null;
    let value: Value | '' = '';
    attempt(() => (value = Taro.getStorageSync<Value | ''>(key)));
    return value === '' || value === undefined ? null : value;
  },
  write(key: string, value: unknown): void {
    if (attempt(() => Taro.setStorageSync(key, value))) unstored.delete(key);
    else unstored.set(key, value);
  },
  forget(key: string): void {
    if (attempt(() => Taro.removeStorageSync(key))) unstored.delete(key);
    else unstored.set(key, null);
  },
  keys(): string[] {
    let stored: string[] = [];
    attempt(() => (stored = Taro.getStorageInfoSync().keys));
    return [...new Set([...stored, ...unstored.keys()])];
  },
};
