import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { fillBrowserGaps, putIntoWindow } from '../../../config/jest/browser-gaps.ts';
import { reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { application, pageOf, queueRow, sessionOf } from '../../test/samples.ts';

const DECISION = 'POST /staff/applications/7/decision';
const READY = ['登记信息与实际不符，请先联系协会更正。', '起始时间有误。'];
let server: FakeServer;
beforeEach(() => {
  sessionStorage.clear();
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('reviewer')),
    'GET /staff/applications/7': () => reply(application({ findings: [] })),
    'PUT /staff/applications/7/presence': () => reply({ others: [], state: 'pending' }),
    'DELETE /staff/applications/7/presence': () => reply(null),
    'GET /staff/opinions': () => reply({ opinions: READY, version: 3 }),
    'GET /staff/applications': () => reply(pageOf([])),
    'GET /staff/applications/8': () => reply(application({ id: 8, number: '2611220008', nextPendingId: null })),
    [DECISION]: ({ body }) =>
      reply(
        application({
          state: 'decided',
          outcome: (body as { verdict: string }).verdict === 'reject' ? 'rejected' : 'approved',
        }),
      ),
  });
});
const opinion = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /审核意见/ });

describe('deciding without the mouse', () => {
  test('a digit rejects with the ready opinion of that number, Alt and a digit adds another, Ctrl+Enter confirms', async () => {
    const { user, address } = openApp('/applications/7');
    await screen.findByRole('button', { name: '通过' });
    await waitFor(() => expect(server.calls.some(({ endpoint }) => endpoint === 'GET /staff/opinions')).toBe(true));
    await user.keyboard('2');
    expect(opinion().value).toBe(READY[1]);
    // Digits typed into the opinion are digits.
    await user.type(opinion(), '1');
    await user.keyboard('{Alt>}{1}{/Alt}');
    expect(opinion().value).toBe(`${READY[1]}1${READY[0]}`);
    expect(server.bodies(DECISION)).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(address()).toBe('/applications/8'));
    expect(server.bodies(DECISION)).toEqual([
      { verdict: 'reject', opinion: `${READY[1]}1${READY[0]}`, seen: 'as-shown' },
    ]);
  });

  test('a digit pressed before the ready opinions have come is answered when they have, before what was typed meanwhile', async () => {
    let come = () => {};
    const held = new Promise<void>((done) => (come = done));
    const answers = globalThis.fetch;
    globalThis.fetch = async (...asked) => {
      const answer = await answers(...asked);
      if (new Request(...asked).url.endsWith('/staff/opinions')) await held;
      return answer;
    };
    const { user } = openApp('/applications/7');
    await screen.findByRole('button', { name: '通过' });
    await user.keyboard('2');
    await user.type(opinion(), '另请补充材料。');
    await user.keyboard('{Alt>}{1}{/Alt}');
    expect(opinion().value).toBe('另请补充材料。');
    await act(async () => come());
    await waitFor(() => expect(opinion().value).toBe(`${READY[1]}另请补充材料。${READY[0]}`));
    expect(server.bodies(DECISION)).toEqual([]);
  });

  test('what is on its way is not sent again, however often Ctrl+Enter is pressed', async () => {
    const { user, address } = openApp('/applications/7');
    await screen.findByRole('button', { name: '通过' });
    await waitFor(() => expect(server.calls.some(({ endpoint }) => endpoint === 'GET /staff/opinions')).toBe(true));
    const answers = globalThis.fetch;
    let letGo = () => {};
    const held = new Promise<void>((done) => (letGo = done));
    globalThis.fetch = async (...asked) => {
      const answer = await answers(...asked);
      if (asked[1]?.method === 'POST') await held;
      return answer;
    };
    await user.keyboard('1{Control>}{Enter}{/Control}');
    await waitFor(() => expect(server.bodies(DECISION)).toHaveLength(1));
    await user.keyboard('{Control>}{Enter}{Enter}{/Control}');
    letGo();
    await waitFor(() => expect(address()).toBe('/applications/8'));
    expect(server.bodies(DECISION)).toHaveLength(1);
  });

  test('Ctrl+Enter confirms an approval from its field of words; without the confirmation it decides nothing', async () => {
    server.on('GET /staff/applications/7', () => reply(application({})));
    server.on('GET /staff/overruling-words', () => reply({ words: [] }));
    const { user } = openApp('/applications/7');
    await screen.findByRole('button', { name: '通过' });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(server.bodies(DECISION)).toEqual([]);
    await user.keyboard('a');
    await user.type(screen.getByRole('textbox', { name: /无行业处分/ }), '处分已撤销，见复核决定');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('上一份 2611220007 已通过');
    expect(server.bodies(DECISION)).toMatchObject([{ verdict: 'approve' }]);
  });
});

