import type { OwnTicket } from '../../bff/contract/tickets/endpoints.ts';

/** A solved ticket of a firm, as its member reads it. */
export const TICKET: OwnTicket = {
  id: 4,
  number: 'G2611290004',
  category: 'certificate',
  title: '纸质证明何时可以领取',
  state: 'solved',
  openedAt: '2026-11-27T02:00:00.000Z',
  lastMessageAt: '2026-11-27T03:00:00.000Z',
  messages: [
    {
      id: 1,
      by: '江海清鸣律师事务所',
      isMembers: true,
      from: null,
      at: '2026-11-27T02:00:00.000Z',
      body: '请问何时可以领取？',
      attachments: [],
    },
    {
      id: 2,
      by: '协会工作人员',
      isMembers: false,
      from: null,
      at: '2026-11-27T03:00:00.000Z',
      body: '已可领取。',
      attachments: [],
    },
  ],
  timeline: [{ event: 'opened', at: '2026-11-27T02:00:00.000Z', by: '江海清鸣律师事务所', note: '' }],
  promise: '',
  mergedInto: null,
  aboutName: '',
  tied: null,
  can: { add: true, cancel: false },
};
