import { ofApplication } from '../../../subject.ts';
import type { Transaction } from 'sequelize';
import type { DecideApplicationParsed } from '../../../contract/certificates/schemas.ts';
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
import { listFiles } from '../../files/list-files.ts';
import type { Office } from '../letters/letter-values.ts';
import { confirmNames } from './confirm-names.ts';
import { keepFindings, lookAt, type Look } from './look-again.ts';
import { loadFor } from '../policy.ts';
import { readingToSignOn, secondsOf } from './read-letter.ts';
import { doubtsInWords, uncheckedIn } from './way-of-approval.ts';
import { refuseUnsettled } from './refuse-unsettled.ts';
import { overruleDoubts } from './overrule-doubts.ts';
import { unprintableInWords } from '../rules/one-each/base.ts';
import { newDoubts } from '../rules/new-doubts.ts';
import { areDoubtsSeen, expectContentSeen } from './what-was-seen.ts';
import { contradictionsIn, doubtsIn } from '../rules/rules.ts';
import { writeEvent } from '../../timeline/write-event.ts';

/**
 * A reviewer approves or rejects. On approval the facts are read again under locks: if a doubt has come up since the
 * findings that the reviewer saw (`verdict.seen`), nothing is decided, the new findings are kept and `changed_meanwhile` is thrown; so it
 * is, without new findings, when the member has sent something else since, after a colleague's 退回补正. What contradicts the sentence to be printed is approved by nobody (`wrong_state`); what is in doubt, with words for each rule.
 * Throws `already_decided` naming who was faster, `wrong_state` when a character of the letter cannot be printed,
 * `invalid_fields` for doubts without words.
 */
export async function decideApplication(decision: {
  actor: StaffActor;
  id: number;
  verdict: Exclude<DecideApplicationParsed, { verdict: 'return' }>;
}): Promise<void> {
  const { actor, id, verdict } = decision;
  const office = await readSettings();
  const hasFiles = verdict.verdict === 'approve_checked' && (await listFiles(ofApplication(id))).length > 0;
  const outcome = await transaction(async (t) => {
    const { application } = await loadFor(actor, verdict.verdict === 'reject' ? 'reject' : 'approve', id, t);
    if ('seen' in verdict) expectContentSeen(verdict.seen, application);
    return verdict.verdict === 'reject'
      ? reject({ application, actor, opinion: verdict.opinion }, t)
      : approve({ application, actor, office, verdict, hasFiles }, t);
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
  office: ReviewOffice & Office;
  verdict: Exclude<DecideApplicationParsed, { verdict: 'reject' | 'return' }>;
  hasFiles: boolean;
}

async function approve(approval: Approval, t: Transaction): Promise<'done' | 'new-doubts' | 'contradicted'> {
  const { application, actor, office, verdict } = approval;
  const look = await lookAt({ application, office }, t);
  const { facts, findings } = look;
  // Found since by somebody else who looked again: kept, but not shown to this reviewer.
  const isUnseen = verdict.verdict === 'approve' && !areDoubtsSeen(verdict.seen, application);
  if (isUnseen || newDoubts(application.findings, findings).length > 0) {
    await keepFindings(application, findings, t);
    return 'new-doubts';
  }
  if (contradictionsIn(findings).length > 0) {
    // Found as what it is: applications from before knew doubts only.
    await keepFindings(application, findings, t);
    return 'contradicted';
  }
  if (facts.unprintable.length > 0) {
    const who = facts.unprintable.map((found) => `${found.subject.name}的${unprintableInWords(found)}`);
    throw new AppError('wrong_state', { message: `证明无法出具：${who.join('；')}` });
  }
  refuseUnsettled(findings, facts);
  const how = await expectChecked({ ...approval, look }, t);
  const words = verdict.verdict === 'approve' ? verdict.words : {};
  await overruleDoubts({ application, findings, words, by: actor }, t);
  await approveApplication({ application, facts, office, by: actor, how }, t);
  await confirmNames({ facts, by: actor }, t);
  return 'done';
}

/**
 * What an approval of many rests on: that a machine has checked everything, or that the reviewer has read the letter. Answers
 * which, for the log. Throws `wrong_state` naming what was not checked, `changed_meanwhile` for a letter that was read
 * otherwise.
 */
async function expectChecked(
  { application, actor, office, verdict, hasFiles, look }: Approval & { look: Look },
  t: Transaction,
): Promise<string> {
  if (verdict.verdict === 'approve') return '';
  const doubts = doubtsIn(look.findings).length;
  if (verdict.verdict === 'approve_read') {
    if (doubts > 0) throw new AppError('wrong_state', { message: `${doubtsInWords(doubts)}，请在审核页单独处理` });
    const reading = await readingToSignOn({ actor, application, look, office }, t);
    return `逐份阅读后签署（阅读${secondsOf(reading)}秒）`;
  }
  const { reviewMode: typeMode, ruleSet } = look.type;
  const unchecked = uncheckedIn({ typeMode, ruleSet, hasFreeText: application.freeText !== '', hasFiles, doubts });
  if (unchecked.length === 0) return '批量通过';
  const message = `编号 ${application.number} 不能批量通过：${unchecked.join('、')}`;
  throw new AppError('wrong_state', { message });
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
