import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { hashToken } from '../../platform/crypto/tokens.ts';
import { judgeUnguessable } from '../../platform/kv/rate-limit.ts';
import { findIssued } from '../certificates/issued/find-issued.ts';
import { readIssuedFile } from '../certificates/issued/read-issued-file.ts';
import { ShareLink } from './model.ts';
import { guesses, hasViewed, REFUSAL } from './open-share.ts';
import { stateOf } from './rules.ts';

/**
 * The issued file, for a page that has opened a link whose member allows it, as long as link and certificate stand.
 * Everything else is `not_found`.
 */
export async function readSharedDocument(what: { token: string; visit: string; address: string }) {
  const link = await judgeUnguessable(guesses, what.address, () => findReadable(what), {
    isWrong: (found) => found === null,
    refusal: REFUSAL,
  });
  if (link === null) throw new AppError('not_found');
  return readIssuedFile(link.certificateId);
}

async function findReadable({ token, visit }: { token: string; visit: string }): Promise<ShareLink | null> {
  const link = await ShareLink.findOne({ where: { tokenHash: hashToken(token) } });
  return link && (await isReadable(link, visit)) ? link : null;
}

async function isReadable(link: ShareLink, visit: string): Promise<boolean> {
  const state = stateOf(link, clock.now());
  if (!link.mayDownload || (state !== 'open' && state !== 'used_up')) return false;
  if (!(await hasViewed(link.id, hashToken(visit)))) return false;
  const certificate = await findIssued({ by: 'id', value: link.certificateId });
  return certificate?.isConfirmed === true && ['valid', 'expired'].includes(certificate.standing);
}
