import { beforeEach, describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { StaffTypeDetail } from '../../../bff/contract/certificate-types/endpoints.ts';
import type { ChangeRow } from '../../../bff/contract/two-person/endpoints.ts';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { aChange, aType, sessionOf } from '../../test/samples.ts';
import { compareWords } from '../../changes/compare-words.ts';

const type = aType();
const rows = [
  { id: 12, version: 2, createdBy: '陆明章', createdAt: '2026-11-20T02:00:00.000Z', isCurrent: true },
  { id: 11, version: 1, createdBy: '系统', createdAt: '2026-11-01T02:00:00.000Z', isCurrent: false },
];
const bodies: Record<number, string> = { 12: '{{firm}}系本会会员，无处分。', 11: '{{firm}}系本会会员。' };

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('administrator')),
    'GET /staff/changes': () => reply({ items: [], administrators: 2 }),
    'GET /staff/certificate-types': () => reply([type]),
    'GET /staff/certificate-types/4': () => reply(type),
    'GET /staff/certificate-types/4/wordings': () => reply(rows),
  });
  for (const row of rows) {
    server.on(`GET /staff/certificate-wordings/${row.id}`, () =>
      reply({ ...row, body: bodies[row.id], rosterTitle: '' }),
    );
  }
});
const published = () => server.bodies('POST /staff/certificate-types/4/wordings');
const body = async () => (await screen.findByRole('textbox', { name: /正文/ })) as HTMLTextAreaElement;

describe('a type', () => {
  test('is retired only after a question, and says so', async () => {
    server.on('POST /staff/certificate-types/4/retirement', () => reply({ ...type, isRetired: true, version: 6 }));
    const { user } = openApp('/types/4');
    await user.click(await screen.findByRole('button', { name: /停\s?用/ }));
    expect(server.bodies('POST /staff/certificate-types/4/retirement')).toEqual([]);
    const question = await screen.findByRole('tooltip');
    await user.click(within(question).getByRole('button', { name: /停\s?用/ }));
    await screen.findByText(/会员看不到这一类型/);
    expect(server.bodies('POST /staff/certificate-types/4/retirement')).toEqual([{ version: 5 }]);
  });

  test('is saved with what was typed; an empty validity is no end', async () => {
    server.on('PUT /staff/certificate-types/4', () => reply(type));
    const { user } = openApp('/types/4/edit');
    const label = (await screen.findByLabelText('名称')) as HTMLInputElement;
    await user.clear(label);
    await user.type(label, '无处分证明');
    await user.click(screen.getByRole('button', { name: /保\s?存/ }));
    await waitFor(() => expect(server.bodies('PUT /staff/certificate-types/4')).toHaveLength(1));
    expect(server.bodies('PUT /staff/certificate-types/4')[0]).toMatchObject({
      label: '无处分证明',
      validityMonths: null,
      asks: ['since'],
      ruleSet: 'firm-clean',
      version: 5,
    });
  });
});

