/** Sentences reviewers use most when they reject; each says what the member should do next. */
export const OPINION_BLOCKS: readonly string[] = [
  '登记信息与实际不符，请先联系协会更正后重新申请。',
  '所涉期间有尚未结束的行业处分事项，暂不能出具本证明。',
  '起始时间早于入会或成立日期，请核对后重新申请。',
  '所选律师与本所执业人员名单不一致，请核对后重新申请。',
  '申请的证明类型与用途不符，请改选相应类型后重新申请。',
];
