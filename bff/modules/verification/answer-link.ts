import { env } from '../../env.ts';
import { AppError } from '../../errors.ts';
import { isOutage } from '../../platform/db/outage.ts';
import { plainAddress } from '../../platform/network.ts';
import { readSettings } from '../settings/read-settings.ts';
import { composeFirstAnswer } from './first-answer.ts';
import { presentVerification } from './present.ts';
import { verifyCertificate } from './verify-certificate.ts';

const PATH = /^\/c\/([^/]+)\/?$/;

/**
 * The answer to a certificate's link as HTML, for whom no script runs yet, or ever; '' for any other page, and where the
 * page has to ask for itself. Wrong links count like any other guess of that address (verify-certificate.ts).
 * @param page the path that was opened, as it came
 * @param ip who opened it
 */
export async function answerLink(page: string, ip: string): Promise<string> {
  const token = tokenOf(page);
  if (token === null) return '';
  try {
    const [verification, { association, associationEnglish }] = await Promise.all([
      verifyCertificate({ kind: 'token', token }, plainAddress(ip)),
      readSettings(),
    ]);
    const reply = presentVerification(verification);
    return composeFirstAnswer({ reply, page: env.PUBLIC_URL + page, association, associationEnglish });
  } catch (error) {
    // Too many wrong links from there, or a database that is away: the client says so, with a way to try again.
    if (error instanceof AppError || isOutage(error)) return '';
    throw error;
  }
}

function tokenOf(page: string): string | null {
  const [, token] = PATH.exec(page) ?? [];
  try {
    return token === undefined ? null : decodeURIComponent(token);
  } catch {
    return null;
  }
}
