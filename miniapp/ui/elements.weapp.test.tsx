import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Box, Form, Input, Tap } from './elements.weapp.tsx';

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
});
