/** What the office may say of a field of 信息补全. */
export const FIELD_USES = { required: '必填', optional: '选填', hidden: '不使用' } as const;
export type FieldUse = keyof typeof FIELD_USES;

/** Characters of a hint below a field. */
export const MAX_HINT = 60;
/** Choices that the office may add to one table, and characters of one. */
export const MAX_ADDED_OPTIONS = 60;
export const MAX_OPTION = 20;
/** Codes of added choices, which are no code of any table. */
export const OWN_CODE = /^own[1-9]\d{0,3}$/;
