import { beforeEach, describe, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { StaffApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { application, sessionOf } from '../../test/samples.ts';

const REVOCATION = 'POST /staff/applications/7/revocation';
const PREVIEW = 'POST /staff/applications/7/replacement/preview';
const REPLACEMENT = 'POST /staff/applications/7/replacement';
const CERTIFICATE: NonNullable<StaffApplicationDetail['certificate']> = {
  standing: 'valid',
  standingAt: null,
  standingReason: '',
  expiresOn: null,
  replaces: null,
  replacedBy: null,
  issuedAt: '2026-11-22T06:00:00.000Z',
  verifyUrl: 'https://example.test/c/tok',
  verifyCode: 'CP0K4PDV6C5BNE0H',
  sha256: 'a'.repeat(64),
  pages: 1,
};
const issued = (more: Partial<StaffApplicationDetail> = {}) =>
  application({
    state: 'decided',
    outcome: 'approved',
    decidedBy: '韩立群',
    issueState: 'issued',
    certificate: CERTIFICATE,
    permits: { approve: false, reject: false, return: false, retryIssue: false, revoke: true, replace: true },
    ...more,
  });
const over = (standing: 'revoked' | 'replaced', more: Partial<typeof CERTIFICATE> = {}) =>
  issued({
    permits: { approve: false, reject: false, return: false, retryIssue: false, revoke: false, replace: false },
    certificate: {
      ...CERTIFICATE,
      standing,
      standingAt: '2026-11-22T07:00:00.000Z',
      standingReason: '材料不实',
      ...more,
    },
  });

let server: FakeServer;
let shown: StaffApplicationDetail;
beforeEach(() => {
  shown = issued();
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('reviewer')),
    'GET /staff/applications/7': () => reply(shown),
    'GET /staff/applications/9': () => reply(issued({ id: 9, number: '2611220009' })),
  });
});
const standing = async () => within(await screen.findByRole('region', { name: '证明现状' }));

test('what has changed since stands with it, and leads to where it is settled', async () => {
  shown = issued({ openMatters: 2 });
  openApp('/applications/7');
  const note = within((await standing()).getByRole('note'));
  note.getByText('出具后有 2 项登记变化与它有关，尚未处理');
  expect(note.getByRole('link').getAttribute('href')).toMatch(/\/matters\?state=open$/);
});

describe('撤销证明', () => {
  test('says what follows, needs a reason, and shows it afterwards', async () => {
    server.on(REVOCATION, ({ body }) => {
      if (!(body as { reason: string }).reason) return refuse(422, 'invalid_fields', '有误', { reason: '请填写原因' });
      shown = over('revoked');
      return reply(shown);
    });
    const { user } = openApp('/applications/7');
    await user.click((await standing()).getByRole('button', { name: '撤销证明' }));
    expect(server.bodies(REVOCATION)).toEqual([]);
    const form = within(screen.getByRole('form', { name: '撤销证明' }));
    expect(form.getByText(/立即显示“已撤销”，不能恢复/)).toBeTruthy();
    await user.click(form.getByRole('button', { name: '确认撤销' }));
    expect((await form.findByRole('alert')).textContent).toBe('请填写原因');
    await user.type(form.getByRole('textbox', { name: /原因/ }), '材料不实');
    await user.click(form.getByRole('button', { name: '确认撤销' }));
    expect(await screen.findByText('该证明已撤销')).toBeTruthy();
    expect((await standing()).getByText('材料不实')).toBeTruthy();
    expect((await standing()).queryByRole('button')).toBeNull();
  });

  test('tells that somebody was faster, and shows how it stands', async () => {
    server.on(REVOCATION, () => {
      shown = over('replaced', { replacedBy: { applicationId: 9, number: '2611220009' } });
      return refuse(409, 'already_decided', '该证明已被替换');
    });
    const { user } = openApp('/applications/7');
    await user.click((await standing()).getByRole('button', { name: '撤销证明' }));
    await user.type(screen.getByRole('textbox', { name: /原因/ }), '材料不实');
    await user.click(screen.getByRole('button', { name: '确认撤销' }));
    expect(await screen.findByRole('link', { name: '2611220009' })).toBeTruthy();
    expect(screen.queryByRole('form', { name: '撤销证明' })).toBeNull();
  });
});

