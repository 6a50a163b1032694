import { clock } from '../../platform/clock/clock.ts';
import type { OpenedShareReply, ShareLinkReply } from '../../contract/sharing/endpoints.ts';
import { toIso, toShanghaiDate } from '../../contract/dates.ts';
import { publicCertificate, publicStanding } from '../verification/public-certificate.ts';
import type { ListedShare } from './list-shares.ts';
import type { OpenedShare } from './open-share.ts';
import { mayChange } from './rules.ts';

/** The link ends with the day before. */
const lastDay = (expiresAt: number) => toShanghaiDate(expiresAt - 1);

/** A link as its member sees it. */
export function presentShare({ link, state, isShareable, url, code, views }: ListedShare): ShareLinkReply {
  return {
    id: link.id,
    recipient: link.recipient,
    purpose: link.purpose,
    url,
    code,
    createdAt: toIso(link.createdAt),
    expiresOn: lastDay(link.expiresAt),
    viewLimit: link.viewLimit,
    views: link.views,
    mayDownload: link.mayDownload,
    state,
    version: link.version,
    can: { revoke: link.revokedAt === null && state !== 'expired', change: isShareable && mayChange(state) },
    opened: views.map(({ at, device }) => ({ at: toIso(at), device })),
  };
}

/** What the recipient's page is told: the content only when the link is open. */
export function presentOpened(opened: OpenedShare): OpenedShareReply {
  if (opened.state !== 'open') return { state: opened.state };
  const { link, certificate } = opened;
  return {
    state: 'open',
    recipient: link.recipient,
    purpose: link.purpose,
    expiresOn: lastDay(link.expiresAt),
    mayDownload: link.mayDownload && (certificate.standing === 'valid' || certificate.standing === 'expired'),
    verification: {
      answer: 'authentic',
      ...publicStanding(certificate),
      replacedBy: null,
      checkedAt: toIso(clock.now()),
      certificate: publicCertificate(certificate),
    },
  };
}
