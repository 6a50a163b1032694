/** What a member can do about a reason, by a tap. */
export const REMEDIES = {
  'own-start': '改为各自首次执业日起',
  'drop-lawyers': '去掉这些律师',
  since: '改起始时间',
  type: '改申请其他证明',
  field: '修改填写的内容',
  record: '申请更正登记信息',
} as const;
