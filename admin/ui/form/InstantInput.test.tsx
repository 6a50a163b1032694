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

test.each(['2026-01-06', '2026-1-6', '20260106', '2026/1/6', '2026.1.6', '2026年1月6日'])(
  '%s is the day that it says',
  async (typed) => {
    const user = userEvent.setup();
    render(<DayForm />);
    const field = screen.getByLabelText('日期');
    await user.clear(field);
    await user.type(field, `${typed}{Enter}`);
    expect(screen.getByRole('status')).toHaveProperty('textContent', '2026-01-06');
  },
);
