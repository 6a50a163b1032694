import { LAWYER_STATUSES } from '../../../../contract/registry/enums.ts';
import { isSameLatinName } from '../../../../contract/names.ts';
import type { LawyerStanding } from '../../../registry/facts/standing.ts';
import { historyConflict, practiceGap } from '../../facts/practice.ts';
import { applicantDoubt, contradicting, lawyerDoubts, REGISTRY, type Rule } from './rule.ts';

/** What the registry says about a lawyer's own way: years, firms, name, and that he or she practises no more. */

export const practiceUnbroken: Rule = {
  source: `${REGISTRY}（执业经历）`,
  holds: () => '自首次执业至今执业经历连续',
  doubts: (facts) => lawyerDoubts(facts, practiceGap),
};

export const historyConsistent: Rule = {
  source: `${REGISTRY}（执业经历）`,
  holds: ({ lawyers }) => `${lawyers[0]?.periods.length ?? 0}段执业经历前后衔接，与登记一致`,
  doubts: (facts) => lawyerDoubts(facts, historyConflict),
};

/** A letter prints the Latin name that staff have confirmed; another one would be another person. The first use waits. */
export const latinNameConfirmed: Rule = {
  source: REGISTRY,
  holds: ({ lawyers }) => `拉丁字母姓名已于${lawyers[0]?.latinNameConfirmedOn ?? ''}核定`,
  doubts: (facts) => {
    if (facts.lawyers.length === 0) return applicantDoubt(facts, `拉丁字母姓名“${facts.latinName}”不属于所涉律师`);
    const unconfirmed = lawyerDoubts(facts, ({ latinNameConfirmedOn }) =>
      latinNameConfirmedOn === null ? `拉丁字母姓名“${facts.latinName}”尚未核定` : null,
    );
    const others = lawyerDoubts(facts, ({ latinNameConfirmedOn, latinName }) =>
      latinNameConfirmedOn === null || isSameLatinName(latinName, facts.latinName)
        ? null
        : `填写的“${facts.latinName}”与已核定的“${latinName}”不同`,
    );
    return [...unconfirmed, ...contradicting(others)];
  },
};

/** An English letter names the firm in English; where nobody has confirmed how, a person looks at it. */
export const firmEnglishName: Rule = {
  source: REGISTRY,
  holds: ({ lawyers }) => `执业机构英文名称已核定：${lawyers[0]?.firmEnglishName ?? ''}`,
  doubts: (facts) =>
    lawyerDoubts(facts, ({ firmName, firmEnglishName: english }) =>
      english === '' ? `执业机构“${firmName}”的英文名称尚未核定，英文部分将写中文名称` : null,
    ),
};

/** A firm asks for somebody who practises no more: was that its own lawyer? */
export const formerLawyer: Rule = {
  source: `${REGISTRY}（执业机构变动）`,
  holds: () => '该律师已注销，最后执业机构为申请律所',
  doubts: (facts) =>
    lawyerDoubts(facts, (lawyer) => {
      if (lawyer.status !== 'cancelled') return `律师状态为“${LAWYER_STATUSES[lawyer.status]}”`;
      const last = lastPeriod(lawyer);
      if (!last) return '没有执业机构记录';
      return last.firmId === facts.firm?.id ? null : `最后执业机构为${last.firmName}，并非申请律所`;
    }),
};

const lastPeriod = ({ periods }: LawyerStanding) => [...periods].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1)).at(-1);
