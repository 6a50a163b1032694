import { FIRM_TYPES } from './shipped/firm-types.ts';
import { LAWYER_TYPES } from './shipped/lawyer-types.ts';
import { OTHER_TYPES } from './shipped/other-types.ts';
import { lines, type ShippedType } from './shipped/shipped-type.ts';

/** Every type of a fresh installation, in the order in which members see them (spec certificates.md, Types shipped). */
export const SHIPPED_TYPES: readonly ShippedType[] = [...FIRM_TYPES, ...LAWYER_TYPES, ...OTHER_TYPES];

/** 填写须知 of a fresh installation, a paragraph per line; the office's address and hours come from settings. */
export const SHIPPED_NOTICE = lines(
  '带 * 的为必填项。证明出具后可在线查看、下载，也可发送至联系邮箱。',
  '需要纸质证明且选择自取的，无需填写收件地址，请在证明出具后由领取人携带其身份证件到协会领取。',
  '选择邮寄的，请完整填写收件人、收件电话和收件地址。',
);
