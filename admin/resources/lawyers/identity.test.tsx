import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { Role } from '../../../bff/contract/accounts/enums.ts';
import { refuse, reply, startFakeServer } from '../../test/fake-server.ts';
import { inParts } from '../../test/in-parts.ts';
import { openApp } from '../../test/open-app.tsx';
import { lawyer, noLawyerRecords, pageOf, sessionOf } from '../../test/samples.ts';

const open = (role: Role) => {
  const server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf(role)),
    'GET /staff/lawyers/2': () => reply(lawyer({ warnings: ['执业证号中的首次执业年份与登记不一致'] })),
    'GET /staff/discipline-records': () => reply(pageOf([])),
    'GET /staff/lawyers/2/records': () => reply(noLawyerRecords),
    'POST /staff/lawyers/2/identity': ({ body }) =>
      (body as { reason: string }).reason
        ? reply({ identityNumber: '449901198903110043' })
        : refuse(422, 'invalid_fields', '有几处需要修改', { reason: '请填写查看事由' }),
  });
  return { ...openApp('/lawyers/2'), server };
};

test('an identity number is masked until a reason is given, and can be hidden again', async () => {
  const { user, server } = open('registrar');
  await screen.findByText(inParts('449***********0043'));
  await user.click(screen.getByRole('button', { name: '查看完整号码' }));
  await user.click(screen.getByRole('button', { name: '查看' }));
  expect((await screen.findByRole('alert')).textContent).toBe('请填写查看事由');
  await user.type(screen.getByLabelText(/查看事由/), '核对来函{Enter}');
  await screen.findByText(inParts('449901198903110043'));
  expect(server.bodies('POST /staff/lawyers/2/identity').at(-1)).toEqual({ reason: '核对来函' });
  await user.click(screen.getByRole('button', { name: '隐藏' }));
  expect(screen.queryByText(inParts('449901198903110043'))).toBeNull();
});

test('a reviewer is not offered the whole number, and doubts about the licence number are told', async () => {
  open('reviewer');
  await screen.findByText(inParts('449***********0043'));
  expect(screen.queryByRole('button', { name: '查看完整号码' })).toBeNull();
  expect(screen.getByText('执业证号中的首次执业年份与登记不一致')).toBeTruthy();
});
