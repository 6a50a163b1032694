import { env } from '../../../env.ts';

/** Path below which WeChat Pay tells us of payments and refunds. */
export const NOTICE_PATH = '/api/wechat-pay/notices';
export const noticeUrl = (): string => `${env.PUBLIC_URL}${NOTICE_PATH}`;
