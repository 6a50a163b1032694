import { expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { DisciplineRow } from '../../../bff/contract/registry/endpoints.ts';
import { refuse, reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

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
