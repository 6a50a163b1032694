/**
 * 《律师基本信息登记表》: what is printed. The usual one is for everybody; what sensitive things stand on the others is for
 * the lawyer alone (profile-sections.md).
 */
export const FORM_COPIES = {
  usual: '登记表',
  family: '本人联，含家庭信息',
  identity: '本人联，含证件号码',
  both: '本人联，含家庭信息和证件号码',
} as const;
export type FormCopy = keyof typeof FORM_COPIES;
