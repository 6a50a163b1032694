import { ASSESSMENT_STATES } from '../../../../contract/records/enums.ts';
import type { ReviewFacts } from '../../facts/facts.ts';
import {
  assessmentOf,
  currentAppointments,
  duesOf,
  hoursOf,
  openAssessment,
  ownAppointments,
} from '../../facts/own-records.ts';
import { applicantDoubt, contradicting, type Rule } from './rule.ts';

/** What the registry keeps about whoever asks, year by year. */

const yearOf = ({ year }: ReviewFacts) => `${year ?? ''}年度`;

export const assessmentOpen: Rule = {
  source: '年度考核库',
  holds: (facts) => `${openAssessment(facts)?.year ?? ''}年度考核材料已提交，考核正在进行`,
  // The letter says that one was handed in and is not finished.
  doubts: (facts) =>
    contradicting(applicantDoubt(facts, openAssessment(facts) ? null : '未查到已提交且尚未完成的本年度考核')),
};

export const assessmentFiled: Rule = {
  source: '年度考核库',
  holds: (facts) => `${yearOf(facts)}考核结果已于${assessmentOf(facts)?.filedOn ?? ''}备案`,
  doubts: (facts) => {
    const assessment = assessmentOf(facts);
    if (!assessment) return contradicting(applicantDoubt(facts, `未查到${yearOf(facts)}考核记录`));
    const state = ASSESSMENT_STATES[assessment.state];
    if (assessment.result === null)
      return contradicting(applicantDoubt(facts, `${yearOf(facts)}考核状态为“${state}”，尚无考核结果`));
    if (assessment.state !== 'final') return applicantDoubt(facts, `${yearOf(facts)}考核状态为“${state}”`);
    const isFiled = assessment.filedOn !== null && assessment.filedOn <= facts.today;
    return applicantDoubt(facts, isFiled ? null : `${yearOf(facts)}考核结果尚未备案`);
  },
};

export const appointmentCurrent: Rule = {
  source: '律协任职库',
  holds: (facts) => `现任职务${currentAppointments(facts).length}项`,
  doubts: (facts) => {
    if (currentAppointments(facts).length > 0) return [];
    const hasBeen = ownAppointments(facts).length > 0;
    if (!hasBeen) return contradicting(applicantDoubt(facts, '未查到律协任职记录'));
    return applicantDoubt(facts, '仅有历任职务，现无在任职务');
  },
};

export const hoursCheckedIn: Rule = {
  source: '活动学时库',
  holds: (facts) => `${yearOf(facts)}参加活动${hoursOf(facts).length}次，均已签到`,
  doubts: (facts) => {
    const hours = hoursOf(facts);
    if (hours.length === 0) return contradicting(applicantDoubt(facts, `未查到${yearOf(facts)}活动签到记录`));
    const disputed = hours.filter(({ state }) => state === 'disputed').map(({ title }) => `“${title}”`);
    const found = applicantDoubt(facts, disputed.length > 0 ? `学时有异议：${disputed.join('、')}` : null);
    // What is disputed is not stated: of nothing else a letter would confirm 0 hours.
    return disputed.length === hours.length ? contradicting(found) : found;
  },
};

export const duesSettled: Rule = {
  source: '会费台账',
  holds: (facts) => `${yearOf(facts)}会费已于${duesOf(facts)?.settledOn ?? ''}缴清`,
  doubts: (facts) => {
    const dues = duesOf(facts);
    if (!dues) return contradicting(applicantDoubt(facts, `未查到${yearOf(facts)}会费记录`));
    if (dues.state === 'waived') return applicantDoubt(facts, `${yearOf(facts)}会费经批准减免`);
    const isSettled = dues.state === 'settled' && dues.paidFen >= dues.dueFen;
    return applicantDoubt(facts, isSettled ? null : `${yearOf(facts)}会费尚未缴清`);
  },
};