describe('who may ask for a type', () => {
  const saved = () =>
    server.bodies('PUT /staff/certificate-types/4').map((sent) => (sent as StaffTypeDetail).eligibility);
  const edited = async (eligibility: StaffTypeDetail['eligibility']) => {
    server.on('GET /staff/certificate-types/4', () => reply({ ...type, eligibility }));
    server.on('PUT /staff/certificate-types/4', () => reply({ ...type, eligibility }));
    const { user } = openApp('/types/4/edit');
    const save = async () => user.click(screen.getByRole('button', { name: /保\s?存/ }));
    await screen.findByLabelText('名称');
    return { user, save };
  };

  test('is said in words', async () => {
    server.on('GET /staff/certificate-types/4', () =>
      reply({
        ...type,
        eligibility: {
          any: [
            { atom: 'dues', settled: 'last' },
            { atom: 'firm', in: [7, 8] },
          ],
        },
      }),
    );
    openApp('/types/4');
    expect(await screen.findByText('缴清上一年度会费，或属于指定的2家机构')).toBeTruthy();
  });

  test('conditions are added one by one, only those that can be true of the audience', async () => {
    const { user, save } = await edited(null);
    await user.click(screen.getByRole('combobox', { name: '添加条件' }));
    expect(screen.queryByTitle('执业年限')).toBeNull();
    await user.click(await screen.findByTitle('会费缴清'));
    await user.click(screen.getByRole('combobox', { name: '添加条件' }));
    await user.click((await screen.findAllByTitle('无行业处分')).at(-1)!);
    expect(screen.getAllByRole('group', { name: /会费缴清|无行业处分/ })).toHaveLength(2);
    await save();
    await waitFor(() =>
      expect(saved()).toEqual([
        {
          all: [
            { atom: 'dues', settled: 'this' },
            { atom: 'discipline', is: 'none' },
          ],
        },
      ]),
    );
  });

  test('the last one taken away is everybody', async () => {
    const { user, save } = await edited({ all: [{ atom: 'dues', settled: 'this' }] });
    await user.click(screen.getByRole('button', { name: '删除会费缴清' }));
    await save();
    await waitFor(() => expect(saved()).toEqual([null]));
  });

  test('what the builder cannot draw is shown in words and saved as it is', async () => {
    const eligibility: StaffTypeDetail['eligibility'] = { not: { atom: 'dues', settled: 'this' } };
    const { save } = await edited(eligibility);
    expect(screen.getByText('未缴清本年度会费')).toBeTruthy();
    await save();
    await waitFor(() => expect(saved()).toEqual([eligibility]));
  });

  test('a fault within a condition stands under the field', async () => {
    const { save } = await edited({ all: [{ atom: 'firmKind', in: ['law_firm'] }] });
    server.on('PUT /staff/certificate-types/4', () =>
      refuse(422, 'invalid_fields', '有几处需要修改', { 'eligibility.all.0.in': '请选择机构类型' }),
    );
    await save();
    const field = (await screen.findByText('请选择机构类型')).closest('.ant-form-item');
    expect(field?.textContent).toContain('申请条件');
  });
});

describe('the editor of a wording', () => {
  test('names faults while one types, in words, and does not publish them', async () => {
    const { user } = openApp('/types/4/wording');
    await user.type(await body(), '{{{{nobody}}');
    expect(await screen.findByText(/没有“nobody”这个占位符/)).toBeTruthy();
    expect((screen.getByRole('button', { name: '发布第3版' }) as HTMLButtonElement).disabled).toBe(true);
    expect((await body()).getAttribute('aria-invalid')).toBe('true');
  });

  test('a placeholder is put where the cursor stands', async () => {
    const { user } = openApp('/types/4/wording');
    const field = await body();
    await user.click(field);
    field.setSelectionRange(0, 0);
    await user.click(screen.getByRole('button', { name: /licenceNo/ }));
    expect(field.value).toBe('{{licenceNo}}{{firm}}系本会会员，无处分。');
  });

  test('prints the draft a moment after typing, for the chosen situation', async () => {
    const { user } = openApp('/types/4/wording');
    await user.type(await body(), '特');
    await waitFor(
      () =>
        expect(server.bodies('POST /staff/certificate-types/4/wording-preview').at(-1)).toEqual({
          body: '{{firm}}系本会会员，无处分。特',
          rosterTitle: '',
          situation: 'typical',
        }),
      { timeout: 5_000 },
    );
  });

  test('publishes on the version it began with; what the server refuses stands beside the text', async () => {
    server.on('POST /staff/certificate-types/4/wordings', () =>
      refuse(422, 'invalid_fields', '有几处需要修改', { body: '字库缺少以下文字' }),
    );
    const { user, address } = openApp('/types/4/wording');
    await user.type(await body(), '特');
    await user.click(screen.getByRole('button', { name: '发布第3版' }));
    await screen.findByText('字库缺少以下文字');
    expect(published()).toEqual([{ body: '{{firm}}系本会会员，无处分。特', rosterTitle: '', basedOn: 2 }]);
    server.on('POST /staff/certificate-types/4/wordings', () =>
      reply({ wording: { ...rows[0], version: 3, body: '', rosterTitle: '' }, waiting: null }),
    );
    await user.click(screen.getByRole('button', { name: '发布第3版' }));
    await waitFor(() => expect(address()).toBe('/types/4'));
  });

  test('an older version comes back from the comparison, as a new one', async () => {
    server.on('POST /staff/certificate-types/4/wordings', () =>
      reply({ wording: { ...rows[0], version: 3, body: '', rosterTitle: '' }, waiting: null }),
    );
    const { user } = openApp('/types/4/compare?left=11&right=12');
    const right = await screen.findByRole('region', { name: '第2版' });
    expect(within(right).getByText('，无处分').tagName).toBe('INS');
    await user.click(screen.getByRole('button', { name: '以此版重新发布' }));
    await screen.findByText(/已载入第1版的内容/);
    await user.click(screen.getByRole('button', { name: '发布第3版' }));
    await waitFor(() => expect(published()).toEqual([{ body: bodies[11], rosterTitle: '', basedOn: 2 }]));
  });

  test('opened without versions the comparison says what to do, and with one version that there is none', async () => {
    openApp('/types/4/compare');
    await screen.findByText('请在上面选择要对照的两个版本');
    server.on('GET /staff/certificate-types/4/wordings', () => reply(rows.slice(0, 1)));
    openApp('/types/4/compare');
    await screen.findByText('这个类型只有一版正文，没有可以对照的');
  });
});

