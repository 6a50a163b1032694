import { z } from 'zod';
import { ofApplication } from '../../../subject.ts';
import type { Transaction } from 'sequelize';
import { select } from '../../../platform/db/database.ts';
import { createRow, updateRow } from '../../../platform/db/prepared.ts';
import { contentHashOf, submitOnce } from '../../../platform/db/submit-once.ts';
import type { ApplicationContentParsed } from '../../../contract/certificates/schemas.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import { bindFiles } from '../../files/bind-files.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { PaperPrices } from '../../../contract/papers/fees.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { answersOfForm } from '../facts/answers.ts';
import { approveApplication } from '../review/approve-application.ts';
import { expectEligible, findTypeFor } from '../types/find-type.ts';
import { Application, ApplicationLawyer, type CertificateType } from '../model.ts';
import { contentAsKept } from './content-as-kept.ts';
import { limitApplications } from './limit-applications.ts';
import { certificateNumber } from './number.ts';
import { ownApplications } from './own-applications.ts';
import type { ReviewFacts, ReviewOffice } from '../facts/facts.ts';
import type { Office } from '../letters/letter-values.ts';
import { readFacts, subjectsOf } from '../reading/read-facts.ts';
import { expectAsSeen, judge, type Judgement } from '../pre-check/judge.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { writeReferral } from './write-referral.ts';

export interface Submission {
  actor: MemberActor;
  content: ApplicationContentParsed;
  idempotencyKey: string;
  /** `PreCheckReply.seen`; absent: the answer is taken as it comes. */
  seen?: string | undefined;
  /** The bulk order that it belongs to. */
  bulkOrderId?: number;
  /** Of the day its bulk order was submitted; absent: those of now. */
  prices?: PaperPrices | undefined;
}

/**
 * Submits an application and, under automatic review, decides it: everything in one transaction on locked facts.
 * The same key with the same content gives the same application, however often and however concurrently it is sent.
 * Throws `too_many_requests`, `idempotency_conflict` when the key was used for something else, `changed_meanwhile`
 * when the letter or its decision would not be the one that was seen, `invalid_fields` for foreign lawyers.
 * Returns the application's id.
 */
export async function submitApplication(submission: Submission): Promise<number> {
  // Read before the transaction: within it, a second connection could be waited for in vain.
  const office = await readSettings();
  const { actor, content, idempotencyKey } = submission;
  return submitOnce({
    contentHash: contentHashOf(content),
    find: (t) => findEarlier({ accountId: actor.accountId, idempotencyKey }, t),
    submit: (t) => submit(submission, office, t),
  });
}

const earlierRow = z.strictObject({ id: z.int(), contentHash: z.string() });

async function findEarlier(key: { accountId: number; idempotencyKey: string }, t: Transaction | null) {
  const [earlier = null] = await select(
    earlierRow,
    'SELECT id, content_hash AS contentHash FROM applications WHERE account_id = ? AND idempotency_key = ?',
    [key.accountId, key.idempotencyKey],
    t ?? undefined,
  );
  return earlier;
}

type Limits = ReviewOffice & Office & PaperPrices & { applicationsPerHour: number };

async function submit(submission: Submission, office: Limits, t: Transaction): Promise<number> {
  const { actor, content } = submission;
  const type = await findTypeFor(actor, content.type, t);
  const subjects = await subjectsOf({ applicant: memberIdOf(actor), type, named: content }, t);
  const facts = await readFacts({ subjects, answers: answersOfForm(content), ruleSet: type.ruleSet, office }, t);
  await expectEligible(actor, type, t);
  if (submission.bulkOrderId === undefined) {
    await limitApplications({ accountId: actor.accountId, limit: office.applicationsPerHour }, t);
  }
  const decision = judge(type, facts);
  if (submission.seen !== undefined) await expectAsSeen({ seen: submission.seen, type, decision, facts, office }, t);
  const application = await record({ submission, type, facts, decision, prices: submission.prices ?? office }, t);
  await ApplicationLawyer.bulkCreate(
    subjects.lawyerIds.map((lawyerId, position) => ({ applicationId: application.id, lawyerId, position })),
    { transaction: t },
  );
  await bindFiles(
    {
      accountId: actor.accountId,
      owner: ofApplication(application.id),
      tokens: content.attachments ?? [],
      mayReuse: ownApplications(actor, t),
    },
    t,
  );
  await writeEvent({ subject: ofApplication(application.id), event: 'submitted', by: actor }, t);
  await writeAudit(
    {
      actor,
      action: 'application.submitted',
      targetKind: 'application',
      targetId: application.id,
      target: `${application.number} ${type.label}`,
    },
    t,
  );
  if (application.reviewMode === 'automatic') {
    await approveApplication({ application, facts, office, by: null }, t);
  } else {
    await writeEvent({ subject: ofApplication(application.id), event: 'referred', by: null }, t);
    const { findings } = decision;
    await writeReferral({ applicationId: application.id, findings, at: application.submittedAt }, t);
  }
  return application.id;
}

async function record(
  what: { submission: Submission; type: CertificateType; facts: ReviewFacts; decision: Judgement; prices: PaperPrices },
  t: Transaction,
): Promise<Application> {
  const { submission, type, facts, decision, prices } = what;
  const { actor, content, idempotencyKey, bulkOrderId = null } = submission;
  const applicant = memberIdOf(actor);
  const submittedAt = clock.now();
  const application = await createRow(
    Application,
    {
      typeId: type.id,
      applicantKind: applicant.kind,
      applicantId: applicant.id,
      applicantName: (applicant.kind === 'firm' ? facts.firm?.name : facts.lawyers[0]?.name) ?? actor.name,
      accountId: actor.accountId,
      idempotencyKey,
      ...contentAsKept({ content, facts, findings: decision.findings, prices, bulkOrderId }),
      reviewMode: decision.reviewMode,
      state: 'pending',
      outcome: null,
      opinion: '',
      submittedAt,
      decidedAt: null,
      decidedBy: '',
      issueState: null,
      bulkOrderId,
    },
    t,
  );
  return updateRow(application, { number: certificateNumber(submittedAt, application.id) }, t);
}
