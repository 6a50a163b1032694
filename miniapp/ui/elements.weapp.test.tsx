import { describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Box as BrowserBox } from './elements.h5.tsx';
import { Box, Form, Input, Tap, TextArea } from './elements.weapp.tsx';

describe('the elements of the mini-program', () => {
  it('put only words into WeChat’s text, which lays nothing out', () => {
    render(
      <>
        <Box as="span" id="words">
          已选择 {3} 名
        </Box>
        <Box as="span" id="parts">
          <Box as="span">一</Box>
        </Box>
      </>,
    );
    expect(document.getElementById('words')?.tagName).toBe('SPAN');
    expect(document.getElementById('parts')?.tagName).toBe('DIV');
  });

  it.each([
    ['mini-program', Box],
    ['browser', BrowserBox],
  ])('of the %s keep a day and its hour in one piece, among words and alone', (_name, Element) => {
    render(
      <>
        <Element id="words">活动时间 2026-12-12（周六）14:00 至 17:00</Element>
        <Element as="span" id="parts">
          请于 {'12月1日 9:00'} 前，或 {'2026-12-02 09:00:30'}
        </Element>
        <Element id="none">比例 3:10，共 12 天</Element>
      </>,
    );
    const whole = (id: string) => [...document.querySelectorAll(`#${id} .whole`)].map((piece) => piece.textContent);
    expect(whole('words')).toEqual(['2026-12-12（周六）14:00']);
    expect(whole('parts')).toEqual(['12月1日 9:00', '2026-12-02 09:00:30']);
    expect(whole('none')).toEqual([]);
    expect(document.getElementById('parts')?.textContent).toBe('请于 12月1日 9:00 前，或 2026-12-02 09:00:30');
  });

  it('submit a form by its button and by the keyboard, and not while disabled', async () => {
    let submits = 0;
    const form = (isDisabled: boolean) => (
      <Form onSubmit={() => (submits += 1)}>
        <Input id="login" value="" onChange={() => undefined} placeholder="账号" />
        <Tap submit disabled={isDisabled}>
          登录
        </Tap>
      </Form>
    );
    const { rerender } = render(form(false));
    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    await userEvent.type(screen.getByPlaceholderText('账号'), '{Enter}');
    expect(submits).toBe(2);
    rerender(form(true));
    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(submits).toBe(2);
  });

  describe.each([
    ['a line', Input],
    ['lines', TextArea],
  ])('of %s', (_name, Element) => {
    /** What the program puts into the field, in order, from now on. */
    function told(): string[] {
      const field = screen.getByRole('textbox');
      const property = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
      const values: string[] = [];
      Object.defineProperty(field, 'value', {
        configurable: true,
        get: () => property?.get?.call(field) as string,
        set: (value: string) => {
          values.push(value);
          property?.set?.call(field, value);
        },
      });
      return values;
    }
    const type = (value: string) => fireEvent.input(screen.getByRole('textbox'), { target: { value } });
    function Filled({ first }: { first: string }) {
      const [value, setValue] = useState(first);
      return (
        <>
          <Element id="field" value={value} onChange={setValue} />
          <Box>{`有${value}`}</Box>
          <Tap onTap={() => setValue('别的')}>填入</Tap>
          <Tap onTap={() => setValue(first)}>恢复</Tap>
        </>
      );
    }

    it('never send back what was typed', () => {
      render(<Filled first="" />);
      const values = told();
      ['2', '24', '244', '2449'].forEach(type);
      expect(screen.getByText('有2449')).toBeTruthy();
      expect(values).toEqual([]);
    });

    it('show what something else puts into them, also what they had at first', async () => {
      render(<Filled first="旧" />);
      const field = screen.getByRole<HTMLInputElement>('textbox');
      expect(field.value).toBe('旧');
      type('新');
      await userEvent.click(screen.getByRole('button', { name: '填入' }));
      expect(field.value).toBe('别的');
      await userEvent.click(screen.getByRole('button', { name: '恢复' }));
      expect(field.value).toBe('旧');
      type('新');
      const values = told();
      await userEvent.click(screen.getByRole('button', { name: '恢复' }));
      await waitFor(() => expect(field.value).toBe('旧'));
      // The page's data follow first: WeChat passes on a change only.
      expect(values).toEqual(['新', '旧']);
    });
  });
});
