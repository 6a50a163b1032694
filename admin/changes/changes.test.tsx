import { describe, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { ChangeRow } from '../../bff/contract/two-person/endpoints.ts';
import { reply, startFakeServer } from '../test/fake-server.ts';
import { openApp } from '../test/open-app.tsx';
import { aChange, sessionOf } from '../test/samples.ts';

const change = (more: Partial<ChangeRow>): ChangeRow => ({ ...aChange, ...more });
const routes = (items: ChangeRow[], administrators = 2) => ({
  'GET /staff/session': () => reply(sessionOf('administrator')),
  'GET /staff/accounts': () => reply([]),
  'GET /staff/security': () => reply({ secondFactorRoles: [] }),
  'GET /staff/changes': () => reply({ items, administrators }),
});

describe('须两人确认的变更', () => {
  test('the second person sees who asks for what, confirms, and is told where the code went', async () => {
    const server = startFakeServer({
      ...routes([change({})]),
      'POST /staff/changes/3/confirmation': () =>
        reply({ change: change({ state: 'confirmed' }), given: { login: 'cashier', sentTo: 'gu***@example.com' } }),
    });
    const { user } = openApp('/staff');
    await screen.findByText('开通账号：顾清和（cashier）');
    expect(screen.getByText('财务', { selector: '.change td' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^同\s?意$/ }));
    expect(server.calls.some(({ endpoint }) => endpoint.startsWith('POST'))).toBe(false);
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: /^同\s?意$/ }));
    await screen.findByText('已同意，变更已生效，登录码已发到 gu***@example.com');
  });

  test('who asked may only take it back', async () => {
    startFakeServer(routes([change({ can: { confirm: false, decline: false, withdraw: true } })]));
    openApp('/staff');
    await screen.findByRole('button', { name: /^撤\s?回$/ });
    expect(screen.queryByRole('button', { name: /^同\s?意$/ })).toBeNull();
  });

  test('says what to do where there is one administrator alone', async () => {
    startFakeServer(routes([], 1));
    openApp('/staff');
    await screen.findByText('目前只有一位管理员，管理员申请的变更没有人可以确认');
    expect(screen.getByText(/scripts\/operate\.mjs create-staff/)).toBeTruthy();
  });
});
