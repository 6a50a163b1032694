import type { BulkPreCheck } from '../../../contract/bulk/replies.ts';
import { countAgainst } from '../../../platform/kv/rate-limit.ts';
import { memberIdOf, type FirmActor } from '../../../actor.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { answersOfForm, type AnsweredForm } from '../facts/answers.ts';
import type { ReviewFacts } from '../facts/facts.ts';
import type { CertificateType } from '../model.ts';
import { readFacts, subjectsOf } from '../reading/read-facts.ts';
import { expectEligible } from '../types/find-type.ts';
import { judge } from './judge.ts';
import { PRE_CHECKS } from './pre-check.ts';
import { reasonsOf } from './reasons.ts';

/**
 * What would become of a letter for each of the lawyers that the form names, if they were submitted now: how many are
 * issued at once, and why the others go to a person. Who has a matter of his or her own is counted and not named. The
 * facts of all are read at once. Throws `too_many_requests`, and `invalid_fields` as the submit does.
 */
export async function preCheckEach(asked: {
  actor: FirmActor;
  type: CertificateType;
  form: AnsweredForm;
}): Promise<BulkPreCheck> {
  const { actor, type, form } = asked;
  await countAgainst(PRE_CHECKS, String(actor.accountId));
  const office = await readSettings();
  const subjects = await subjectsOf({ applicant: memberIdOf(actor), type, named: form });
  const facts = await readFacts({ subjects, answers: answersOfForm(form), ruleSet: type.ruleSet, office });
  await expectEligible(actor, type);
  const atOnce = facts.lawyers.filter((_, index) => judge(type, factsOfOne(facts, index)).reviewMode === 'automatic');
  return {
    reviewMode: type.reviewMode,
    total: facts.lawyers.length,
    automatic: atOnce.length,
    reasons: reasonsOf(judge(type, facts).findings, { type, facts, others: { status: null, chosen: type } }),
  };
}

/** The facts of a letter that names one lawyer alone. */
function factsOfOne(facts: ReviewFacts, index: number): ReviewFacts {
  const lawyers = facts.lawyers.slice(index, index + 1);
  const isPrinted = ({ subject }: ReviewFacts['unprintable'][number]) =>
    facts.roster.length > 0 || subject.kind !== 'lawyer' || subject.id === lawyers[0]?.id;
  return { ...facts, lawyers, unprintable: facts.unprintable.filter(isPrinted) };
}
