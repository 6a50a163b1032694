import { judgeGuess } from '../../platform/kv/rate-limit.ts';
import { findCopy, type CopyStanding } from '../papers/copies/find-copy.ts';
import { toSerial } from '../papers/copies/serial.ts';

/** Wrong serials of one certificate that an address may try: who reads them off paper needs a few. */
const guesses = { name: 'verify-copy', limit: 30, windowMs: 10 * 60_000 };

/**
 * How one paper copy of a certificate stands; null for a serial that is not one of that certificate's. A serial holds 40
 * random bits, few enough that wrong ones are counted before they are judged: by address and certificate, so that nobody
 * finds one by trying, and nobody's guesses are at the expense of another certificate. Throws `too_many_requests`.
 */
export async function verifyCopy(
  printed: { number: string; serial: string },
  address: string,
): Promise<CopyStanding | null> {
  const find = () => findCopy({ number: printed.number, serial: toSerial(printed.serial) });
  const ofThisOne = { ...guesses, name: `${guesses.name} ${printed.number.slice(0, 20)}` };
  return judgeGuess(ofThisOne, address, find, (copy) => copy === null);
}
