import { FIRM_STATUSES, LAWYER_STATUSES } from '../../../../contract/registry/enums.ts';
import { isUnifiedSocialCreditCode } from '../../../../contract/text.ts';
import type { FirmFacts, LawyerFacts } from '../../../registry/facts/registry-facts.ts';
import type { ReviewFacts } from '../../facts/facts.ts';
import { applicantDoubt, contradicting, doubtsOf, lawyerDoubts, REGISTRY, whom, type Rule } from './rule.ts';

/** Base: the member is who the letter says, and every printed field may be printed (certificates.md, Review). */

/** A lawyer's own letter names his or her firm, which is no subject of its own there. */
const ownFirm = (facts: ReviewFacts, look: (lawyer: LawyerFacts) => string | null) => (lawyer: LawyerFacts) =>
  facts.firm ? null : look(lawyer);

type Ended = 'suspended' | 'cancelled';
const firmIs = (status: Ended) => (firm: FirmFacts) =>
  firm.status === status ? `律所状态为“${FIRM_STATUSES[status]}”` : null;
const lawyerIs = (status: Ended) => (lawyer: LawyerFacts) =>
  lawyer.status === status ? `律师状态为“${LAWYER_STATUSES[status]}”` : null;
/** Of a lawyer who practises: of anybody else it is known already that the letter needs a look. */
const ownFirmIs = (status: Ended, facts: ReviewFacts) =>
  ownFirm(facts, (lawyer) =>
    lawyer.status === 'active' && lawyer.firmStatus === status ? `执业机构状态为“${FIRM_STATUSES[status]}”` : null,
  );

/** Whoever is in no firm practises nowhere: the letter would have a gap where it says where. */
const inNoFirm = (facts: ReviewFacts) =>
  ownFirm(facts, ({ status, firmId }) => (status === 'active' && firmId === null ? '登记中没有执业机构' : null));

/** Who is cancelled is no member any more, as whom every letter speaks of its subjects; who is suspended still is one. */
export const memberActive: Rule = {
  source: REGISTRY,
  holds: (facts) => `${whom(facts)}登记状态正常`,
  doubts: (facts) => [
    ...contradicting(doubtsOf(facts, firmIs('cancelled'), lawyerIs('cancelled'))),
    ...doubtsOf(facts, firmIs('suspended'), lawyerIs('suspended')),
    ...lawyerDoubts(facts, ownFirmIs('cancelled', facts)),
    ...lawyerDoubts(facts, ownFirmIs('suspended', facts)),
  ],
};

/** The same of letters that say of lawyers that they practise now, and where: of nobody else is that true. */
export const practising: Rule = {
  ...memberActive,
  doubts: (facts) => [
    ...contradicting(doubtsOf(facts, firmIs('cancelled'), lawyerIs('cancelled'))),
    ...contradicting(lawyerDoubts(facts, lawyerIs('suspended'))),
    ...contradicting(lawyerDoubts(facts, ownFirmIs('cancelled', facts))),
    ...contradicting(lawyerDoubts(facts, inNoFirm(facts))),
    ...doubtsOf(facts, firmIs('suspended'), ownFirmIs('suspended', facts)),
  ],
};

export const identityMatched: Rule = {
  source: REGISTRY,
  holds: (facts) => (facts.lawyers.length > 0 ? '律师身份均已核验' : '律所登记号码校验无误'),
  doubts: (facts) =>
    doubtsOf(
      facts,
      (firm) => (isUnifiedSocialCreditCode(firm.uscc) ? null : '统一社会信用代码校验位不符'),
      (lawyer) => (lawyer.identityMatchedOn ? null : '身份信息尚未核验'),
    ),
};

export const fieldsComplete: Rule = {
  source: REGISTRY,
  holds: () => '证明所载各项登记信息完整',
  doubts: (facts) =>
    doubtsOf(
      facts,
      (firm) =>
        missing({
          名称: firm.name,
          执业许可证号: firm.licenceNo,
          统一社会信用代码: firm.uscc,
          办公地址: firm.address,
          批准日期: firm.approvedOn,
        }),
      (lawyer) =>
        missing({
          姓名: lawyer.name,
          执业证号: lawyer.licenceNo,
          // Whoever does not practise may be in no firm; a letter of a former lawyer names the last one.
          ...(lawyer.status === 'active' && { 执业机构: lawyer.firmName }),
          首次执业日期: lawyer.firstPractisedOn,
        }),
    ),
};

export const noPendingChange: Rule = {
  source: REGISTRY,
  holds: () => '无在办的登记变更',
  doubts: (facts) => {
    const firmOf = ownFirm(facts, ({ firmPendingChange }) =>
      firmPendingChange ? `执业机构有在办变更：${firmPendingChange}` : null,
    );
    return doubtsOf(
      facts,
      (firm) => (firm.pendingChange ? `有在办变更：${firm.pendingChange}` : null),
      (lawyer) => (lawyer.pendingChange ? `有在办变更：${lawyer.pendingChange}` : firmOf(lawyer)),
    );
  },
};

export const printable: Rule = {
  source: '证明所用字库',
  holds: () => '全部文字均可打印',
  doubts: (facts) => facts.unprintable.map((found) => ({ subject: found.subject, datum: unprintableInWords(found) })),
};

export const manualType: Rule = {
  source: '证明类型设置',
  holds: () => '',
  doubts: (facts) => applicantDoubt(facts, '该类证明由人工审核'),
};

function missing(fields: Record<string, string>): string | null {
  const empty = Object.entries(fields)
    .filter(([, value]) => value.trim() === '')
    .map(([label]) => label);
  return empty.length > 0 ? `缺少：${empty.join('、')}` : null;
}

/** Field, character and what to do: a correct name is no fault, and nobody is told to change it. */
export function unprintableInWords({ field, characters }: ReviewFacts['unprintable'][number]): string {
  const missing = characters.map(describeCharacter).join('、');
  return `${field}中有字库缺少的字：${missing}。确有此字的，请系统管理员安装含有该字的字体（配置 FONTS_DIR），不必改动`;
}

/** 「𠮷」U+20BB7: people need the character, the registry clerk its code. */
function describeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `「${character}」U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
