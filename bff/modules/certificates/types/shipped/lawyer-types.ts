import { clean, LAWYER, lines, PURPOSE, type ShippedType } from './shipped-type.ts';

const lawyerType = {
  group: 'lawyer',
  audience: 'lawyer',
  reviewMode: 'automatic',
  lawyerScope: 'self',
  rosterTitle: null,
} as const satisfies Partial<ShippedType>;

/** 律师相关证明 */
export const LAWYER_TYPES: ShippedType[] = [
  {
    ...lawyerType,
    code: 'lawyer-membership',
    label: '会员身份信息、执业年限证明',
    ruleSet: 'practice',
    asks: [],
    wording: lines(
      '{{lawyerName}}，{{lawyerSex}}，执业证号：{{lawyerLicenceNo}}，是本会个人会员，现为{{firm}}{{lawyerCategory}}。',
      '该律师于{{firstPractisedOn}}首次执业，截至此证明作出之日，执业年限为{{practiceYears}}。',
      PURPOSE,
    ),
  },
  {
    ...lawyerType,
    code: 'lawyer-assessment-open',
    label: '用于证明正在参加年度考核',
    ruleSet: 'assessment-open',
    asks: [],
    wording: lines(
      LAWYER,
      '该律师已按规定提交{{assessmentYear}}年度律师执业年度考核材料，截至此证明作出之日，考核工作正在进行，考核结果尚未作出。',
      PURPOSE,
    ),
  },
  {
    ...lawyerType,
    code: 'lawyer-clean',
    label: '律师个人无行业处分',
    ruleSet: 'lawyer-clean',
    asks: ['since'],
    wording: lines(LAWYER, clean('该律师'), PURPOSE),
  },
  {
    ...lawyerType,
    code: 'lawyer-history',
    label: '执业经历（转所）证明',
    ruleSet: 'history',
    asks: [],
    wording: lines(LAWYER, PURPOSE, '截至此证明作出之日，该律师的执业经历{{listed}}', '{{historyTable}}'),
  },
  {
    ...lawyerType,
    code: 'lawyer-appointment',
    label: '律协任职证明',
    ruleSet: 'appointment',
    asks: [],
    wording: lines(LAWYER, '该律师{{appointments}}。', PURPOSE),
  },
  {
    ...lawyerType,
    code: 'lawyer-hours',
    label: '活动参加（学时）证明',
    ruleSet: 'hours',
    asks: ['year'],
    wording: lines(
      LAWYER,
      PURPOSE,
      '{{year}}年度，该律师参加本会组织的活动{{hoursCount}}次，经签到确认共计{{hoursTotal}}学时，具体情况{{listed}}',
      '{{hoursTable}}',
    ),
  },
  {
    ...lawyerType,
    code: 'lawyer-standing',
    label: 'Certificate of Standing（中英对照）',
    ruleSet: 'lawyer-clean-latin',
    asks: ['since', 'latinName', 'country'],
    notice: '拉丁字母姓名须与护照一致。首次使用或变更时，由协会工作人员核定后出具。',
    wording: lines(
      '{{lawyerName}}（{{latinName}}），{{lawyerSex}}，执业证号：{{lawyerLicenceNo}}，首次执业日期为{{firstPractisedOn}}，是本会个人会员，现为{{firm}}{{lawyerCategory}}，会员资格正常。',
      clean('该律师'),
      '本证明供在{{country}}使用。',
      PURPOSE,
      '---',
      '# Certificate of Standing',
      'This is to certify that {{latinName}} ({{lawyerName}}), Licence No. {{lawyerLicenceNo}}, was first admitted to practise law on {{firstPractisedOnEnglish}} and is a member in good standing of {{associationEnglish}}, practising at {{firmEnglish}}.',
      'From {{sinceEnglish}} to the date of this certificate, no disciplinary action has been taken by this Association against the said lawyer.',
      'This certificate is issued for use in {{countryEnglish}}.',
    ),
  },
];
