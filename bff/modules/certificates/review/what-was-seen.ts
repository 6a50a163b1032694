import { AppError } from '../../../errors.ts';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import type { Application } from '../model.ts';
import { doubtKey } from '../rules/new-doubts.ts';
import { doubtsIn } from '../rules/rules.ts';

type Shown = Pick<Application, 'contentHash' | 'findings'>;

/** Hexadecimal digits of both halves: 64 together, as a client sends them back. */
const CONTENT_DIGITS = 24;
const DOUBTS_DIGITS = 40;

/**
 * Names what a reviewer was shown: what the member has sent, which is another form after 退回补正, and the doubts. Of two
 * who look at one application, either decides over what he or she has seen.
 */
export const fingerprintOfShown = (application: Shown): string =>
  fingerprintOfContent(application) + doubtsShown(application);

/** The half of it that names what the member has sent: all that a row of the list stands for. */
export const fingerprintOfContent = ({ contentHash }: Pick<Shown, 'contentHash'>): string =>
  sha256(contentHash).slice(0, CONTENT_DIGITS);

/** Throws `changed_meanwhile` when the member has sent something else than was shown. */
export function expectContentSeen(seen: string, application: Shown): void {
  if (seen.slice(0, CONTENT_DIGITS) === fingerprintOfContent(application)) return;
  throw new AppError('changed_meanwhile', { message: '申请人已补正并重新提交，请重新查看后再决定' });
}

/** Whether the doubts are those that were shown. */
export const areDoubtsSeen = (seen: string, application: Shown): boolean =>
  seen.slice(CONTENT_DIGITS) === doubtsShown(application);

const doubtsShown = ({ findings }: Shown) =>
  sha256(JSON.stringify(doubtsIn(findings).map(doubtKey).sort())).slice(0, DOUBTS_DIGITS);
