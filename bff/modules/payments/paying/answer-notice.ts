import type { NoticeVerdict } from './receive-notice.ts';

/** What WeChat Pay is answered: 204 and it is content, anything else and it says it again. */
export function answerNotice(verdict: NoticeVerdict): { status: number; words?: string } {
  switch (verdict) {
    case 'taken':
    case 'of no concern':
    case 'replayed':
      return { status: 204 };
    case 'not ours':
      return { status: 400, words: '订单信息不一致' };
    case 'not_configured':
      return { status: 404, words: '未开通' };
    default:
      // Which check it failed is nobody's business.
      return { status: 401, words: '验签失败' };
  }
}
