import type { Transaction } from 'sequelize';
import { REVIEW_RULES, type ReviewRule } from '../../../contract/review/enums.ts';
import { WORDS_MISSING } from '../../../contract/review/words.ts';
import type { OverrulingWords } from '../../../contract/review/schemas.ts';
import { AppError } from '../../../errors.ts';
import type { StaffActor } from '../../../actor.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Application } from '../model.ts';
import { doubtsIn, type Finding } from '../rules/rules.ts';
import { OverruledDoubt } from './overruled-doubt-model.ts';

/**
 * Keeps in which words a reviewer settles the doubts over which he or she approves: of each rule once, however many
 * subjects it doubts, and a line of the log for each. Throws `invalid_fields` naming every rule that lacks them
 * (certificates.md, Review: a doubt that is overruled needs words).
 */
export async function overruleDoubts(
  what: { application: Application; findings: readonly Finding[]; words: OverrulingWords; by: StaffActor },
  t: Transaction,
): Promise<void> {
  const { application, words, by } = what;
  const subjects = countByRule(doubtsIn(what.findings));
  const missing = [...subjects.keys()].filter((rule) => !words[rule]);
  if (missing.length > 0) {
    throw new AppError('invalid_fields', {
      message: `尚有须核实的项目没有写明如何核实：${missing.map((rule) => REVIEW_RULES[rule]).join('、')}`,
      fields: Object.fromEntries(missing.map((rule) => [`words.${rule}`, WORDS_MISSING])),
    });
  }
  for (const [rule, count] of subjects) {
    const said = words[rule] ?? '';
    await OverruledDoubt.create(
      {
        applicationId: application.id,
        rule,
        subjects: count,
        words: said,
        accountId: by.accountId,
        byName: by.name,
        at: clock.now(),
      },
      { transaction: t },
    );
    await writeAudit(
      {
        actor: by,
        action: 'application.doubt-overruled',
        targetKind: 'application',
        targetId: application.id,
        target: `${application.number} ${application.applicantName}`,
        detail: overruledInWords({ rule, subjects: count, words: said }),
      },
      t,
    );
  }
}

/** “无在办变更（3项）：已电话核实”: one line of timeline and log. */
export const overruledInWords = ({ rule, subjects, words }: Pick<OverruledDoubt, 'rule' | 'subjects' | 'words'>) =>
  `${REVIEW_RULES[rule]}${subjects > 1 ? `（${subjects}项）` : ''}：${words}`;

function countByRule(doubts: readonly Finding[]): Map<ReviewRule, number> {
  const counts = new Map<ReviewRule, number>();
  for (const { rule } of doubts) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
