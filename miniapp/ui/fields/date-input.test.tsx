import { expect, it } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { DateInput } from './date-input.h5.tsx';

const heard: string[] = [];
function Filled({ first = '' }: { first?: string }) {
  const [value, setValue] = useState(first);
  const hear = (next: string) => {
    heard.push(next);
    setValue(next);
  };
  return (
    <>
      <label id="since-label" htmlFor="since">
        起始时间
      </label>
      <DateInput id="since" name="起始时间" value={value} onChange={hear} max="2026-12-31" />
      <button type="button" onClick={() => setValue('2020-02-29')}>
        填入
      </button>
    </>
  );
}
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: '起始时间' });

it.each(['20160101', '2016/1/1', '2016-01-01', '２０１６年１月１日'])('%s is understood', async (typed) => {
  render(<Filled />);
  await userEvent.type(field(), typed);
  expect(field().value).toBe(typed);
  expect(heard.at(-1)).toBe('2016-01-01');
  await userEvent.tab();
  expect(field().value).toBe('2016-01-01');
});

it('a day that does not exist stays as it was typed, for the form to say so', async () => {
  render(<Filled />);
  await userEvent.type(field(), '2026-02-30');
  await userEvent.tab();
  expect(field().value).toBe('2026-02-30');
  expect(heard.at(-1)).toBe('2026-02-30');
});

it('shows yyyy-MM-dd, by itself and from the calendar, which opens by a button with a name', async () => {
  render(<Filled first="2026-03-04" />);
  expect(field().value).toBe('2026-03-04');
  const calendar = document.querySelector<HTMLInputElement>('input[type=date]')!;
  let opened = 0;
  Object.defineProperty(calendar, 'showPicker', { value: () => (opened += 1) });
  await userEvent.click(screen.getByRole('button', { name: '打开日历' }));
  expect(opened).toBe(1);
  fireEvent.change(calendar, { target: { value: '2026-05-06' } });
  expect(field().value).toBe('2026-05-06');
  await userEvent.click(screen.getByRole('button', { name: '填入' }));
  expect(field().value).toBe('2020-02-29');
});
