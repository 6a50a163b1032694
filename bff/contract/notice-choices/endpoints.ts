import { endpoint } from '../endpoint.ts';
import type { NoticeChoices } from './replies.ts';
import type { ChooseNotice } from './schemas.ts';

export type * from './replies.ts';

export const noticeChoiceEndpoints = {
  listNoticeChoices: endpoint<{ reply: NoticeChoices }>()({
    method: 'GET',
    path: '/me/notice-choices',
    access: 'member',
    summary: 'How the member wants to be told, by kind',
  }),
  chooseNotice: endpoint<{ body: ChooseNotice; reply: NoticeChoices }>()({
    method: 'PUT',
    path: '/me/notice-choices',
    access: 'member',
    summary: 'Chooses for one kind whether mail and WeChat tell of it; the inbox always does',
  }),
} as const;
