import { beforeEach, describe, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { reply, startFakeServer } from '../test/fake-server.ts';
import { openApp } from '../test/open-app.tsx';
import { sessionOf } from '../test/samples.ts';

beforeEach(() => localStorage.clear());

test('the box in the head jumps to what was typed, from anywhere, by the keyboard alone', async () => {
  const server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/waiting': () => reply({}),
    'GET /staff/search': () =>
      reply({
        items: [{ kind: 'lawyer', id: 31, title: '闻人望潮', note: '1 3201 2015 1 0 123456 · 江海望潮律师事务所' }],
      }),
  });
  const { user, address } = openApp('/dues');
  const box = await screen.findByRole('combobox', { name: '查找申请、会员、工单、活动或公告' });
  await user.keyboard('/闻人');
  await screen.findByText('1 3201 2015 1 0 123456 · 江海望潮律师事务所');
  expect(server.calls.filter(({ endpoint }) => endpoint === 'GET /staff/search').at(-1)?.query).toEqual({ q: '闻人' });
  // The library reads `which`, which the simulated keyboard does not set.
  fireEvent.keyDown(box, { key: 'Enter', keyCode: 13 });
  await waitFor(() => expect(address()).toBe('/lawyers/31'));
});

describe('Enter before the answer has come', () => {
  const found = (id: number) => ({ kind: 'application', id, title: `26112200${id}`, note: '律所无行业处分' });
  const press = (box: HTMLElement) => fireEvent.keyDown(box, { key: 'Enter', keyCode: 13 });
  const type = async (answers: (q: string) => unknown[]) => {
    const server = startFakeServer({
      'GET /staff/session': () => reply(sessionOf('registrar')),
      'GET /staff/waiting': () => reply({}),
      'GET /staff/search': ({ query }) => reply({ items: answers(String(query['q'])) }),
    });
    const { user, address } = openApp('/dues');
    const box = await screen.findByRole('combobox', { name: '查找申请、会员、工单、活动或公告' });
    return { server, user, address, box };
  };

  test('opens what comes, and never what was found for the words before', async () => {
    const { user, address, box } = await type((q) => [found(q === '2611220011' ? 11 : 12)]);
    await user.keyboard('/2611220011');
    await screen.findByText('2611220011');
    await user.keyboard('{Backspace}2');
    press(box);
    await waitFor(() => expect(address()).toBe('/applications/12'));
  });

  test('of several opens none: the list stands open', async () => {
    const { user, address, box } = await type(() => [found(11), found(12)]);
    await user.keyboard('/26112200');
    press(box);
    await screen.findByText('2611220012');
    expect(address()).toBe('/dues');
    press(box);
    await waitFor(() => expect(address()).toBe('/applications/11'));
  });
});

test('what nobody is called says so', async () => {
  startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/waiting': () => reply({}),
    'GET /staff/search': () => reply({ items: [] }),
  });
  const { user } = openApp('/password');
  await user.type(await screen.findByRole('combobox', { name: '查找申请、会员、工单、活动或公告' }), '无此人');
  await screen.findByText('没有找到，请核对编号、姓名、号码或换一个词');
});