describe('what waits for a second administrator', () => {
  const waiting: ChangeRow = {
    ...aChange,
    id: 9,
    kind: 'wording_published',
    target: '律所无行业处分第3版',
    before: '{{firm}}系本会会员，无处分。',
    after: '{{firm}}系本会会员，资信优良。',
    can: { confirm: true, decline: true, withdraw: false },
    typeId: 4,
  };

  test('is shown with the type: both texts, what differs marked; it is declined with a reason', async () => {
    server.on('GET /staff/changes', () =>
      reply({ items: [waiting, { ...waiting, id: 8, typeId: 5 }], administrators: 2 }),
    );
    server.on('POST /staff/changes/9/refusal', () => reply({ ...waiting, state: 'declined', reason: '不能担保' }));
    const { user } = openApp('/types/4');
    expect((await screen.findByText('无处分')).tagName).toBe('DEL');
    expect(screen.getByText('资信优良').tagName).toBe('INS');
    await user.click(screen.getByRole('button', { name: '不同意' }));
    const form = screen.getByRole('form');
    await user.type(within(form).getByRole('textbox'), '不能担保');
    await user.click(within(form).getByRole('button', { name: '不同意' }));
    await waitFor(() => expect(server.bodies('POST /staff/changes/9/refusal')).toEqual([{ reason: '不能担保' }]));
  });

  test('the wording of a draft is said to need nobody else', async () => {
    server.on('GET /staff/certificate-types/4', () => reply({ ...type, isRetired: true, isDraft: true }));
    openApp('/types/4/wording');
    await screen.findByText(/类型尚未启用，发布即生效/);
    expect(screen.queryByText(/须另一位管理员同意/)).toBeNull();
  });

  test('whoever publishes is told that somebody else has to agree', async () => {
    server.on('POST /staff/certificate-types/4/wordings', () => reply({ wording: null, waiting }));
    const { user, address } = openApp('/types/4/wording');
    await user.type(await body(), '特');
    await user.click(screen.getByRole('button', { name: '发布第3版' }));
    await screen.findByText('已提交，须由另一位管理员确认后生效');
    expect(address()).toBe('/types/4');
  });
});

describe('the comparison', () => {
  const words = (before: string, after: string) =>
    compareWords(before, after).map(({ kind, text }) => `${kind[0]}:${text}`);
  test.each([
    ['甲乙丙', '甲乙丙', ['s:甲乙丙']],
    ['甲乙丙', '甲丁丙', ['s:甲', 'r:乙', 'a:丁', 's:丙']],
    ['{{firm}}甲', '{{address}}甲', ['r:{{firm}}', 'a:{{address}}', 's:甲']],
    ['', '甲', ['a:甲']],
    ['2023年1月', '2024年1月', ['r:2023', 'a:2024', 's:年1月']],
    ['𠮷', '𡃁', ['r:𠮷', 'a:𡃁']],
  ])('%s → %s', (before, after, pieces) => expect(words(before, after)).toEqual(pieces));

  test('both texts can be read from it, however different they are', () => {
    const [before, after] = ['甲乙丙丁'.repeat(300), '丁丙乙甲'.repeat(300)];
    const pieces = compareWords(before, after);
    const side = (kind: string) =>
      pieces
        .filter((piece) => piece.kind !== kind)
        .map(({ text }) => text)
        .join('');
    expect([side('added'), side('removed')]).toEqual([before, after]);
  });
});
