import type { TicketDetail } from '../../bff/contract/tickets/endpoints.ts';
import type { TicketClocks } from '../../bff/contract/ticket-clocks/endpoints.ts';
import { reply, startFakeServer, type FakeServer } from './fake-server.ts';
import { pageOf, sessionOf } from './samples.ts';

export const { messages, timeline, can, version, mergedInto, about, isUnverified, ...ROW }: TicketDetail = {
  id: 4,
  number: 'G2611290004',
  category: 'certificate',
  title: '纸质证明何时可以领取',
  state: 'waiting',
  openedAt: '2026-11-27T02:00:00.000Z',
  lastMessageAt: '2026-11-27T03:00:00.000Z',
  askerKind: 'firm',
  askerId: 3,
  askerName: '江海鼎禾律师事务所',
  assigneeName: '',
  isMine: false,
  dueAt: '2026-11-30T03:00:00.000Z',
  leftMinutes: -75,
  isSoon: true,
  isExpected: false,
  messages: [
    {
      id: 9,
      by: '江海鼎禾律师事务所',
      isMembers: true,
      from: null,
      at: '2026-11-27T02:00:00.000Z',
      body: '请问何时可以领取？',
      attachments: [
        {
          id: 'token-of-the-file',
          name: '截图.png',
          kind: 'png',
          size: 20_480,
          state: 'ready',
          isIdentity: false,
        },
      ],
      numbers: [],
      doubt: null,
    },
  ],
  timeline: [{ event: 'opened', at: '2026-11-27T02:00:00.000Z', by: '江海鼎禾律师事务所', note: '' }],
  mergedInto: null,
  about: null,
  ties: [],
  isUnverified: false,
  can: { take: true, answer: true, solve: true, move: true, merge: true, unmerge: false, split: true },
  version: 1,
};
export const TICKET: TicketDetail = { ...ROW, messages, timeline, can, version, mergedInto, about, isUnverified };
const CLOCKS: TicketClocks = {
  first: { dueAt: '2026-11-30T03:00:00.000Z', leftMinutes: -75, wholeMinutes: 120 },
  done: { dueAt: '2026-12-01T02:00:00.000Z', leftMinutes: 80, wholeMinutes: 480 },
  isExpected: false,
  changes: [
    {
      id: 1,
      at: '2026-11-27T05:00:00.000Z',
      cause: 'calendar',
      firstBefore: '2026-11-30T03:00:00.000Z',
      firstAfter: '2026-11-30T03:00:00.000Z',
      doneBefore: '2026-11-30T06:00:00.000Z',
      doneAfter: '2026-12-01T02:00:00.000Z',
    },
  ],
};

/** A server with one ticket, for a reviewer. */
export const startTicketServer = (): FakeServer =>
  startFakeServer({
    'GET /staff/session': () => reply(sessionOf('reviewer')),
    'GET /staff/tickets': () => reply(pageOf([ROW])),
    'GET /staff/tickets/4': () => reply(TICKET),
    'GET /staff/tickets/4/clocks': () => reply(CLOCKS),
    'PUT /staff/tickets/4/presence': () => reply({ others: [], version: 1 }),
    'DELETE /staff/tickets/4/presence': () => reply(null),
    'GET /staff/tickets/4/text-blocks': () =>
      reply({ items: [{ id: 1, title: '请补充执业证', body: '请上传执业证首页。', next: 'asked' }] }),
    'GET /staff/tickets/4/mergeable': () => reply({ items: [] }),
    'GET /staff/tickets/4/notes': () =>
      reply({ items: [{ id: 1, by: '温书宁', at: '2026-11-27T02:30:00.000Z', body: '已电话核实' }] }),
  });
