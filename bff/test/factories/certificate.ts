import { z } from 'zod';
import type { ApplicationContentParsed } from '../../contract/certificates/schemas.ts';
import { REVIEW_RULES } from '../../contract/review/enums.ts';
import type { MemberActor, StaffActor } from '../../actor.ts';
import { writeAudit } from '../../modules/audit/write-audit.ts';
import { approvalEvidence } from '../../modules/certificates/record/approval-evidence.ts';
import type { TypeData } from '../../modules/certificates/types/create-type.ts';
import { offerAgreedType } from '../../modules/certificates/types/offer-type.ts';
import { currentWording } from '../../modules/certificates/types/find-type.ts';
import { publishAgreedWording, type WordingData } from '../../modules/certificates/types/wordings/publish-wording.ts';
import { decideApplication } from '../../modules/certificates/review/decide-application.ts';
import { fingerprintOfShown } from '../../modules/certificates/review/what-was-seen.ts';
import { Application, Certificate, type CertificateWording } from '../../modules/certificates/model.ts';
import { submitApplication } from '../../modules/certificates/applying/submit-application.ts';
import { storage } from '../../platform/storage/storage.ts';
import { select, transaction } from '../../platform/db/database.ts';
import { pdfText } from '../pdf.ts';
import { doDueWork } from '../office.ts';
import { staffActor } from './registry.ts';
import { keepsState } from '../../platform/singletons.ts';

/** Applications and certificates for tests, made by the acts themselves. */

let serial = 0;
keepsState(() => {
  serial = 0;
});

/** What a firm fills in for 律所无行业处分; other types and answers through `more`. */
export function content(more: Partial<ApplicationContentParsed> = {}): ApplicationContentParsed {
  return {
    type: 'firm-clean',
    email: 'post@example.com',
    purpose: '',
    paper: null,
    remark: '',
    since: '2022-01-01',
    ...more,
  };
}

export const newKey = (): string => `test-key-${String(++serial).padStart(10, '0')}`;

/** Submits with a fresh key; answers the row. */
export async function submit(actor: MemberActor, more: Partial<ApplicationContentParsed> = {}): Promise<Application> {
  const id = await submitApplication({ actor, content: content(more), idempotencyKey: newKey() });
  return Application.findByPk(id, { rejectOnEmpty: true });
}

/** Submits, approves by hand where the machine did not, and makes the document. */
export async function issue(actor: MemberActor, more: Partial<ApplicationContentParsed> = {}): Promise<Certificate> {
  const application = await submit(actor, more);
  if (application.state === 'pending') await approve(application.id);
  await doDueWork();
  return certificateOf(application.id);
}

/** Approves; whatever is in doubt is settled in words, as a reviewer has to. */
export async function approve(id: number, actor: StaffActor = staffActor('reviewer')): Promise<void> {
  return decideApplication({ actor, id, verdict: { verdict: 'approve', words: SETTLED, seen: await seenOf(id) } });
}
/** What a reviewer sends back who has just opened the page. */
export const seenOf = async (id: number): Promise<string> =>
  fingerprintOfShown(await Application.findByPk(id, { rejectOnEmpty: true }));

export const SETTLED = Object.fromEntries(Object.keys(REVIEW_RULES).map((rule) => [rule, '已核对登记资料，情况属实']));
export async function reject(
  id: number,
  opinion = '材料不齐',
  actor: StaffActor = staffActor('reviewer'),
): Promise<void> {
  return decideApplication({ actor, id, verdict: { verdict: 'reject', opinion, seen: await seenOf(id) } });
}

export function certificateOf(applicationId: number): Promise<Certificate> {
  return Certificate.findOne({ where: { applicationId }, rejectOnEmpty: true });
}

/** A letter as another version would have approved it: in the row, and witnessed by the log. */
export async function approveAs(
  applicationId: number,
  other: Partial<Pick<Certificate, 'letter' | 'decidedAt' | 'expiresOn'>>,
): Promise<void> {
  const certificate = await certificateOf(applicationId);
  await certificate.update(other);
  const { number } = certificate;
  const line = { actor: null, action: 'application.approved', targetKind: 'application', target: number } as const;
  const evidence = approvalEvidence(certificate);
  await transaction((t) => writeAudit({ ...line, targetId: applicationId, evidence }, t));
}

/** The stored file. Throws when there is none. */
export async function fileOf(certificate: Certificate): Promise<Buffer> {
  return storage.get(certificate.storageKey ?? '');
}

/** What the stored file says, without blanks: a line may break anywhere between Chinese characters. */
export async function wordsOf(certificate: Certificate): Promise<string> {
  return pdfText(await fileOf(certificate)).replace(/\s/g, '');
}

/** Names of the timeline's events, in order. */
export async function eventsOf(applicationId: number): Promise<string[]> {
  const rows = await select(
    z.strictObject({ event: z.string() }),
    `SELECT event FROM timeline_entries WHERE subject_kind = 'application' AND subject_id = ? ORDER BY id`,
    [applicationId],
  );
  return rows.map(({ event }) => event);
}

/** The rules that were in doubt, each once. */
export const doubtsOf = (application: Application): string[] => [
  ...new Set(application.findings.filter(({ result }) => result !== 'holds').map(({ rule }) => rule)),
];

/** What an administrator enters for a type of a firm's plain letters, under a name of its own. */
export function typeData(more: Partial<TypeData> = {}): TypeData {
  return {
    label: `会籍证明${++serial}`,
    group: 'other',
    audience: 'firm',
    reviewMode: 'automatic',
    ruleSet: 'base',
    lawyerScope: 'none',
    asks: [],
    eligibility: null,
    notice: '带 * 的为必填项。',
    position: 50,
    validityMonths: null,
    version: undefined,
    ...more,
  };
}

const AGREED = { actor: staffActor('administrator'), leave: () => Promise.resolve() };

/** Offers a type as two administrators have agreed; answers its version. */
export async function offerAgreed({ id, version }: { id: number; version: number }): Promise<number> {
  const { version: wordingVersion } = await currentWording(id);
  await offerAgreedType({ ...AGREED, typeId: id, version, wordingVersion });
  return version + 1;
}

/** Publishes a wording as two administrators have agreed. */
export const publishAgreed = (typeId: number, wording: WordingData): Promise<CertificateWording> =>
  publishAgreedWording({ ...AGREED, typeId, wording });
