import { z } from 'zod';
import { MAX_STAFF_REASON } from '../limits.ts';
import { email, requiredLine } from '../fields.ts';

/** The token of a stop link. In the body, as a secret stands in no log. */
export const stopMail = z.strictObject({
  token: z.string({ error: '链接不完整' }).regex(/^[A-Za-z0-9_-]{43}$/, { error: '链接不完整，请从邮件中重新打开' }),
});
export type StopMail = z.input<typeof stopMail>;

export const lookUpRecipient = z.strictObject({ address: email('收件邮箱') });
export type LookUpRecipient = z.input<typeof lookUpRecipient>;

export const readmitRecipient = z.strictObject({
  address: email('收件邮箱'),
  reason: requiredLine('恢复原因', MAX_STAFF_REASON),
});
export type ReadmitRecipient = z.input<typeof readmitRecipient>;
