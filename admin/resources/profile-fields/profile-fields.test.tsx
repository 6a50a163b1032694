import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { SHIPPED_POLICY } from '../../../bff/contract/profile-fields/policy.ts';
import { reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { sessionOf } from '../../test/samples.ts';

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('administrator')),
    'GET /staff/profile-fields': () =>
      reply({ version: 3, fields: { 'basic.health': { use: 'hidden' } }, policy: SHIPPED_POLICY }),
    'PUT /staff/profile-fields': () => reply({ version: 4, fields: {}, policy: SHIPPED_POLICY }),
  });
});
const rowOf = (label: string) => screen.getByRole('row', { name: new RegExp(`^${label}`) });

test('a field is not used any more, another gets a hint; what everything rests on stays as it is', async () => {
  const { user } = openApp('/profile-fields');
  expect(within(await screen.findByRole('row', { name: /^政治面貌/ })).getByText('必填（固定）')).toBeTruthy();
  expect(within(rowOf('健康状况')).getByText('不使用')).toBeTruthy();
  expect(screen.getByRole('button', { name: /保\s*存/ }).hasAttribute('disabled')).toBe(true);
  fireEvent.mouseDown(within(rowOf('婚姻状况')).getByRole('combobox'));
  // Nothing sensitive is ever required by the office.
  const choices = await waitFor(() => {
    const all = [...document.querySelectorAll('.ant-select-item-option')];
    expect(all.map(({ textContent }) => textContent)).toEqual(['选填', '不使用']);
    return all;
  });
  await user.click(choices[1]!);
  await user.type(screen.getByLabelText('曾用名的填写提示'), '没有的不填');
  await user.click(screen.getByRole('button', { name: /保\s*存/ }));
  await waitFor(() => expect(server.bodies('PUT /staff/profile-fields')).toHaveLength(1));
  expect(server.bodies('PUT /staff/profile-fields')[0]).toEqual({
    version: 3,
    fields: {
      'basic.health': { use: 'hidden' },
      'basic.marriage': { use: 'hidden' },
      'basic.formerName': { hint: '没有的不填' },
    },
    policy: SHIPPED_POLICY,
  });
});

test('what is asked of every profile: documents, a year of 社会公益, and passing by itself, off as it is shipped', async () => {
  const { user } = openApp('/profile-fields');
  expect((await screen.findByRole('checkbox', { name: /律师执业证/ })).matches(':checked')).toBe(true);
  expect(screen.queryByRole('checkbox', { name: '身份证' })).toBeNull();
  const itself = screen.getByRole('checkbox', { name: /自动通过/ });
  expect(itself.matches(':checked')).toBe(false);
  await user.click(screen.getByRole('checkbox', { name: '学历证书' }));
  await user.clear(screen.getByLabelText('公益服务小时数'));
  await user.type(screen.getByLabelText('公益服务小时数'), '30');
  await user.click(itself);
  await user.click(screen.getByRole('button', { name: /保\s*存/ }));
  await waitFor(() => expect(server.bodies('PUT /staff/profile-fields')).toHaveLength(1));
  expect(server.bodies('PUT /staff/profile-fields')[0]).toMatchObject({
    policy: { documents: ['licence', 'diploma'], serviceHours: 30, serviceCases: 2, passesByItself: true },
  });
});
