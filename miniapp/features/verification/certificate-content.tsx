import type { PublicCertificate } from '../../../bff/contract/verification/replies.ts';
import { quoted, toChineseDate } from '../../../bff/contract/text.ts';
import { Box } from '../../ui/elements.tsx';
import { Facts, Sheet } from '../../ui/sheets/sheet.tsx';
import { shownSecond, shownTime } from '../../ui/times.ts';
import { pageAddress } from './page-address.tsx';
import { Roster } from './roster.tsx';
import styles from './certificate-content.module.css';

/** What the document says, to be compared with the copy in hand. */
export function CertificateContent({
  certificate,
  checkedAt,
}: {
  certificate: PublicCertificate;
  /** ISO instant of the verification, by the server's clock. */
  checkedAt: string;
}) {
  return (
    <Sheet title="证明内容 What it says">
      <Box as="article" className={styles.letter}>
        <Box className={styles.association}>{certificate.association}</Box>
        <Box className={styles.title}>{certificate.title}</Box>
        <Paragraphs texts={certificate.paragraphs.slice(0, certificate.table?.after)} />
        {certificate.table ? (
          <>
            <Roster roster={certificate.table} />
            <Paragraphs texts={certificate.paragraphs.slice(certificate.table.after)} />
          </>
        ) : null}
        {certificate.english ? (
          <Box lang="en">
            <Box className={styles.title}>{certificate.english.title}</Box>
            <Paragraphs texts={certificate.english.paragraphs} />
          </Box>
        ) : null}
        <Box className={styles.signed}>
          <Box>{certificate.association}</Box>
          <Box>{toChineseDate(certificate.issuedOn)}</Box>
        </Box>
      </Box>
      {certificate.applicantPurpose ? (
        <Box className={styles.applicant} role="note">
          <Box>申请人填写，非本会证明内容</Box>
          <Box lang="en">Filled in by the applicant, not certified by the Association</Box>
          <Box className={styles.quoted}>用途 Purpose：{quoted(certificate.applicantPurpose)}</Box>
        </Box>
      ) : null}
      <Facts
        rows={[
          ['编号 Number', certificate.number],
          ['类型 Type', certificate.typeLabel],
          ['出具时间 Issued', `${shownTime(certificate.issuedAt)}（北京时间 Beijing time）`],
          ['核验时间 Verified', `${shownSecond(checkedAt)}（北京时间 Beijing time）`],
          ...pageAddress(),
          ['页数 Pages', String(certificate.pages)],
          ['签名者 Signer', certificate.signer],
          [
            '文件摘要 SHA-256',
            <Box key="hash" as="span" className={styles.hash}>
              {certificate.sha256}
            </Box>,
          ],
        ]}
      />
      {certificate.roster ? <Roster roster={certificate.roster} /> : null}
    </Sheet>
  );
}

function Paragraphs({ texts }: { texts: string[] }) {
  return (
    <>
      {texts.map((text, index) => (
        <Box as="p" key={index} className={styles.paragraph}>
          {text}
        </Box>
      ))}
    </>
  );
}
