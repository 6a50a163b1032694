import type { ShareState } from '../../contract/sharing/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import { hashToken } from '../../platform/crypto/tokens.ts';
import { judgeUnguessable } from '../../platform/kv/rate-limit.ts';
import { findIssued, type VerifiableCertificate } from '../certificates/issued/find-issued.ts';
import { checkCode } from './check-code.ts';
import { countView } from './count-view.ts';
import { ShareLink, ShareView } from './model.ts';
import { coarseDevice } from '../../platform/user-agent/device.ts';
import { isRobot } from '../../platform/user-agent/robot.ts';
import { stateOf } from './rules.ts';

/** Wrong links and wrong codes an address may try: a clerk mistypes a few times, a machine gets nowhere; a link's own tries are counted besides. */
export const guesses = { name: 'share', limit: 30, windowMs: 10 * 60_000 };

export const REFUSAL =
  '本网络打开链接不成功的次数过多，请十分钟后再试；正确的链接不受影响。 Too many tries in vain from this network; the right link still opens.';

export interface Visit {
  token: string;
  /** 128 random bits of the page that asks. */
  visit: string;
  code?: string | undefined;
  userAgent: string;
  /** The browser asks ahead, before anybody looks. */
  isAhead: boolean;
  address: string;
}
export type OpenedShare =
  | { state: 'unknown' | 'unconfirmed' | 'preview' | 'code_required' | 'wrong_code' | Exclude<ShareState, 'open'> }
  | { state: 'open'; link: ShareLink; certificate: VerifiableCertificate };

/**
 * Opens a share link for its recipient and counts the view. Throws `too_many_requests` for an address that has guessed
 * wrong too often and is wrong again; who opens right is answered whatever others of the same address tried.
 */
export async function openShare(visit: Visit): Promise<OpenedShare> {
  // Before anything is looked up: a card looks the same whatever the link.
  if (visit.isAhead || isRobot(visit.userAgent)) return { state: 'preview' };
  const isWrong = ({ state }: OpenedShare) => state === 'unknown' || state === 'wrong_code';
  return judgeUnguessable(guesses, visit.address, () => judge(visit), { isWrong, refusal: REFUSAL });
}

async function judge({ token, visit, code, userAgent }: Visit): Promise<OpenedShare> {
  const link = await ShareLink.findOne({ where: { tokenHash: hashToken(token) } });
  if (!link) return { state: 'unknown' };
  const visitHash = hashToken(visit);
  const isReturning = await hasViewed(link.id, visitHash);
  const state = stateOf(link, clock.now());
  // Who has opened it goes on reading: the page asks again when it comes back to the front.
  if (state !== 'open' && !(isReturning && state === 'used_up')) return { state };
  if (!isReturning) {
    const refused = await admit(link, { visitHash, code, device: coarseDevice(userAgent) });
    if (refused) return { state: refused };
  }
  const certificate = await findIssued({ by: 'id', value: link.certificateId });
  if (!certificate) return { state: 'unknown' };
  return certificate.isConfirmed ? { state: 'open', link, certificate } : { state: 'unconfirmed' };
}

async function admit(
  link: ShareLink,
  { visitHash, code, device }: { visitHash: string; code: string | undefined; device: string },
): Promise<Exclude<OpenedShare['state'], 'open'> | null> {
  if (link.codeSealed !== null) {
    if (!code) return 'code_required';
    const checked = await checkCode(link, code);
    if (checked !== 'right') return checked === 'wrong' ? 'wrong_code' : 'locked';
  }
  if (await countView({ linkId: link.id, visitHash, device })) return null;
  const now = stateOf(await link.reload(), clock.now());
  return now === 'open' ? 'used_up' : now;
}

/** Whether this very page has opened the link before. */
export async function hasViewed(linkId: number, visitHash: string): Promise<boolean> {
  return (await ShareView.findOne({ where: { linkId, visitHash }, attributes: ['id'] })) !== null;
}
