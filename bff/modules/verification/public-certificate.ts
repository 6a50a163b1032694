import type { PublicCertificate, StandingReply } from '../../contract/verification/replies.ts';
import { isResidentIdentity, maskIdentity, toHalfWidth } from '../../contract/text.ts';
import { toIso, toShanghaiDate } from '../../contract/dates.ts';
import type { VerifiableCertificate } from '../certificates/issued/find-issued.ts';

/** How it stands now, and since or until which day in Asia/Shanghai. */
export function publicStanding({ standing, standingAt, expiresOn }: VerifiableCertificate): StandingReply {
  return { standing, standingOn: standingAt === null ? null : toShanghaiDate(standingAt), expiresOn };
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
    paragraphs: letter.paragraphs.map(maskIdentities),
    table: letter.table ? { after: letter.table.after, ...publicTable(letter.table) } : null,
    english: letter.english
      ? { title: letter.english.title, paragraphs: letter.english.paragraphs.map(maskIdentities) }
      : null,
    roster: letter.roster && { title: letter.roster.title, ...publicTable(letter.roster) },
    applicantPurpose: letter.applicantPurpose ? maskIdentities(letter.applicantPurpose) : null,
    sha256: certificate.sha256,
    pages: certificate.pages,
    signer: certificate.signer,
    isTest: certificate.isTest,
  };
}

const publicTable = ({ columns, rows }: { columns: { label: string }[]; rows: string[][] }) => ({
  columns: columns.map(({ label }) => label),
  rows: rows.map((row) => row.map(maskIdentities)),
});

// Licence numbers and credit codes are public and stay; a resident's number is told apart by its check character. Free
// text is printed as it was typed, full-width digits included.
function maskIdentities(text: string): string {
  return text.replace(/(?<![0-9A-Za-z])[\d０-９]{17}[\dXx０-９Ｘｘ](?![0-9A-Za-z])/g, (number) =>
    isResidentIdentity(toHalfWidth(number).toUpperCase()) ? maskIdentity(number) : number,
  );
}
