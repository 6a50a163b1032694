import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { OfficeCalendar, OfficeDayRow } from '../../../bff/contract/office-hours/endpoints.ts';
import { addDays, toShanghaiDate } from '../../../bff/contract/dates.ts';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { aChange, sessionOf } from '../../test/samples.ts';

const DAY = { from: '09:00', to: '18:00' };
const CALENDAR: OfficeCalendar = {
  hours: {
    version: 2,
    service: [DAY],
    telephone: [DAY],
    tickets: null,
    supplierPhone: '',
    supplierHours: '',
    supplierWebsite: '',
  },
  days: [
    {
      date: '2026-10-01',
      kind: 'off',
      periods: [],
      reason: '国庆节',
      origin: 'package',
      setBy: '系统通知',
      version: 0,
    },
  ],
  knownThrough: 2026,
  nextYear: { year: 2027, state: 'late' },
  can: { change: true },
};
const PROPOSE = 'POST /staff/office-hours/years';
let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('administrator')),
    'GET /staff/office-hours': () => reply(CALENDAR),
    'GET /staff/waiting': () => reply({ holidays: 1 }),
    'GET /staff/changes': () => reply({ items: [], administrators: 2 }),
  });
});

test('a pasted notice is read, completed by hand and sent for a second administrator', async () => {
  server.on(PROPOSE, () =>
    refuse(422, 'invalid_fields', '有几处需要修改', { holidays: '还缺春节，请对照放假通知补充' }),
  );
  const { user } = openApp('/office-hours');
  await screen.findByText('尚未录入 2027 年的节假日');
  await user.click(screen.getByRole('textbox', { name: /粘贴/ }));
  await user.paste(
    '关于2027年的通知 一、元旦：1月1日（周五）至3日（周日）放假，共3天。二、国庆节：10月1日至7日放假调休。10月9日（周六）上班。',
  );
  await user.click(screen.getByRole('button', { name: '读取通知' }));
  const form = within(await screen.findByRole('form', { name: '2027年节假日' }));
  expect(form.getByLabelText<HTMLInputElement>('元旦最后一天').value).toBe('2027-01-03');
  expect(form.getByLabelText<HTMLInputElement>('春节第一天').value).toBe('');
  // As it comes out: 1 to 3 January and 1 to 7 October off, a Saturday on.
  const calendar = within(form.getByRole('region', { name: '2027年日历' }));
  const october = within(calendar.getByRole('table', { name: '10月' }));
  const kinds = ['7', '8', '9', '10'].map((name) => october.getByRole('cell', { name }).className.trim());
  expect(kinds).toEqual(['day off', 'day', 'day on', 'day rest']);
  await user.click(form.getByRole('button', { name: /提交/ }));
  await form.findByText('还缺春节，请对照放假通知补充');
  expect(server.bodies(PROPOSE)).toEqual([
    {
      year: 2027,
      holidays: [
        { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
        { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
      ],
      workdays: ['2027-10-09'],
    },
  ]);
});

test('what one has entered waits here for the other, who confirms it on the spot', async () => {
  const entered = { ...aChange, kind: 'office_year', target: '2027年节假日', after: '放假：元旦 2027-01-01' } as const;
  let isKnown = false;
  const items = () => [
    { ...entered, state: isKnown ? ('confirmed' as const) : ('waiting' as const) },
    { ...entered, id: 2, target: '2025年节假日', state: 'expired' as const },
    { ...aChange, id: 4 },
  ];
  server.on('GET /staff/changes', () => reply({ items: items(), administrators: 2 }));
  server.on('GET /staff/office-hours', () =>
    reply(isKnown ? { ...CALENDAR, nextYear: { year: 2027, state: 'known' } } : CALENDAR),
  );
  server.on('POST /staff/changes/3/confirmation', () => {
    isKnown = true;
    return reply({ change: items()[0], given: null });
  });
  const { user } = openApp('/office-hours');
  const waiting = within(await screen.findByRole('region', { name: '已录入，等待另一位管理员确认' }));
  // Neither what is over nor what is about something else.
  expect(waiting.getAllByRole('listitem')).toHaveLength(1);
  await user.click(waiting.getByRole('button', { name: /^同\s?意$/ }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /^同\s?意$/ }));
  await screen.findByText('已同意，变更已生效');
  await waitFor(() => expect(screen.queryByText('尚未录入 2027 年的节假日')).toBeNull());
  expect(screen.queryByRole('region', { name: '已录入，等待另一位管理员确认' })).toBeNull();
});

test('a second part of the day is added and saved', async () => {
  server.on('PUT /staff/office-hours', ({ body }) =>
    reply({ ...CALENDAR, hours: { ...(body as OfficeCalendar['hours']), version: 3 } }),
  );
  const { user } = openApp('/office-hours');
  await user.click(await screen.findByRole('button', { name: '服务热线加一段' }));
  await user.type(screen.getByLabelText('服务热线第2段开始'), '19:00');
  await user.type(screen.getByLabelText('服务热线第2段结束'), '20:00');
  await user.click(screen.getByRole('button', { name: /保\s*存/ }));
  await screen.findByText('已保存');
  expect(server.bodies('PUT /staff/office-hours')).toEqual([
    { ...CALENDAR.hours, telephone: [DAY, { from: '19:00', to: '20:00' }] },
  ]);
});

test('the days open at this month, not at January', async () => {
  const at = (offset: number) => addDays(toShanghaiDate(Date.now()), offset);
  const days = Array.from({ length: 60 }, (_, n) => ({ ...CALENDAR.days[0]!, date: at((n - 40) * 35) }));
  server.on('GET /staff/office-hours', () => reply({ ...CALENDAR, days }));
  openApp('/office-hours');
  expect(await screen.findByText(at(0))).toBeTruthy();
  expect(screen.queryByText(at(-40 * 35))).toBeNull();
});

test('what is said of a day says what was seen of it; where a colleague was faster, the table shows theirs', async () => {
  const theirs: OfficeDayRow = {
    ...CALENDAR.days[0]!,
    date: '2026-12-08',
    reason: '停电',
    origin: 'office',
    setBy: '顾清和',
    version: 17,
  };
  const PUT = 'PUT /staff/office-hours/days/2026-12-08';
  const DELETE = 'DELETE /staff/office-hours/days/2026-12-08';
  let days = CALENDAR.days;
  server.on('GET /staff/office-hours', () => reply({ ...CALENDAR, days }));
  const conflict = () => refuse(409, 'changed_meanwhile', '该日的本会安排刚被他人修改，请看下表中的现况后再保存');
  server.on(PUT, () => {
    days = [...CALENDAR.days, theirs];
    return conflict();
  });
  const { user } = openApp('/office-hours');
  const form = within(await screen.findByRole('form', { name: '本会安排' }));
  await user.type(form.getByLabelText('日期'), '2026-12-08');
  await user.type(form.getByLabelText('原因'), '换届大会');
  await user.click(form.getByRole('button', { name: /加\s?入/ }));
  await form.findByText(/刚被他人修改/);
  // What was typed stays, and what the colleague has said stands below.
  expect(form.getByLabelText<HTMLInputElement>('原因').value).toBe('换届大会');
  await screen.findByText('停电');
  server.on(PUT, () =>
    reply({ ...CALENDAR, days: [...CALENDAR.days, { ...theirs, reason: '换届大会', version: 18 }] }),
  );
  await user.click(form.getByRole('button', { name: /加\s?入/ }));
  await screen.findByRole('cell', { name: '换届大会' });
  const said = { kind: 'off', reason: '换届大会' };
  expect(server.bodies(PUT)).toEqual([
    { version: 0, ...said },
    { version: 17, ...said },
  ]);
  server.on(DELETE, conflict);
  await user.click(screen.getByRole('button', { name: '取消本会安排' }));
  await screen.findByText(/刚被他人修改/);
  expect(server.calls.filter(({ endpoint }) => endpoint === DELETE).map(({ query }) => query)).toEqual([
    { version: '18' },
  ]);
});
