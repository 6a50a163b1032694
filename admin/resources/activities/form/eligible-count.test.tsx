import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { reply, startFakeServer } from '../../../test/fake-server.ts';
import { CountedEligibility } from './EligibleCount.tsx';

const COUNT = 'POST /staff/activities/eligible';

test('counts piece by piece, and anew when the condition is another one', async () => {
  const server = startFakeServer({
    [COUNT]: ({ body }) =>
      (body as { after: number }).after === 0
        ? reply({ looked: 1_000, fit: 700, examples: [{ id: 1, name: '林知远', firm: '清鸣所' }], next: 1_000 })
        : reply({ looked: 500, fit: 34, examples: [{ id: 1_200, name: '沈若溪', firm: '' }], next: null }),
  });
  const user = userEvent.setup();
  const { rerender } = render(<CountedEligibility value={{ atom: 'category', in: ['company'] }} />);
  expect(server.calls).toEqual([]);
  await user.click(screen.getByRole('button', { name: '计算符合条件的人数' }));
  expect(await screen.findByText(/符合条件 734 人（正常执业的律师共 1,500 人）/)).toBeTruthy();
  expect(screen.getByText(/林知远（清鸣所）、沈若溪/)).toBeTruthy();
  expect(server.bodies(COUNT)).toEqual([
    { eligibility: { atom: 'category', in: ['company'] }, after: 0 },
    { eligibility: { atom: 'category', in: ['company'] }, after: 1_000 },
  ]);
  rerender(<CountedEligibility value={{ atom: 'category', in: ['government'] }} />);
  expect(screen.queryByText(/734/)).toBeNull();
});
