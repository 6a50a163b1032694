import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { InstantInput } from './InstantInput.tsx';
import { PlainDateInput } from './PlainDateInput.tsx';

function Form() {
  const [at, setAt] = useState('2026-12-05T14:00');
  return (
    <>
      <label htmlFor="at">开始时间</label>
      <InstantInput id="at" value={at} onChange={setAt} />
      <output>{at}</output>
    </>
  );
}

test.each([
  ['2026-12-06 09:30', '2026-12-06T09:30'],
  ['2026/1/6 9:30', '2026-01-06T09:30'],
  ['20261206 0930', '2026-12-06T09:30'],
  ['2026.12.6 9:30', '2026-12-06T09:30'],
  ['2026年12月6日 9:30', '2026-12-06T09:30'],
  ['２０２６－１２－６　９：３０', '2026-12-06T09:30'],
  ['2026年12月6日 9时30分', '2026-12-06T09:30'],
])('%s is read as the wall clock in China', async (typed, value) => {
  const user = userEvent.setup();
  render(<Form />);
  const field = screen.getByLabelText('开始时间');
  expect(field).toHaveProperty('value', '2026-12-05 14:00');
  await user.clear(field);
  await user.type(field, `${typed}{Enter}`);
  expect(screen.getByRole('status')).toHaveProperty('textContent', value);
});

function DayForm() {
  const [on, setOn] = useState('2026-12-05');
  return (
    <>
      <PlainDateInput aria-label="日期" value={on} onChange={setOn} />
      <output>{on}</output>
    </>
  );
}

test.each([
  '2026-01-06',
  '2026-1-6',
  '20260106',
  '2026/1/6',
  '2026.1.6',
  '2026年1月6日',
  '２０２６－１－６',
  '２０２６０１０６',
])('%s is the day that it says', async (typed) => {
  const user = userEvent.setup();
  render(<DayForm />);
  const field = screen.getByLabelText('日期');
  await user.clear(field);
  await user.type(field, `${typed}{Enter}`);
  expect(screen.getByRole('status')).toHaveProperty('textContent', '2026-01-06');
});

test.each(['2026-02-30', '16/1/1', '二〇一六年', '明天'])(
  '%s stays as it was typed, and what is wrong is said',
  async (typed) => {
    const user = userEvent.setup();
    render(<DayForm />);
    const field = screen.getByLabelText('日期');
    await user.clear(field);
    await user.type(field, typed);
    // Not while it is being typed.
    expect(screen.queryByRole('alert')).toBeNull();
    await user.tab();
    expect(field).toHaveProperty('value', typed);
    expect(screen.getByRole('alert').textContent).toBe('应为真实存在的日期，例如 2026-01-31');
    // The form has it too: the server refuses it, and nobody saves the day of before.
    expect(screen.getByRole('status')).toHaveProperty('textContent', typed);
    await user.clear(field);
    await user.type(field, '20260106{Enter}');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(field).toHaveProperty('value', '2026-01-06');
  },
);

test.each(['2026-12-06', '2026-12-06 25:00', '2026-12-06 9点'])(
  '%s is no instant: it stays, and is said',
  async (typed) => {
    const user = userEvent.setup();
    render(<Form />);
    const field = screen.getByLabelText('开始时间');
    await user.clear(field);
    await user.type(field, typed);
    await user.tab();
    expect(field).toHaveProperty('value', typed);
    expect(screen.getByRole('alert').textContent).toBe('应为真实存在的日期和时间，例如 2026-01-31 09:00');
  },
);

test('a day that is chosen in the calendar stands in the field, and the calendar is gone', async () => {
  const user = userEvent.setup();
  render(<DayForm />);
  const field = screen.getByLabelText('日期');
  await user.click(field);
  await user.click(await screen.findByText('17'));
  expect(field).toHaveProperty('value', '2026-12-17');
  expect(screen.getByRole('status')).toHaveProperty('textContent', '2026-12-17');
  await user.click(field);
  await user.keyboard('{Escape}');
  expect(field).toHaveProperty('value', '2026-12-17');
});
