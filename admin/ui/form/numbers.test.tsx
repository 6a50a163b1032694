import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { WholeInput } from './WholeInput.tsx';
import { YuanInput } from './YuanInput.tsx';

/** What a hurried clerk types stays as it was typed; what is no number goes to the server as it is, to be refused in words. */
const NOT_TYPED = Symbol('nothing');
type Value = number | string | null;
let kept: Value | typeof NOT_TYPED = NOT_TYPED;

function Whole() {
  const [value, setValue] = useState<Value>(7);
  return (
    <WholeInput
      aria-label="名额"
      value={value}
      onChange={(next) => {
        kept = next;
        setValue(next);
      }}
    />
  );
}
function Yuan() {
  const [value, setValue] = useState<number | string>(700);
  return (
    <YuanInput
      aria-label="金额"
      value={value}
      onChange={(next) => {
        kept = next;
        setValue(next);
      }}
    />
  );
}

async function typed(label: string, text: string) {
  const input = screen.getByLabelText<HTMLInputElement>(label);
  await userEvent.clear(input);
  if (text !== '') await userEvent.type(input, text);
  await userEvent.tab();
  return input.value;
}

describe('a whole number', () => {
  it.each<[string, Value]>([
    ['-5', '-5'],
    ['99999999', 99_999_999],
    ['１２', 12],
    ['1.234', '1.234'],
    ['1e3', '1e3'],
    ['12a', '12a'],
    ['', null],
  ])('%s', async (text, value) => {
    render(<Whole />);
    expect(await typed('名额', text)).toBe(text);
    expect(kept).toBe(value);
  });
});

describe('an amount', () => {
  it.each<[string, number | string]>([
    ['-5', '-5'],
    ['99999999', 9_999_999_900],
    ['１２', 1200],
    ['１，２００.５', 120_050],
    ['1.234', '1.234'],
    ['1e3', '1e3'],
    ['12,5', '12,5'],
    ['', ''],
  ])('%s', async (text, value) => {
    render(<Yuan />);
    expect(await typed('金额', text)).toBe(text);
    expect(kept).toBe(value);
  });
});

it('another row’s number is shown in its place, not what was typed there before', async () => {
  const { rerender } = render(<WholeInput aria-label="名额" value={7} onChange={() => undefined} />);
  await userEvent.type(screen.getByLabelText('名额'), '0');
  rerender(<WholeInput aria-label="名额" value={30} onChange={() => undefined} />);
  expect(screen.getByLabelText<HTMLInputElement>('名额').value).toBe('30');
  rerender(<YuanInput aria-label="金额" value={700} />);
  await userEvent.type(screen.getByLabelText('金额'), '0');
  rerender(<YuanInput aria-label="金额" value={3000} />);
  expect(screen.getByLabelText<HTMLInputElement>('金额').value).toBe('30');
});
