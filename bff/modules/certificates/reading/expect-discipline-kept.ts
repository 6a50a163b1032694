import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { log } from '../../../platform/log/log.ts';
import { disciplineFault, findLoggedDiscipline } from '../../registry/discipline/discipline-seal.ts';
import { ownWords, type ReviewFacts } from '../facts/facts.ts';
import { rulesOf, type RuleSet } from '../rules/rules.ts';
import { speaksOfDiscipline } from '../rules/told/plain-words.ts';

/** To members and reviewers alike; whose it is stands in the self-audit. */
const UNKEPT = '行业处分的登记与操作日志不符，暂停出具，请联系协会';

/**
 * Before a letter denies 行业处分: whether the register still has what the log says was entered about its subjects. Throws
 * `wrong_state`. Whoever takes out a row and puts it back within the day would be seen by no nightly round.
 */
export async function expectDisciplineKept(
  { ruleSet, facts }: { ruleSet: RuleSet; facts: ReviewFacts },
  t?: Transaction,
): Promise<void> {
  if (!rulesOf(ruleSet).includes('no_discipline') && !speaksOfDiscipline(ownWords(facts))) return;
  const { firm, lawyers, roster, told } = facts;
  const members = [...(firm ? [firm] : []), ...lawyers, ...roster, ...told.firms, ...told.lawyers];
  const numbers = [...new Set(members.map(({ licenceNo }) => licenceNo))];
  for (const { id } of await findLoggedDiscipline(numbers, t)) {
    const fault = await disciplineFault(id, t);
    if (fault === null) continue;
    log.error({ discipline: id, fault }, 'a discipline record is not what was entered');
    throw new AppError('wrong_state', { message: UNKEPT });
  }
}
