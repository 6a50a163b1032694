import { env } from '../../env.ts';
import { scanByClamd } from './clamd.ts';

/** Looks for malware in files that strangers send. */
export interface Scanner {
  /** The name of what was found, or null. Throws while it cannot be said. */
  scan(bytes: Buffer): Promise<string | null>;
}

/** The scanner of this deployment; null where none is set up. */
export const scanner = (): Scanner | null => ofAddress(env.CLAMAV_ADDRESS);

function ofAddress(address: string | undefined): Scanner | null {
  if (address === undefined) return null;
  const at = address.lastIndexOf(':');
  const to = { host: address.slice(0, at), port: Number(address.slice(at + 1)) };
  return { scan: (bytes) => scanByClamd(bytes, to) };
}