describe('the list of the desk', () => {
  const rows = [
    queueRow({ id: 5, number: '2611220005' }),
    queueRow({ id: 7 }),
    queueRow({ id: 8, number: '2611220008', doubts: 1, contradictions: 2, way: 'desk' }),
  ];
  beforeEach(() => server.on('GET /staff/applications', () => reply(pageOf(rows))));
  const marked = () => document.querySelector('.row-active')?.getAttribute('data-row-key');

  test('x ticks the marked row and takes the tick away; what goes to the desk alone takes none', async () => {
    const { user } = openApp('/applications?state=pending');
    await screen.findByText('2611220005');
    await user.keyboard('jx');
    expect(screen.getByRole('button', { name: '批量通过（1）' })).toBeTruthy();
    await user.keyboard('x');
    expect(screen.getByRole('button', { name: '批量通过' })).toBeTruthy();
    await user.keyboard('jjx');
    expect(screen.getByRole('button', { name: '批量通过' })).toBeTruthy();
  });

  test('j and x over and over tick every row once; at the end nothing is unticked before x is pressed again', async () => {
    server.on('GET /staff/applications', () => reply(pageOf(rows.slice(0, 2))));
    const { user } = openApp('/applications?state=pending');
    await screen.findByText('2611220005');
    await user.keyboard('jxjxjx');
    expect(screen.getByRole('button', { name: '批量通过（2）' })).toBeTruthy();
    await user.keyboard('x');
    expect(screen.getByRole('button', { name: '批量通过（1）' })).toBeTruthy();
  });

  test('j on the last row, remembered from before, and x tick it and leave it ticked', async () => {
    sessionStorage.setItem('marked-row /applications', '7');
    server.on('GET /staff/applications', () => reply(pageOf(rows.slice(0, 2))));
    const { user } = openApp('/applications?state=pending');
    await screen.findByText('2611220005');
    await user.keyboard('jxjx');
    expect(screen.getByRole('button', { name: '批量通过（1）' })).toBeTruthy();
  });

  test('counts what contradicts the register apart from what can be settled', async () => {
    openApp('/applications?state=pending');
    const row = (await screen.findByText('2611220008')).closest('tr')!;
    expect(within(row).getByText('2项矛盾')).toBeTruthy();
    expect(within(row).getByText('1项存疑')).toBeTruthy();
  });

  test('on the way back the row that was open last is marked, and the keys go on from it', async () => {
    const { user, address } = openApp('/applications?state=pending');
    await screen.findByText('2611220005');
    await user.keyboard('jj{Enter}');
    await waitFor(() => expect(address()).toBe('/applications/7'));
    await user.click(await screen.findByRole('button', { name: '下一份' }));
    await waitFor(() => expect(address()).toBe('/applications/8'));
    await user.click(await screen.findByRole('link', { name: /证明审核$/, current: false }));
    await screen.findByText('2611220005');
    expect(marked()).toBe('8');
    await user.keyboard('k');
    expect(marked()).toBe('7');
  });
});

test('what was refused stays to be read, and says that it was not issued', async () => {
  server.on('GET /staff/applications/7', () => reply(application({ state: 'decided', outcome: 'rejected' })));
  openApp('/applications/7');
  await screen.findByRole('heading', { name: /驳回/ });
  await waitFor(() =>
    expect(server.calls.some(({ endpoint }) => endpoint.startsWith('GET /staff/applications/7/'))).toBe(true),
  );
});

describe('on a phone', () => {
  const observers: (() => void)[] = [];
  beforeEach(() => {
    putIntoWindow({
      matchMedia: () => ({ matches: true, addEventListener() {}, removeEventListener() {} }),
      IntersectionObserver: class {
        constructor(onSeen: (entries: { isIntersecting: boolean }[]) => void) {
          observers.push(() => onSeen([{ isIntersecting: true }]));
        }
        observe() {}
        disconnect() {}
      },
    });
  });
  afterEach(() => {
    putIntoWindow({ IntersectionObserver: undefined });
    fillBrowserGaps();
  });

  test('the letter is seen before 通过 is offered, by key either; 驳回 needs no letter', async () => {
    const { user } = openApp('/applications/7');
    await screen.findByRole('button', { name: '先看证明' });
    expect(screen.getByRole('button', { name: '驳回' })).toBeTruthy();
    await user.keyboard('a');
    expect(screen.queryByRole('button', { name: /通过/ })).toBeNull();
    // It lies open, and has not come into view.
    await waitFor(() => expect(observers.length).toBeGreaterThan(0));
    act(() => observers.forEach((see) => see()));
    await user.click(screen.getByRole('button', { name: '通过' }));
    expect(screen.getByRole('button', { name: '确认通过' })).toBeTruthy();
  });
});
