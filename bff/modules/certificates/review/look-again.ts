import type { Transaction } from 'sequelize';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { answersOf } from '../facts/answers.ts';
import type { ReviewFacts, ReviewOffice } from '../facts/facts.ts';
import { CertificateType, type Application } from '../model.ts';
import { loadFor } from '../policy.ts';
import { readFacts, subjectsOfApplication } from '../reading/read-facts.ts';
import { decide, keptOf, type Finding } from '../rules/rules.ts';

/** A waiting application as the rules judge it on the facts of now, under the locks of a decision. */
export interface Look {
  type: CertificateType;
  facts: ReviewFacts;
  findings: Finding[];
}

/** Judges a locked application anew; writes nothing. */
export async function lookAt(
  { application, office }: { application: Application; office: ReviewOffice },
  t: Transaction,
): Promise<Look> {
  const type = await CertificateType.findByPk(application.typeId, { transaction: t, rejectOnEmpty: true });
  const subjects = await subjectsOfApplication(application, type, t);
  const facts = await readFacts({ subjects, answers: answersOf(application), ruleSet: type.ruleSet, office }, t);
  return { type, facts, findings: decide(type.ruleSet, facts).findings };
}

/** Keeps what was found, for whoever looks at the application next. */
export async function keepFindings(application: Application, findings: Finding[], t: Transaction): Promise<void> {
  await application.update(keptOf(findings), { transaction: t });
}

/**
 * 重新核查: the register was put right, or a name confirmed, and the reviewer wants to see what is left. Decides nothing.
 * Throws `not_found`, `already_decided`.
 */
export async function lookAgain({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  const office = await readSettings();
  await transaction(async (t) => {
    const { application } = await loadFor(actor, 'approve', id, t);
    const { findings } = await lookAt({ application, office }, t);
    await keepFindings(application, findings, t);
  });
}
