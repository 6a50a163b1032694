import { sha256Pure } from './sha256-pure.ts';
import type { Sha256 } from '../signatures.ts';

export const sha256: Sha256 = async (bytes) => sha256Pure(new Uint8Array(bytes));
