import type { RandomKey } from '../signatures.ts';

export const randomKey: RandomKey = () =>
  Promise.resolve(
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  );
