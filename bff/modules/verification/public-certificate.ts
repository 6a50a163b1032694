import type { PublicCertificate, StandingReply } from '../../contract/verification/replies.ts';
import { toIso, toShanghaiDate } from '../../contract/dates.ts';
import type { VerifiableCertificate } from '../certificates/issued/find-issued.ts';
import { maskPersonalNumbers } from './mask-personal-numbers.ts';

/** How it stands now, and since or until which day in Asia/Shanghai. */
export function publicStanding(certificate: VerifiableCertificate): StandingReply {
  const { standing, standingAt, expiresOn, isUnderReview } = certificate;
  const standingOn = standingAt === null ? null : toShanghaiDate(standingAt);
  return { standing, standingOn, expiresOn, isUnderReview };
}

/** What the document says, for strangers. */
export function publicCertificate(certificate: VerifiableCertificate): PublicCertificate {
  const { letter } = certificate;
  return {
    number: certificate.number,
    typeLabel: certificate.typeLabel,
    association: letter.association,
    issuedAt: toIso(certificate.issuedAt),
    issuedOn: letter.issuedOn,
    title: letter.title ?? '证明',
    paragraphs: letter.paragraphs.map(maskPersonalNumbers),
    table: letter.table ? { after: letter.table.after, ...publicTable(letter.table) } : null,
    english: letter.english
      ? { title: letter.english.title, paragraphs: letter.english.paragraphs.map(maskPersonalNumbers) }
      : null,
    roster: letter.roster && { title: letter.roster.title, ...publicTable(letter.roster) },
    applicantPurpose: letter.applicantPurpose ? maskPersonalNumbers(letter.applicantPurpose) : null,
    sha256: certificate.sha256,
    pages: certificate.pages,
    signer: certificate.signer,
    isTest: certificate.isTest,
  };
}

const publicTable = ({ columns, rows }: { columns: { label: string }[]; rows: string[][] }) => ({
  columns: columns.map(({ label }) => label),
  rows: rows.map((row) => row.map(maskPersonalNumbers)),
});
