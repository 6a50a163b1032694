import { expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { Eligibility } from '../../bff/contract/eligibility/schemas.ts';
import { reply, startFakeServer } from '../test/fake-server.ts';
import { LOOKED_UP } from './draft.ts';
import { EligibilityBuilder } from './EligibilityBuilder.tsx';

const LISTED = 'POST /staff/activities/listed';
let said: Eligibility | null;

function Builder({ first, lookUps }: { first: Eligibility; lookUps?: typeof LOOKED_UP }) {
  const [value, setValue] = useState<Eligibility | null>(first);
  said = value;
  return (
    <QueryClientProvider client={new QueryClient()}>
      <EligibilityBuilder of={['lawyer']} value={value} onChange={setValue} {...(lookUps && { lookUps })} />
    </QueryClientProvider>
  );
}

test('a pasted list becomes lawyers, and says which of its lines are nobody', async () => {
  const server = startFakeServer({ [LISTED]: () => reply({ lawyerIds: [5, 6], missingLines: [3] }) });
  render(<Builder first={{ atom: 'list', lawyerIds: [] }} lookUps={LOOKED_UP} />);
  await userEvent.click(screen.getByRole('textbox', { name: '执业证号，每行一个' }));
  await userEvent.paste('14499201210100017\n14499201511100034\n1\n');
  await userEvent.click(screen.getByRole('button', { name: '核对并采用名单' }));
  expect(await screen.findByText('第3行未找到，共1人，其余2人可用')).toBeTruthy();
  expect(server.bodies(LISTED)).toEqual([{ lines: ['14499201210100017', '14499201511100034', '1'] }]);
  expect(said).toEqual({ all: [{ atom: 'list', lawyerIds: [5, 6] }] });
});

test('districts are typed one after the other', async () => {
  render(<Builder first={{ atom: 'district', in: [] }} />);
  await userEvent.type(screen.getByRole('combobox', { name: '区县' }), '南海区{Enter}禅城区{Enter}');
  expect(said).toEqual({ all: [{ atom: 'district', in: ['南海区', '禅城区'] }] });
});

test('what only the office of activities looks up is offered there alone', async () => {
  const { unmount } = render(<Builder first={{ atom: 'discipline', is: 'none' }} />);
  await userEvent.click(screen.getByRole('combobox', { name: '添加条件' }));
  expect(await screen.findAllByText('所在区县')).not.toEqual([]);
  expect(screen.queryAllByText('受邀名单')).toEqual([]);
  unmount();
  render(<Builder first={{ atom: 'discipline', is: 'none' }} lookUps={LOOKED_UP} />);
  await userEvent.click(screen.getByRole('combobox', { name: '添加条件' }));
  expect(await screen.findAllByText('受邀名单')).not.toEqual([]);
});
