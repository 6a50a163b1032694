import type { DisciplineFact, LawyerFacts } from '../../../registry/facts/registry-facts.ts';
import type { ReviewFacts } from '../../facts/facts.ts';
import { describeDiscipline, isInEffect, touches } from '../../facts/discipline.ts';
import { contradicting, doubtsOf, firmDoubts, lawyerDoubts, REGISTRY, whom, type Rule } from './rule.ts';

/** No-discipline: nothing against any named subject from 起始时间 to now, and a member here all that time. */

export const periodPlausible: Rule = {
  source: REGISTRY,
  holds: (facts) => `起始时间${facts.since ?? ''}有效`,
  doubts: (facts) => {
    const since = facts.since ?? '';
    const fault = (bornOn: string, born: string) => {
      if (since === '') return '未填写起始时间';
      if (since > facts.today) return `起始时间${since}晚于今天`;
      return since < bornOn ? `起始时间${since}早于${born}${bornOn}` : null;
    };
    return doubtsOf(
      facts,
      (firm) => fault(firm.approvedOn, '律所批准日期'),
      (lawyer) => fault(facts.sinceFirstPractice ? '' : lawyer.firstPractisedOn, '首次执业日期'),
    );
  },
};

/** A firm is a member from its approval on, which `periodPlausible` compares: lawyers alone are looked at. */
export const membershipCoversPeriod: Rule = {
  source: `${REGISTRY}（执业机构变动）`,
  holds: (facts) => `${whom(facts)}在${facts.since ?? ''}至今期间均为本会会员，无转所`,
  doubts: (facts) => lawyerDoubts(facts, (lawyer) => membershipGap(lawyer, startOf(lawyer, facts))),
};

export const noDiscipline: Rule = {
  source: '行业处分库',
  holds: (facts) =>
    `${whom(facts)}${facts.since === null ? '至今' : `在${facts.since}至今期间`}无行业处分记录，亦无在办案件`,
  doubts: (facts) => {
    const hit =
      (isWanted: (record: DisciplineFact) => boolean) =>
      ({ discipline }: { discipline: DisciplineFact[] }) =>
        discipline
          .filter((record) => touches(record, facts.since ?? '', facts.today) && isWanted(record))
          .map(describeDiscipline)
          .join('；') || null;
    const inEffect = hit((record) => isInEffect(record, facts.today));
    const open = hit((record) => !isInEffect(record, facts.today));
    return [...contradicting(doubtsOf(facts, inEffect, inEffect)), ...doubtsOf(facts, open, open)];
  },
};

export const noRename: Rule = {
  source: `${REGISTRY}（曾用名）`,
  holds: () => '期间未更名',
  doubts: (facts) =>
    firmDoubts(facts, ({ formerNames }) => {
      const former = formerNames.find(({ untilOn }) => untilOn >= (facts.since ?? ''));
      return former ? `${former.untilOn}前名称为“${former.name}”` : null;
    }),
};

export const noMerger: Rule = {
  source: `${REGISTRY}（律所合并）`,
  holds: () => '期间未与其他律所合并',
  doubts: (facts) =>
    firmDoubts(facts, ({ mergers }) => {
      const merger = mergers.find(({ mergedOn }) => mergedOn >= (facts.since ?? ''));
      return merger ? `${merger.mergedOn}与“${merger.otherFirmName}”合并` : null;
    }),
};

/** The letter states how many lawyers the firm has and annexes them: both must be the same. */
export const rosterCounts: Rule = {
  source: `${REGISTRY}（执业机构变动）`,
  holds: ({ firm }) => `名单人数与登记的执业律师人数一致，均为${firm?.lawyerCount ?? 0}名`,
  doubts: (facts) =>
    contradicting(
      firmDoubts(facts, ({ lawyerCount }) =>
        facts.roster.length === lawyerCount
          ? null
          : `登记的执业律师为${lawyerCount}名，名单所列为${facts.roster.length}名`,
      ),
    ),
};

/** Where the period begins for one lawyer. */
function startOf({ firstPractisedOn }: LawyerFacts, { since, sinceFirstPractice }: ReviewFacts): string {
  return sinceFirstPractice && firstPractisedOn > (since ?? '') ? firstPractisedOn : (since ?? '');
}

function membershipGap(lawyer: LawyerFacts, since: string): string | null {
  if (lawyer.joinedOn > since) return `入会日期${lawyer.joinedOn}晚于起始时间${since}`;
  const current = lawyer.periods.find((period) => period.untilOn === null);
  if (!current || current.firmId !== lawyer.firmId) return '执业机构记录与登记不一致';
  return current.fromOn > since ? `${current.fromOn}转入${current.firmName}` : null;
}
