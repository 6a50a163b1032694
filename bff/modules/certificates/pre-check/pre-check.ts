import type { PreCheckReply } from '../../../contract/pre-check/replies.ts';
import { countAgainst } from '../../../platform/kv/rate-limit.ts';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { answersOfForm, type AnsweredForm } from '../facts/answers.ts';
import { composeLetter } from '../letters/compose-letter.ts';
import { readFacts, subjectsOf } from '../reading/read-facts.ts';
import { currentWording, expectEligible, findTypeFor, listTypes } from '../types/find-type.ts';
import { fingerprintOf, judge } from './judge.ts';
import { reasonsOf } from './reasons.ts';
import { readUsualWait } from './usual-wait.ts';

/** Asked again with every change of the form; hundreds are somebody who reads the registry by it. */
export const PRE_CHECKS = { name: 'pre-check', limit: 120, windowMs: 10 * 60_000 };

/**
 * What would become of the form if it were submitted now: the same facts, rules and letter as the submit's, without
 * locks; writes nothing. Throws `too_many_requests`, and `invalid_fields` as the submit does.
 */
export async function preCheck({ actor, form }: { actor: MemberActor; form: AnsweredForm }): Promise<PreCheckReply> {
  await countAgainst(PRE_CHECKS, String(actor.accountId));
  const office = await readSettings();
  const type = await findTypeFor(actor, form.type);
  const subjects = await subjectsOf({ applicant: memberIdOf(actor), type, named: form });
  const facts = await readFacts({ subjects, answers: answersOfForm(form), ruleSet: type.ruleSet, office });
  await expectEligible(actor, type);
  const judgement = judge(type, facts);
  const letter = composeLetter(await currentWording(type.id), facts, office);
  const offered = (await listTypes(actor)).flatMap(({ type: one, unmet }) => (unmet.length === 0 ? one : []));
  const others = {
    status: offered.find(({ ruleSet }) => ruleSet === 'practice-status') ?? null,
    // The same group of letters, about firm and chosen lawyers.
    chosen: offered.find(({ ruleSet, lawyerScope }) => ruleSet === 'firm-clean' && lawyerScope === 'chosen') ?? null,
  };
  return {
    reviewMode: judgement.reviewMode,
    reasons: reasonsOf(judgement.findings, { type, facts, others }),
    usualWaitMinutes: judgement.reviewMode === 'automatic' ? null : await readUsualWait(),
    seen: fingerprintOf(judgement, letter),
  };
}
