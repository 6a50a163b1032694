import { expect, jest, test } from '@jest/globals';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from 'antd';
import { LinkedWords } from './LinkedWords.tsx';

test('an address of a member’s opens once it is said where it leads; our own opens at once', async () => {
  const opened = jest.spyOn(window, 'open').mockReturnValue(null);
  const own = `${location.origin}/verify`;
  render(
    <App>
      <LinkedWords text={`见 https://elsewhere.example/a 和 ${own} 。`} />
    </App>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'https://elsewhere.example/a' }));
  const asked = within(await screen.findByRole('dialog'));
  expect(asked.getByText(/将访问 elsewhere\.example。/)).toBeTruthy();
  expect(opened).not.toHaveBeenCalled();
  await userEvent.click(asked.getByRole('button', { name: /打\s?开/ }));
  await waitFor(() => expect(opened).toHaveBeenCalledTimes(1));
  await userEvent.click(screen.getByRole('button', { name: own }));
  expect(opened.mock.calls.map(([address]) => address)).toEqual(['https://elsewhere.example/a', own]);
  opened.mockRestore();
});
