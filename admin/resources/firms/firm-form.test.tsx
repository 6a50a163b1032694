import { beforeEach, describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { firm, sessionOf } from '../../test/samples.ts';

const UPDATE = 'PUT /staff/firms/3';
let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/firms/3': () => reply(firm({})),
  });
});
const field = (label: string) => screen.getByLabelText(label) as HTMLInputElement;
const updates = () => server.bodies(UPDATE);

async function rename(user: UserEvent, name: string): Promise<void> {
  await screen.findByLabelText('名称');
  await user.clear(field('名称'));
  await user.type(field('名称'), name);
  await user.click(screen.getByRole('button', { name: '保存' }));
}

describe('the form of a firm', () => {
  test('puts every fault under its field at once and keeps what was typed', async () => {
    server.on(UPDATE, () =>
      refuse(422, 'invalid_fields', '有几处需要修改', {
        uscc: '统一社会信用代码校验位不正确',
        phone: '电话格式不正确',
        version: '版本有误',
      }),
    );
    const { user } = openApp('/firms/3/edit');
    await rename(user, '江海鼎新律师事务所');
    const fault = await screen.findByText('统一社会信用代码校验位不正确');
    expect(fault.closest('.ant-form-item')).toBe(field('统一社会信用代码').closest('.ant-form-item'));
    const phone = screen.getByText('电话格式不正确');
    expect(phone.closest('.ant-form-item')).toBe(field('电话').closest('.ant-form-item'));
    // A fault of something that has no field is not swallowed.
    expect(screen.getByRole('alert').textContent).toContain('版本有误');
    expect(field('名称').value).toBe('江海鼎新律师事务所');
  });

  test('sends what was typed together with the version that was seen', async () => {
    const saved = reply(firm({ name: '江海鼎新律师事务所', version: 5 }));
    server.on(UPDATE, () => {
      server.on('GET /staff/firms/3', () => saved);
      return saved;
    });
    const { user, address } = openApp('/firms/3/edit');
    await rename(user, '江海鼎新律师事务所');
    await waitFor(() => expect(address()).toBe('/firms/3'));
    expect(updates()).toEqual([expect.objectContaining({ name: '江海鼎新律师事务所', version: 4 })]);
    await screen.findByRole('heading', { name: /江海鼎新律师事务所/ });
  });
});

describe('when somebody else saved first', () => {
  const theirs = firm({ phone: '07006880099', version: 5 });
  async function collide() {
    const app = openApp('/firms/3/edit');
    await screen.findByLabelText('名称');
    server.on('GET /staff/firms/3', () => reply(theirs));
    server.on(UPDATE, ({ body }) =>
      (body as { version: number }).version === 5
        ? reply(firm({ name: '江海鼎新律师事务所', version: 6 }))
        : refuse(409, 'changed_meanwhile', '内容已被他人修改'),
    );
    await rename(app.user, '江海鼎新律师事务所');
    const table = await screen.findByRole('table');
    return { ...app, table };
  }

  test('both are shown side by side and nothing typed is lost', async () => {
    const { table } = await collide();
    const row = within(table).getByRole('row', { name: /^电话/ });
    expect(row.textContent).toBe('电话07006880099未改动');
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    expect(field('名称').value).toBe('江海鼎新律师事务所');
  });

  test('the newest can be loaded', async () => {
    const { user } = await collide();
    await user.click(screen.getByRole('button', { name: '放弃我的改动，载入最新内容' }));
    expect(field('名称').value).toBe(theirs.name);
    expect(field('电话').value).toBe(theirs.phone);
  });

  test('or the own change is saved into it, and theirs stays', async () => {
    const { user, address } = await collide();
    await user.click(screen.getByRole('button', { name: '在最新内容上保存我的改动' }));
    await waitFor(() => expect(address()).toBe('/firms/3'));
    expect(updates().at(-1)).toEqual(
      expect.objectContaining({ name: '江海鼎新律师事务所', phone: theirs.phone, version: 5 }),
    );
  });
});

describe('a contact that is changed', () => {
  const save = async (answer: object) => {
    server.on(UPDATE, () => reply(firm(answer)));
    const { user } = openApp('/firms/3/edit');
    await screen.findByLabelText('名称');
    await user.clear(field('邮箱'));
    await user.type(field('邮箱'), 'new@example.com');
    await user.click(screen.getByRole('button', { name: '保存' }));
  };

  test('is said to wait, and until when', async () => {
    await save({ email: 'new@example.com' });
    await screen.findByText(/新邮箱自\d{4}-\d{2}-\d{2}起可以接收验证码/);
    expect(screen.queryByText('已保存')).toBeNull();
  });

  test('or to wait for a second person first, when the old one still stands there', async () => {
    await save({});
    await screen.findByText(/新邮箱须另一人在“联系方式复核”中采用/);
  });
});
