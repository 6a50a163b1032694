import { beforeEach, describe, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ProfileDetail, ProfileRow } from '../../../bff/contract/profile/replies.ts';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

const row: ProfileRow = {
  id: 7,
  lawyerId: 3,
  name: '林知远',
  licenceNo: '14499201210100017',
  firmName: '江海鼎禾律师事务所',
  state: 'waiting',
  submittedAt: '2026-11-22T05:46:00.000Z',
  snapshotId: 21,
  region: '440402',
  changed: ['education', 'awards'],
  doubts: 0,
};
type Section = ProfileDetail['sections'][number];
const section = (more: Partial<Section> & Pick<Section, 'key'>): Section => ({
  rows: [],
  saidNone: false,
  before: [],
  isChanged: true,
  passedBefore: null,
  hasSensitive: false,
  doubts: {},
  verdict: null,
  opinion: '',
  decidedBy: '',
  ...more,
});
const profile = (more: Partial<ProfileDetail> = {}): ProfileDetail => ({
  ...row,
  version: 3,
  number: 2,
  given: { sex: 'male', category: 'practising' },
  fields: {},
  sections: [
    section({
      key: 'education',
      rows: [
        { id: 'e1', variant: 'domestic', values: { school: '江海师范大学', level: '21', files: ['token-of-file'] } },
      ],
      before: [{ id: 'e1', variant: 'domestic', values: { school: '江海大学', level: '21' } }],
      doubts: { 'e1.level': '最高学历未毕业，请核对' },
    }),
    section({ key: 'work', saidNone: true, isChanged: false, passedBefore: { by: '陆明章', at: row.submittedAt! } }),
    section({ key: 'family', rows: [{ id: 'f1', values: {} }], hasSensitive: true }),
  ],
  files: [{ id: 'token-of-file', name: '毕业证书.png', kind: 'png', size: 20_480 }],
  timeline: [{ event: 'submitted', at: row.submittedAt!, by: '林知远', note: '' }],
  can: { decide: true, reopen: false },
  ...more,
});

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/profiles': () => reply(pageOf([row, { ...row, id: 8, name: '沈若溪', snapshotId: 22, doubts: 2 }])),
    'GET /staff/profile-regions': () => reply({ items: [{ region: '440402', count: 2 }] }),
    'GET /staff/profiles/7': () => reply(profile()),
    'PUT /staff/profiles/7/presence': () => reply({ others: [] }),
    'DELETE /staff/profiles/7/presence': () => reply(null),
    'PUT /staff/profiles/8/presence': () => reply({ others: [] }),
    'DELETE /staff/profiles/8/presence': () => reply(null),
  });
});
const decided = () => server.bodies('POST /staff/profiles/7/decision');

