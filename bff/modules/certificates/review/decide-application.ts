import { ofApplication } from '../../../subject.ts';
import type { Transaction } from 'sequelize';
import type { DecideApplicationParsed } from '../../../contract/certificates/schemas.ts';
import type { OverrulingWords } from '../../../contract/review/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { tellApplicant } from '../reading/tell-applicant.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { approveApplication } from './approve-application.ts';
import type { Application } from '../model.ts';
import type { ReviewOffice } from '../facts/facts.ts';
import { confirmNames } from './confirm-names.ts';
import { keepFindings, lookAt } from './look-again.ts';
import { loadFor } from '../policy.ts';
import { refuseUnsettled } from './refuse-unsettled.ts';
import { overruleDoubts } from './overrule-doubts.ts';
import { newDoubts } from '../rules/new-doubts.ts';
import { contradictionsIn } from '../rules/rules.ts';
import { writeEvent } from '../../timeline/write-event.ts';

/**
 * A reviewer approves or rejects. On approval the facts are read again under locks: if a doubt has come up since the
 * findings that the reviewer saw, nothing is decided, the new findings are kept and `changed_meanwhile` is thrown. What
 * contradicts the sentence to be printed is approved by nobody (`wrong_state`); what is in doubt, with words for each rule.
 * Throws `already_decided` naming who was faster, `wrong_state` when a character of the letter cannot be printed,
 * `invalid_fields` for doubts without words.
 */
export async function decideApplication(decision: {
  actor: StaffActor;
  id: number;
  verdict: DecideApplicationParsed;
}): Promise<void> {
  const { actor, id, verdict } = decision;
  const office = await readSettings();
  const outcome = await transaction(async (t) => {
    const { application } = await loadFor(actor, verdict.verdict, id, t);
    return verdict.verdict === 'reject'
      ? reject({ application, actor, opinion: verdict.opinion }, t)
      : approve({ application, actor, office, words: verdict.words }, t);
  });
  // Thrown after the commit, so that the new findings stay.
  if (outcome === 'new-doubts') {
    throw new AppError('changed_meanwhile', { message: '核查结果有新的变化，请重新查看后再决定' });
  }
  if (outcome === 'contradicted') throw new AppError('wrong_state', { message: CONTRADICTED });
}

/** What the clerk reads: no word of staff makes a letter true. */
export const CONTRADICTED =
  '证明内容与本会登记不符，不能通过；请驳回并建议改用其他证明类型（如执业状况证明）、其他对象或期间，登记有误的先更正登记';

interface Approval {
  application: Application;
  actor: StaffActor;
  office: ReviewOffice;
  words: OverrulingWords;
}

async function approve(
  { application, actor, office, words }: Approval,
  t: Transaction,
): Promise<'done' | 'new-doubts' | 'contradicted'> {
  const { facts, findings } = await lookAt({ application, office }, t);
  if (newDoubts(application.findings, findings).length > 0) {
    await keepFindings(application, findings, t);
    return 'new-doubts';
  }
  if (contradictionsIn(findings).length > 0) {
    // Found as what it is: applications from before knew doubts only.
    await keepFindings(application, findings, t);
    return 'contradicted';
  }
  if (facts.unprintable.length > 0) {
    throw new AppError('wrong_state', { message: '证明含有字库缺少的文字，无法出具，请先更正登记信息或驳回' });
  }
  refuseUnsettled(findings, facts);
  await overruleDoubts({ application, findings, words, by: actor }, t);
  await approveApplication({ application, facts, office, by: actor }, t);
  await confirmNames({ facts, by: actor }, t);
  return 'done';
}

async function reject(
  { application, actor, opinion }: { application: Application; actor: StaffActor; opinion: string },
  t: Transaction,
): Promise<'done'> {
  await application.update(
    { state: 'decided', outcome: 'rejected', opinion, decidedAt: clock.now(), decidedBy: actor.name },
    { transaction: t },
  );
  await writeEvent({ subject: ofApplication(application.id), event: 'rejected', by: actor, note: opinion }, t);
  await tellApplicant({ event: 'rejected', applicationId: application.id, facts: { opinion } }, t);
  await writeAudit(
    {
      actor,
      action: 'application.rejected',
      targetKind: 'application',
      targetId: application.id,
      target: `${application.number} ${application.applicantName}`,
      detail: opinion,
    },
    t,
  );
  return 'done';
}
