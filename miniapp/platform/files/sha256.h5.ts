import { sha256Pure } from './sha256-pure.ts';
import type { Sha256 } from '../signatures.ts';

export const sha256: Sha256 = async (bytes) => {
  // Absent on pages over http (unless localhost).
  if (!globalThis.crypto?.subtle) return sha256Pure(new Uint8Array(bytes));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
