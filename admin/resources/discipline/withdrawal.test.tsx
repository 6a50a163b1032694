import { expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { DisciplineRow } from '../../../bff/contract/registry/endpoints.ts';
import { refuse, reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { lawyer, noLawyerRecords, pageOf, sessionOf } from '../../test/samples.ts';

const RECORD: DisciplineRow = {
  id: 9,
  subjectKind: 'lawyer',
  subjectId: 2,
  subjectName: '林致远',
  subjectLicenceNo: '14499201210100017',
  kind: 'warning',
  state: 'effective',
  documentNo: '江律纪字〔2026〕第7号',
  decidedOn: '2026-03-01',
  effectiveFromOn: '2026-03-10',
  effectiveUntilOn: null,
  remark: '',
  sameDocument: 1,
  version: 3,
};

test('a record entered twice is said to be one, and is taken back with a reason', async () => {
  const server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/discipline-records': () => reply(pageOf([RECORD])),
    'GET /staff/discipline-records/9': () => reply(RECORD),
    'POST /staff/discipline-records/9/withdrawal': ({ body }) =>
      (body as { reason: string }).reason
        ? reply(null)
        : refuse(422, 'invalid_fields', '有几处需要修改', { reason: '请填写撤销原因' }),
  });
  const { user, address } = openApp('/discipline/9/edit');
  expect(await screen.findByText('同一对象另有1条相同文号的记录，请核对是否重复登记')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '撤销这条登记' }));
  await user.click(screen.getByRole('button', { name: '确认撤销' }));
  expect((await screen.findByRole('alert')).textContent).toBe('请填写撤销原因');
  await user.type(screen.getByLabelText('撤销原因'), '重复登记');
  await user.click(screen.getByRole('button', { name: '确认撤销' }));
  await waitFor(() => expect(address()).toBe('/discipline'));
  expect(server.bodies('POST /staff/discipline-records/9/withdrawal').at(-1)).toEqual({
    reason: '重复登记',
    version: 3,
  });
});

test('is entered from the page of its member, who stands in the form already, and leads back to it', async () => {
  const server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/lawyers/2': () => reply(lawyer({ name: '林致远' })),
    'GET /staff/lawyers/2/records': () => reply(noLawyerRecords),
    'GET /staff/discipline-records': () => reply(pageOf([])),
    'POST /staff/discipline-records': () => reply({ ...RECORD, sameDocument: 0 }),
  });
  const { user, address } = openApp('/lawyers/2');
  await user.click(await screen.findByRole('button', { name: '登记处分' }));
  await screen.findByText(/林致远（1 4499/);
  await user.click(screen.getByRole('button', { name: /保\s?存/ }));
  await waitFor(() => expect(address()).toBe('/lawyers/2'));
  expect(server.bodies('POST /staff/discipline-records')).toMatchObject([{ subjectKind: 'lawyer', subjectId: 2 }]);
});

test('whoever only reads records is not offered to enter one', async () => {
  startFakeServer({
    'GET /staff/session': () => reply(sessionOf('reviewer')),
    'GET /staff/lawyers/2': () => reply(lawyer({})),
    'GET /staff/lawyers/2/records': () => reply(noLawyerRecords),
    'GET /staff/discipline-records': () => reply(pageOf([])),
  });
  openApp('/lawyers/2');
  await screen.findByText('没有处分记录');
  expect(screen.queryByRole('button', { name: '登记处分' })).toBeNull();
});
