import { CERTIFICATE_STANDINGS } from '../../../bff/contract/certificates/enums.ts';
import type { ApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { Box, Link } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';

/** That a certificate must not be used any more, since when, why, and which one took its place; or which one it replaced. */
export function StandingNotice({ certificate }: { certificate: NonNullable<ApplicationDetail['certificate']> }) {
  const { standing, standingAt, standingReason, expiresOn, replaces, replacedBy } = certificate;
  if (standing === 'valid') {
    return replaces ? (
      <Notice>
        <Box>本证明替换了编号 {replaces.number} 的证明，原证明已失效。</Box>
        <Link href={pageUrl('application', { id: replaces.applicationId })}>查看原证明</Link>
      </Notice>
    ) : null;
  }
  return (
    <Notice tone="bad">
      <Box as="strong">该证明{CERTIFICATE_STANDINGS[standing]}，请勿继续使用。</Box>
      {standingAt ? <Box>时间：{shownTime(standingAt)}</Box> : null}
      {standingReason ? <Box>原因：{standingReason}</Box> : null}
      {standing === 'expired' ? <Box>有效期至 {expiresOn}</Box> : null}
      {replacedBy ? (
        <Link href={pageUrl('application', { id: replacedBy.applicationId })}>
          查看新证明（编号 {replacedBy.number}）
        </Link>
      ) : null}
    </Notice>
  );
}
