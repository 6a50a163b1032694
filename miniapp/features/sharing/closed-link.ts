import type { OpenedShareReply } from '../../../bff/contract/sharing/endpoints.ts';

interface Words {
  zh: string;
  en: string;
}
type Closed = Exclude<OpenedShareReply['state'], 'open' | 'code_required' | 'wrong_code'>;

/** What a link that shows nothing says, and no more than that. */
export const CLOSED: Record<Closed, { title: Words; meaning: Words }> = {
  unknown: {
    title: { zh: '链接无效', en: 'No such link' },
    meaning: { zh: '请核对链接是否完整。', en: 'Check that the link is complete.' },
  },
  unconfirmed: {
    title: { zh: '暂时不能确认', en: 'Cannot be confirmed now' },
    meaning: {
      zh: '本协会目前不能确认该证明，正在核查。急需确认的，请联系本协会。',
      en: 'We cannot confirm this certificate at the moment and are looking into it. Please contact the Association.',
    },
  },
  preview: {
    title: { zh: '电子证明', en: 'Certificate' },
    meaning: { zh: '请在浏览器中打开本页查看。', en: 'Open this page in a browser to read it.' },
  },
  expired: {
    title: { zh: '链接已到期', en: 'This link has expired' },
    meaning: { zh: '需要时请向提供链接的人索取新的链接。', en: 'Ask the person who sent it for a new one.' },
  },
  revoked: {
    title: { zh: '链接已停止分享', en: 'This link was withdrawn' },
    meaning: { zh: '需要时请向提供链接的人索取新的链接。', en: 'Ask the person who sent it for a new one.' },
  },
  used_up: {
    title: { zh: '查看次数已用完', en: 'This link has been used up' },
    meaning: { zh: '需要时请向提供链接的人索取新的链接。', en: 'Ask the person who sent it for a new one.' },
  },
  locked: {
    title: { zh: '链接已停用', en: 'This link is locked' },
    meaning: {
      zh: '访问码错误次数过多。需要时请向提供链接的人索取新的链接。',
      en: 'The access code was wrong too often. Ask the person who sent it for a new one.',
    },
  },
};
