import { LAWYER_STATUSES } from '../../../../contract/registry/enums.ts';
import { isSameLatinName } from '../../../../contract/names.ts';
import type { LawyerFacts } from '../../../registry/facts/registry-facts.ts';
import { historyConflict, practiceGap } from '../../facts/practice.ts';
import type { ReviewFacts } from '../../facts/facts.ts';
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

/**
 * An English letter names the firms in English. Where nobody has confirmed how, it cannot be printed, so that nobody can
 * approve it before the registry says the name.
 */
export const firmEnglishName: Rule = {
  source: REGISTRY,
  holds: (facts) =>
    `英文名称已核定：${firmsNamed(facts)
      .map(({ english }) => english)
      .join('、')}`,
  doubts: (facts) =>
    contradicting(
      firmsNamed(facts)
        .filter(({ english }) => english === '')
        .flatMap(({ name }) =>
          applicantDoubt(facts, `“${name}”的英文名称尚未核定，英文证明无法出具；请先在律所资料中核定英文名称`),
        ),
    ),
};

/** Firms that an English letter names, each once: who asks, and where the lawyer practises or practised last. */
function firmsNamed({ firm, lawyers: [lawyer] }: ReviewFacts): { name: string; english: string }[] {
  const last = lawyer?.status === 'cancelled' ? lastPeriod(lawyer) : undefined;
  const named = [
    ...(firm ? [{ name: firm.name, english: firm.englishName }] : []),
    // How a firm of another association is called in English is not ours to say.
    ...(last && last.firmId !== null ? [{ name: last.firmName, english: last.firmEnglishName ?? '' }] : []),
    ...(lawyer && lawyer.firmName !== '' ? [{ name: lawyer.firmName, english: lawyer.firmEnglishName }] : []),
  ];
  return named.filter(({ name }, index) => named.findIndex((one) => one.name === name) === index);
}

/** A firm asks for somebody who practises no more: was that its own lawyer? */
export const formerLawyer: Rule = {
  source: `${REGISTRY}（执业机构变动）`,
  holds: () => '该律师已注销，最后执业机构为申请律所',
  doubts: (facts) => [
    ...contradicting(lawyerDoubts(facts, notFormer)),
    ...lawyerDoubts(facts, (lawyer) => {
      const last = lastPeriod(lawyer);
      const isOther = notFormer(lawyer) === null && last?.firmId !== facts.firm?.id;
      return isOther ? `最后执业机构为${last?.firmName ?? ''}，并非申请律所` : null;
    }),
  ],
};

/** The letter says where somebody practised last, and since when no more. */
function notFormer(lawyer: LawyerFacts): string | null {
  if (lawyer.status !== 'cancelled') return `律师状态为“${LAWYER_STATUSES[lawyer.status]}”`;
  const last = lastPeriod(lawyer);
  if (!last) return '没有执业机构记录';
  return (lawyer.cancelledOn ?? last.untilOn) === null ? '没有注销日期' : null;
}

const lastPeriod = ({ periods }: LawyerFacts) => [...periods].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1)).at(-1);
