import { tokenOfScan } from '../../contract/verification/links.ts';
import type { VerificationReply } from '../../contract/verification/replies.ts';
import { env } from '../../env.ts';
import { AppError } from '../../errors.ts';
import { isOutage } from '../../platform/db/outage.ts';
import { plainAddress } from '../../platform/network.ts';
import { readSettings } from '../settings/read-settings.ts';
import { composeFirstAnswer } from './first-answer.ts';
import { presentVerification } from './present.ts';
import { verifyCertificate } from './verify-certificate.ts';

/** The page's own address, and that of 核验 with the link behind it: as WeChat's scanner and a reload of the page open it. */
const LINK = /^\/c\/([^/?]+)\/?(?:\?|$)/;
const PAGE = /^\/(?:verify|public\/verify\/index)\/?\?(.*)$/;

/**
 * The answer to a certificate's link as HTML, for whom no script runs yet, or ever; '' for any other page, and where the
 * page has to ask for itself. Wrong links count like any other guess of that address (verify-certificate.ts).
 * @param page the path that was opened with its query, as it came
 * @param ip who opened it
 */
export async function answerLink(page: string, ip: string): Promise<string> {
  const asked = askedOf(page);
  if (asked === null) return '';
  try {
    const [reply, { association, associationEnglish }] = await Promise.all([
      asked === 'strange' ? STRANGE : verifyLink(asked, ip),
      readSettings(),
    ]);
    return composeFirstAnswer({ reply, page: env.PUBLIC_URL + page, association, associationEnglish });
  } catch (error) {
    // Too many wrong links from there, or a database that is away: the client says so, with a way to try again.
    if (error instanceof AppError || isOutage(error)) return '';
    throw error;
  }
}

/** A scanned code that is none of ours: nothing is known of it, and nothing has to be asked. */
const STRANGE = { answer: 'unknown' } as const;

const verifyLink = async ({ token }: { token: string }, ip: string): Promise<VerificationReply> =>
  presentVerification(await verifyCertificate({ kind: 'token', token }, plainAddress(ip)));

/** What an address asks: about a token, or about a scanned code that holds none (as the client reads it); null: nothing. */
function askedOf(page: string): { token: string } | 'strange' | null {
  const [, query] = PAGE.exec(page) ?? [];
  if (query !== undefined) {
    const given = new URLSearchParams(query);
    const scanned = given.get('q');
    const token = given.get('token') ?? (scanned === null ? null : tokenOfScan(scanned));
    if (token === null) return scanned === null ? null : 'strange';
    return token === '' ? null : { token };
  }
  const [, token] = LINK.exec(page) ?? [];
  try {
    return token === undefined ? null : { token: decodeURIComponent(token) };
  } catch {
    return null;
  }
}
