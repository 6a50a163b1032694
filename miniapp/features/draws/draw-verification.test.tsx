import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { createHash, createHmac } from 'node:crypto';
import type { DrawPage } from '../../../bff/contract/draws/replies.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { DrawVerification } from './draw-verification.tsx';

beforeEach(freshDevice);

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest();
const SEED = 'ab'.repeat(32);
const OUTCOME = '双色球 03 07 + 09';

/** A draw that was held, computed by other means than the page's. */
function held(): DrawPage {
  const tickets = Array.from({ length: 30 }, (_, at) => String(100_000_000_000 + at * 7_919));
  const listHash = sha256(tickets.map((ticket) => `${ticket},7\n`).join(''));
  const key = sha256(Buffer.concat([Buffer.from(SEED, 'hex'), listHash, Buffer.from(OUTCOME)]));
  const lot = (ticket: string) => createHmac('sha256', key).update(ticket).digest('hex');
  const order = [...tickets].sort((one, other) => (lot(one) < lot(other) ? -1 : 1));
  return {
    code: 'c'.repeat(22),
    commitment: sha256(Buffer.from(SEED, 'hex')).toString('hex'),
    source: '双色球第2026141期',
    drawAt: '2026-12-09T13:00:00.000Z',
    frozenAt: '2026-12-08T10:00:00.000Z',
    ticketCount: 30,
    listHash: listHash.toString('hex'),
    drawnAt: '2026-12-09T14:00:00.000Z',
    now: '2026-12-10T00:00:00.000Z',
    title: '研修班',
    closesAt: '2026-12-08T10:00:00.000Z',
    capacity: 5,
    groups: [{ id: 7, name: '', capacity: 5 }],
    isCopy: false,
    outcome: OUTCOME,
    seed: SEED,
    tickets: tickets.map((ticket) => {
      const position = order.indexOf(ticket) + 1;
      return { ticket, groupId: 7, position, result: position <= 5 ? 'won' : 'waiting' };
    }),
  };
}

it('recomputes what was published, and says that it agrees', () => {
  show(<DrawVerification page={held()} />);
  expect(screen.getAllByText(/^相符/)).toHaveLength(5);
  expect(screen.queryByText(/^不符/)).toBeNull();
  expect(screen.getByText(/与公布的结果相符/)).toBeTruthy();
});

it.each<[string, (page: DrawPage) => DrawPage, RegExp]>([
  ['another seed', (page) => ({ ...page, seed: 'ac'.repeat(32) }), /^不符.*种子/],
  ['somebody left out of the list', (page) => ({ ...page, tickets: page.tickets.slice(1) }), /^不符.*名单与封存/],
  ['another outcome', (page) => ({ ...page, outcome: '双色球 03 07 + 10' }), /^不符.*顺序/],
  ['a list that was frozen late', (page) => ({ ...page, frozenAt: page.drawAt }), /^不符.*封存/],
  [
    'a seat past the order',
    (page) => ({
      ...page,
      tickets: page.tickets.map((one) => (one.position === 9 ? { ...one, result: 'won' as const } : one)),
    }),
    /^不符.*按顺序给出/,
  ],
])('says that it does not agree: %s', (_what, change, words) => {
  show(<DrawVerification page={change(held())} />);
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByText(/请保存本页并联系协会/)).toBeTruthy();
});

it('before the list is frozen says what is going to be looked at, and shows no seed', () => {
  const page = { ...held(), frozenAt: null, drawnAt: null, seed: null, outcome: '', listHash: '', tickets: [] };
  show(<DrawVerification page={page} />);
  expect(screen.getByText(/报名结束后公布名单的校验值/)).toBeTruthy();
  expect(document.body.textContent).not.toContain(SEED);
});
