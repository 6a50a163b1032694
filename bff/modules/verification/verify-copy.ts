import { judgeGuess } from '../../platform/kv/rate-limit.ts';
import { findCopy, type CopyStanding } from '../papers/copies/find-copy.ts';
import { toSerial } from '../papers/copies/serial.ts';
import { guesses } from './verify-certificate.ts';

/**
 * How one paper copy of a certificate stands; null for a serial that is not one of that certificate's. A serial holds 40
 * random bits and wrong ones count as guesses like wrong codes, so nobody finds one by trying. Throws
 * `too_many_requests`.
 */
export async function verifyCopy(
  printed: { number: string; serial: string },
  address: string,
): Promise<CopyStanding | null> {
  const find = () => findCopy({ number: printed.number, serial: toSerial(printed.serial) });
  return judgeGuess(guesses, address, find, (copy) => copy === null);
}
