import { z } from 'zod';
import { PRIVACY_VERSION } from './enums.ts';

/** Only what stands now can be agreed to. */
export const agreeToPrivacy = z.strictObject({
  version: z.literal(PRIVACY_VERSION, { error: '隐私保护指引已更新，请重新打开后阅读' }),
});
export type AgreeToPrivacy = z.input<typeof agreeToPrivacy>;