describe('更正并重新出具', () => {
  test('issues only what was looked at, doubts included, and goes to the new application', async () => {
    const [doubt] = application({}).findings;
    const preview = { paragraphs: ['甲所是本会团体会员。'], roster: null, issuedOn: '2026-11-22', doubts: [doubt] };
    server.on(PREVIEW, () => reply({ ...preview, seen: 'e'.repeat(64) }));
    server.on(REPLACEMENT, () => reply(issued({ id: 9, number: '2611220009' })));
    const { user } = openApp('/applications/7');
    await user.click((await standing()).getByRole('button', { name: '更正并重新出具' }));
    const form = within(screen.getByRole('form', { name: '更正并重新出具' }));
    await user.clear(form.getByRole('textbox', { name: /用途/ }));
    await user.type(form.getByRole('textbox', { name: /用途/ }), '银行贷款');
    await user.click(form.getByRole('button', { name: '预览更正后的证明' }));
    expect(await form.findByText('甲所是本会团体会员。')).toBeTruthy();
    expect(form.getByText('重新核查发现 1 项须核实，请核实后再确认')).toBeTruthy();
    expect(server.bodies(REPLACEMENT)).toEqual([]);
    await user.type(form.getByRole('textbox', { name: /无行业处分/ }), '处分已撤销');
    expect(server.bodies('POST /staff/applications/7/replacement/preview.pdf')).toEqual([
      { purpose: '银行贷款', seen: 'e'.repeat(64) },
    ]);
    await user.type(form.getByRole('textbox', { name: /原因/ }), '用途有误');
    await user.click(form.getByRole('button', { name: '确认重新出具' }));
    expect(await screen.findByText('2611220009')).toBeTruthy();
    expect(server.bodies(REPLACEMENT)).toEqual([
      { reason: '用途有误', seen: 'e'.repeat(64), purpose: '银行贷款', words: { no_discipline: '处分已撤销' } },
    ]);
  });

  test('nothing is issued whose pages cannot be shown', async () => {
    const preview = { paragraphs: ['甲'], roster: null, issuedOn: '2026-11-22', doubts: [], seen: 'e'.repeat(64) };
    server.on(PREVIEW, () => reply(preview));
    server.on(`${PREVIEW}.pdf`, () => refuse(422, 'invalid_fields', '证明无法排版，请缩短相应文字'));
    const { user } = openApp('/applications/7');
    await user.click((await standing()).getByRole('button', { name: '更正并重新出具' }));
    await user.click(screen.getByRole('button', { name: '预览更正后的证明' }));
    await screen.findByText('证明无法排版，请缩短相应文字');
    await user.type(screen.getByRole('textbox', { name: /原因/ }), '用途有误{Control>}{Enter}');
    expect((screen.getByRole('button', { name: '确认重新出具' }) as HTMLButtonElement).disabled).toBe(true);
    expect(server.bodies(REPLACEMENT)).toEqual([]);
  });

  test('a change after the look asks for another look', async () => {
    server.on(PREVIEW, () =>
      reply({ paragraphs: ['甲'], roster: null, issuedOn: '2026-11-22', doubts: [], seen: 'e'.repeat(64) }),
    );
    const { user } = openApp('/applications/7');
    await user.click((await standing()).getByRole('button', { name: '更正并重新出具' }));
    await user.click(screen.getByRole('button', { name: '预览更正后的证明' }));
    expect(await screen.findByRole('button', { name: '确认重新出具' })).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: /用途/ }), '二');
    expect(screen.queryByRole('button', { name: '确认重新出具' })).toBeNull();
  });
});