describe('信息审核', () => {
  test('the queue says what was changed and what is doubtful; the address keeps its filters', async () => {
    const { address } = openApp('/profiles?state=waiting&section=education');
    expect((await screen.findByRole('link', { name: '林知远' })).getAttribute('href')).toContain('/profiles/7');
    expect(screen.getAllByText('教育经历、获奖情况')).toHaveLength(2);
    expect(screen.getByText('2处存疑')).toBeTruthy();
    expect(address()).toContain('section=education');
    const asked = server.calls.find(({ endpoint }) => endpoint === 'GET /staff/profiles');
    expect(asked?.query).toMatchObject({ state: 'waiting', section: 'education' });
  });

  test('what has no doubts is passed together, and each says what became of it', async () => {
    server.on('POST /staff/profile-passes', () => reply({ items: [{ id: 7, failure: '该申请已被会员撤回' }] }));
    const { user } = openApp('/profiles?state=waiting');
    await user.click(await screen.findByRole('button', { name: '选中本页无存疑的' }));
    await user.click(screen.getByRole('button', { name: '批量通过（1）' }));
    expect(server.bodies('POST /staff/profile-passes')).toEqual([]);
    await user.click(screen.getByRole('button', { name: '确认通过 1 份' }));
    await screen.findByText('该申请已被会员撤回');
    expect(server.bodies('POST /staff/profile-passes')).toEqual([{ items: [{ id: 7, snapshotId: 21 }] }]);
  });

  test('a section of what is approved is taken out as a file, of those to whom the list is narrowed', async () => {
    server.on('POST /staff/export-runs', () => reply({ runId: 5 }));
    const { user } = openApp('/profiles?state=approved&firm=鼎禾');
    fireEvent.mouseDown(await screen.findByRole('combobox', { name: '导出的内容' }));
    await user.click(await screen.findByText('教育经历', { selector: '.ant-select-item-option-content' }));
    await user.click(screen.getByRole('button', { name: /导出已通过的档案/ }));
    expect(server.bodies('POST /staff/export-runs')).toEqual([
      { list: 'profile-sections', filter: { section: 'education', firm: '鼎禾' } },
    ]);
  });

  test('says who else has it open, as long as it waits', async () => {
    server.on('PUT /staff/profiles/7/presence', () => reply({ others: ['温书宁'] }));
    openApp('/profiles/7');
    await screen.findByText('温书宁也在审核这位律师的信息');
  });

  test('shows what was changed beside what it was, with doubts on top and what is as before folded', async () => {
    openApp('/profiles/7');
    await screen.findByText('1处存疑，请核对后决定');
    expect(screen.getByText('江海大学', { selector: 'del' })).toBeTruthy();
    expect(screen.getByText('江海师范大学', { selector: 'ins' })).toBeTruthy();
    expect(screen.getByText('大学本科', { selector: '.profile-field-same span' })).toBeTruthy();
    expect(screen.getByText(/与上次相同，陆明章于/)).toBeTruthy();
    expect(screen.queryByText('本人无此项')).toBeNull();
  });

  test('is decided by keys: a passes, r rejects with an opinion, Enter finishes', async () => {
    server.on('POST /staff/profiles/7/decision', () =>
      reply(profile({ state: 'rejected', can: { decide: false, reopen: false } })),
    );
    const { user } = openApp('/profiles/7');
    await screen.findByText('已审核 0/2 项');
    await user.keyboard('a');
    await screen.findByText('已审核 1/2 项');
    await user.keyboard('{Enter}');
    expect(decided()).toEqual([]);
    await user.keyboard('r');
    const form = await screen.findByRole('form', { name: '驳回“家庭成员”' });
    await user.type(within(form).getByRole('textbox'), '不全');
    await user.click(within(form).getByRole('button', { name: '驳回此项' }));
    await screen.findByText('驳回须写明审核意见，至少5个字');
    await user.click(within(form).getByRole('button', { name: '缺少证明文件，请补充上传' }));
    await user.click(within(form).getByRole('button', { name: '驳回此项' }));
    await screen.findByText('已审核 2/2 项，将驳回，1项须修改');
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(decided()).toEqual([
        {
          snapshotId: 21,
          decisions: [
            { section: 'education', verdict: 'pass', opinion: '' },
            { section: 'family', verdict: 'reject', opinion: '不全；缺少证明文件，请补充上传' },
          ],
        },
      ]),
    );
  });

  test('Alt and a digit add a ready opinion; once it is decided the next that waits opens, with the filters of the list', async () => {
    server.on('GET /staff/profiles/8', () => reply(profile({ id: 8, name: '沈若溪' })));
    server.on('POST /staff/profiles/7/decision', () =>
      reply(profile({ state: 'rejected', can: { decide: false, reopen: false } })),
    );
    const { user, address } = openApp('/profiles?state=waiting&region=440402');
    await user.click(await screen.findByRole('link', { name: '林知远' }));
    await screen.findByText('已审核 0/2 项');
    await user.keyboard('ar');
    await user.type(
      within(await screen.findByRole('form', { name: '驳回“家庭成员”' })).getByRole('textbox'),
      '{Alt>}[Digit3]{/Alt}{Control>}{Enter}{/Control}',
    );
    await screen.findByText('已审核 2/2 项，将驳回，1项须修改');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(address()).toBe('/profiles/8'));
    expect(decided()).toMatchObject([{ decisions: [{}, { opinion: '缺少证明文件，请补充上传' }] }]);
    const asked = server.calls.filter(({ endpoint }) => endpoint === 'GET /staff/profiles').at(-1);
    expect(asked?.query).toMatchObject({ state: 'waiting', region: '440402' });
    await screen.findByText('沈若溪的信息');
  });

  test('what is sensitive is opened with a reason; files are fetched when their row is chosen', async () => {
    server.on('POST /staff/profiles/7/openings', () =>
      reply({ rows: [{ id: 'f1', values: { relation: 'spouse', name: '周若岚' } }], before: null }),
    );
    const { user } = openApp('/profiles/7');
    await user.click(await screen.findByRole('button', { name: /^打\s?开$/ }));
    const form = screen.getByRole('form', { name: '打开“家庭成员”的敏感信息' });
    await user.type(within(form).getByRole('textbox'), '核对任职回避');
    await user.click(within(form).getByRole('button', { name: /^打\s?开$/ }));
    await screen.findByText('周若岚', { selector: 'dd span' });
    expect(server.bodies('POST /staff/profiles/7/openings')).toEqual([{ section: 'family', reason: '核对任职回避' }]);
    const files = () => server.calls.filter(({ endpoint }) => endpoint.includes('/files/'));
    expect(files()).toEqual([]);
    server.on('GET /staff/profiles/7/files/token-of-file', () => refuse(404, 'not_found', '没有找到您要的内容'));
    await user.click(screen.getByRole('button', { name: '看证明文件' }));
    await waitFor(() => expect(files()).toHaveLength(1));
  });
});
