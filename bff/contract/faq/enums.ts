/** 常见问题, by what they are about. */
export const FAQ_CATEGORIES = {
  account: '账号与登录',
  registry: '登记信息',
  certificate: '申请证明',
  form: '填写与提交',
  support: '技术支持',
} as const;
export type FaqCategory = keyof typeof FAQ_CATEGORIES;

/** Whom an answer is for. */
export const FAQ_AUDIENCES = { everybody: '全部会员', firm: '律所', lawyer: '律师' } as const;
export type FaqAudience = keyof typeof FAQ_AUDIENCES;
