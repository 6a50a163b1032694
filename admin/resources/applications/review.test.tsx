import { beforeEach, describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { application, lawyer, pageOf, queueRow, sessionOf } from '../../test/samples.ts';

const DECISION = 'POST /staff/applications/7/decision';
const decided = application({
  state: 'decided',
  outcome: 'approved',
  decidedAt: '2026-11-22T06:00:00.000Z',
  decidedBy: '韩立群',
  permits: { approve: false, reject: false, return: false, retryIssue: false, revoke: false, replace: false },
});

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('reviewer')),
    'GET /staff/applications/7': () => reply(application({})),
    'PUT /staff/applications/7/presence': () => reply({ others: [], state: 'pending' }),
    'DELETE /staff/applications/7/presence': () => reply(null),
    'GET /staff/overruling-words': () => reply({ words: [{ rule: 'no_discipline', words: '处分已撤销，见复核决定' }] }),
    'GET /staff/opinions': () => reply({ opinions: ['登记信息与实际不符，请先联系协会更正。'], version: 3 }),
    'GET /staff/applications': () => reply(pageOf([])),
    'GET /staff/applications/8': () => reply(application({ id: 8, number: '2611220008', nextPendingId: null })),
  });
});
const decisions = () => server.bodies(DECISION);

describe('the review desk', () => {
  test('shows every finding with its datum, source and time, doubts first', async () => {
    openApp('/applications/7');
    const doubt = await screen.findByText('有1项已生效的处分：警告');
    const fact = screen.getByText('状态：正常');
    expect(screen.getByText(/江律纪字〔2025〕第12号 ·/).textContent).toBe('江律纪字〔2025〕第12号 · 2026-11-22 13:46');
    expect(doubt.compareDocumentPosition(fact) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  test('approves over a doubt only with words for its rule; own words are offered, never filled in', async () => {
    server.on(DECISION, () => reply({ ...decided, issueState: 'issuing' }));
    const { user, address } = openApp('/applications/7');
    await user.click(await screen.findByRole('button', { name: '通过' }));
    expect(decisions()).toEqual([]);
    const panel = screen.getByRole('group', { name: '确认通过' });
    expect(panel.textContent).toContain('1 类须核实');
    const words = screen.getByRole('textbox', { name: /无行业处分/ }) as HTMLTextAreaElement;
    expect(words.value).toBe('');
    expect(document.activeElement).toBe(words);
    await user.type(words, '四个字啊');
    await user.click(within(panel).getByRole('button', { name: '确认通过' }));
    expect((await within(panel).findByRole('alert')).textContent).toContain('至少5个字');
    expect(document.activeElement).toBe(words);
    expect(decisions()).toEqual([]);
    await user.click(await screen.findByRole('button', { name: '处分已撤销，见复核决定' }));
    await user.click(within(panel).getByRole('button', { name: '确认通过' }));
    expect((await screen.findByText('上一份 2611220007 已通过')).textContent).toBeTruthy();
    expect(decisions()).toEqual([
      { verdict: 'approve', words: { no_discipline: '处分已撤销，见复核决定' }, seen: 'as-shown' },
    ]);
    expect(address()).toBe('/applications/8');
  });

  test('returns for completion with a reason and what is missing, and says so on the page of the next', async () => {
    const late = { reason: '没有写明年度', request: '请写明需要证明哪一年', at: '2026-11-22T06:00:00.000Z' };
    const returned = { ...late, lastDay: '2026-12-07' };
    const permits = { ...decided.permits };
    server.on(DECISION, () => reply(application({ state: 'returned', returned, permits })));
    const { user, address } = openApp('/applications/7');
    await screen.findByRole('button', { name: '退回补正' });
    await user.keyboard('c');
    const panel = within(screen.getByRole('form', { name: '退回补正' }));
    await user.type(panel.getByRole('textbox', { name: /退回原因/ }), '没有写明年度');
    await user.type(panel.getByRole('textbox', { name: /需补正的内容/ }), '请写明需要证明哪一年');
    await user.click(panel.getByRole('button', { name: '确认退回' }));
    await screen.findByText('上一份 2611220007 已退回补正');
    expect(decisions()).toEqual([
      { verdict: 'return', reason: '没有写明年度', request: '请写明需要证明哪一年', seen: 'as-shown' },
    ]);
    expect(address()).toBe('/applications/8');
  });

  test('what waits for its member offers no decision, and says for what and until when', async () => {
    const returned = {
      reason: '没有写明年度',
      request: '请写明需要证明哪一年',
      at: '2026-11-22T06:00:00.000Z',
      lastDay: '2026-12-07',
    };
    const waiting = application({ state: 'returned', returned, permits: decided.permits });
    server.on('GET /staff/applications/7', () => reply(waiting));
    openApp('/applications/7');
    expect((await screen.findByText(/前重新提交/)).textContent).toContain('2026-12-07（含）前重新提交');
    expect(screen.getByText('需补正：请写明需要证明哪一年')).toBeTruthy();
    for (const name of ['通过', '驳回', '退回补正']) expect(screen.queryByRole('button', { name })).toBeNull();
  });

  test('the same doubt about many is one line that unfolds, and one field of words', async () => {
    const [finding] = application({}).findings;
    const late = (n: number) => ({
      ...finding!,
      rule: 'period_plausible' as const,
      subjectKind: 'lawyer' as const,
      subject: `律师${n}`,
      datum: `起始时间2020-01-01早于首次执业日期2021-01-${String((n % 28) + 1).padStart(2, '0')}`,
    });
    const findings = Array.from({ length: 147 }, (_, n) => late(n));
    server.on('GET /staff/applications/7', () => reply(application({ findings })));
    const { user } = openApp('/applications/7');
    const line = await screen.findByText('147 名律师首次执业晚于起始时间', { selector: 'summary' });
    expect(line.closest('li')?.querySelectorAll('li')).toHaveLength(147);
    await screen.findByRole('button', { name: '通过' });
    await user.keyboard('a');
    expect(screen.getAllByRole('textbox')).toHaveLength(1);
  });

  test('what contradicts the register offers no approval, whatever is pressed, and says what would be true', async () => {
    const [finding] = application({}).findings;
    const contradicted = application({ findings: [{ ...finding!, result: 'contradicted' }] });
    server.on('GET /staff/applications/7', () => reply(contradicted));
    const { user } = openApp('/applications/7');
    await screen.findByText('与证明内容矛盾');
    await screen.findByRole('button', { name: '通过' });
    await user.keyboard('a');
    const panel = await screen.findByRole('group', { name: '不能通过' });
    expect(panel.textContent).toContain('执业状况证明');
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('button', { name: '确认通过' })).toBeNull();
    // Put right meanwhile, or not: the server looks again, and decides nothing.
    server.on('POST /staff/applications/7/findings', () => reply(contradicted));
    await user.click(await screen.findByRole('button', { name: '通过' }));
    await user.click(screen.getByRole('button', { name: '登记已更正，重新核查' }));
    await screen.findByText('已重新核查，仍然如此。');
    server.on('POST /staff/applications/7/findings', () => reply(application({ findings: [] })));
    await user.click(screen.getByRole('button', { name: '登记已更正，重新核查' }));
    expect(await screen.findByRole('button', { name: '确认通过' })).toBeTruthy();
    expect(decisions()).toEqual([]);
  });

  test('a first Latin name is confirmed on the page by the registrar, with its ground, and by no approval', async () => {
    const [finding] = application({}).findings;
    const open = { ...finding!, rule: 'latin_name_confirmed' as const, datum: '拉丁字母姓名“SHEN Ruoxi”尚未核定' };
    const lawyers = [{ id: 2, name: '沈若曦', licenceNo: '14499201010000002' }];
    const waiting = application({ findings: [open], lawyers, latinName: 'SHEN Ruoxi' });
    server.on('GET /staff/applications/7', () => reply(waiting));
    server.on('GET /staff/session', () => reply(sessionOf('reviewer', 'registrar')));
    server.on('GET /staff/lawyers/2', () => reply(lawyer({ id: 2, version: 4 })));
    server.on('PUT /staff/lawyers/2/latin-name', () => reply(lawyer({ id: 2, version: 5 })));
    server.on('POST /staff/applications/7/findings', () => reply(application({ findings: [], lawyers })));
    const { user } = openApp('/applications/7');
    await user.click(await screen.findByRole('button', { name: '通过' }));
    const panel = screen.getByRole('group', { name: '不能通过' });
    expect(panel.textContent).toContain('拉丁字母姓名尚未核定');
    await user.click(within(panel).getByRole('button', { name: '返回' }));
    await user.type(await screen.findByRole('textbox', { name: '核定依据' }), '护照 E12345678');
    await user.click(await screen.findByRole('button', { name: '核定“SHEN Ruoxi”' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: '拉丁字母姓名' })).toBeNull());
    expect(server.bodies('PUT /staff/lawyers/2/latin-name')).toEqual([
      { latinName: 'SHEN Ruoxi', reason: '护照 E12345678', version: 4 },
    ]);
    expect(decisions()).toEqual([]);
  });

  test('the findings come into view when the bar grows over the page', async () => {
    const shown: string[] = [];
    const scroll = Element.prototype.scrollIntoView;
    Element.prototype.scrollIntoView = function (this: Element) {
      shown.push(this.textContent);
    };
    const { user } = openApp('/applications/7');
    await screen.findByText('有1项已生效的处分：警告');
    await screen.findByRole('button', { name: '通过' });
    await user.keyboard('a');
    Element.prototype.scrollIntoView = scroll;
    expect(shown).toEqual([expect.stringContaining('有1项已生效的处分：警告')]);
  });

  test('Enter after a approves nothing while a doubt stands', async () => {
    const { user } = openApp('/applications/7');
    await screen.findByRole('button', { name: '通过' });
    await user.keyboard('a{Enter}');
    expect(decisions()).toEqual([]);
  });

  test('a rejection without an opinion is refused under the field, and what is typed then is sent', async () => {
    server.on(DECISION, ({ body }) =>
      (body as { opinion: string }).opinion
        ? reply({ ...decided, outcome: 'rejected', opinion: '起始时间有误' })
        : refuse(422, 'invalid_fields', '有几处需要修改', { opinion: '驳回须填写审核意见' }),
    );
    const { user } = openApp('/applications/7');
    await user.click(await screen.findByRole('button', { name: '驳回' }));
    await user.click(screen.getByRole('button', { name: '确认驳回' }));
    expect((await screen.findByRole('alert')).textContent).toBe('驳回须填写审核意见');
    const opinion = screen.getByRole('textbox', { name: /审核意见/ });
    expect(opinion.getAttribute('aria-invalid')).toBe('true');
    await user.type(opinion, '起始时间有误');
    await user.click(screen.getByRole('button', { name: '确认驳回' }));
    await screen.findByText('上一份 2611220007 已驳回');
    expect(decisions().at(-1)).toEqual({ verdict: 'reject', opinion: '起始时间有误', seen: 'as-shown' });
  });

  test('a ready opinion is put into the field', async () => {
    const { user } = openApp('/applications/7');
    await user.click(await screen.findByRole('button', { name: '驳回' }));
    const block = await screen.findByRole('button', { name: '登记信息与实际不符，请先联系协会更正。' });
    await user.click(block);
    expect((screen.getByRole('textbox', { name: /审核意见/ }) as HTMLTextAreaElement).value).toBe(
      '登记信息与实际不符，请先联系协会更正。',
    );
  });

  test('the second reviewer is told who decided, and sees the application as it is now', async () => {
    const { user } = openApp('/applications/7');
    await user.click(await screen.findByRole('button', { name: '通过' }));
    server.on(DECISION, () => refuse(409, 'already_decided', '该申请已由韩立群处理'));
    server.on('GET /staff/applications/7', () => reply(decided));
    await user.type(screen.getByRole('textbox', { name: /无行业处分/ }), '已核对复核决定');
    await user.click(screen.getByRole('button', { name: '确认通过' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('该申请已由韩立群处理');
    expect(alert.textContent).toContain('韩立群 已于 2026-11-22 14:00 通过');
    expect(screen.queryByRole('button', { name: '通过' })).toBeNull();
  });

  test('says who else looks at it, and when somebody else has decided', async () => {
    const presence = 'PUT /staff/applications/7/presence';
    server.on(presence, () => reply({ others: ['温书宁'], state: 'pending' }));
    openApp('/applications/7');
    await screen.findByText('温书宁正在审核这份申请');
    let isDecided = false;
    server.on('GET /staff/applications/7', () => reply(isDecided ? decided : application({})));
    server.on(presence, () => {
      isDecided = true;
      return reply({ others: [], state: 'decided' });
    });
    openApp('/applications/7');
    expect((await screen.findByText(/^这份申请/)).textContent).toContain('韩立群 已于 2026-11-22 14:00 通过');
    expect(screen.queryByRole('button', { name: '通过' })).toBeNull();
  });

  test('the last one of the queue stays open, and says so', async () => {
    server.on('GET /staff/applications/7', () => reply(application({ nextPendingId: null })));
    server.on(DECISION, () => reply({ ...decided, nextPendingId: null, issueState: 'issuing' }));
    const { user, address } = openApp('/applications/7');
    await user.click(await screen.findByRole('button', { name: '通过' }));
    await user.type(screen.getByRole('textbox', { name: /无行业处分/ }), '已核对复核决定');
    await user.click(screen.getByRole('button', { name: '确认通过' }));
    await screen.findByText('已通过');
    expect(address()).toBe('/applications/7');
    expect(screen.queryByRole('button', { name: '驳回' })).toBeNull();
  });

  test('a document that failed can be made again', async () => {
    const failed = { ...decided, issueState: 'failed' as const, permits: { ...decided.permits, retryIssue: true } };
    server.on('GET /staff/applications/7', () => reply(failed));
    server.on('POST /staff/applications/7/issue', () => reply({ ...failed, issueState: 'issuing' }));
    const { user } = openApp('/applications/7');
    await user.click(await screen.findByRole('button', { name: '重新制作' }));
    await screen.findByText('证明制作中，完成后自动显示');
  });
});

describe('keys of the review desk', () => {
  test('a and Enter approve and the next one opens, r opens the opinion, Escape closes it, p goes back, n goes on', async () => {
    server.on(DECISION, () => reply({ ...decided, issueState: 'issuing' }));
    server.on('GET /staff/applications/7', () => reply(application({ findings: [] })));
    const { user, address } = openApp('/applications/7');
    await screen.findByRole('button', { name: '通过' });
    await user.keyboard('r');
    const opinion = screen.getByRole('textbox', { name: /审核意见/ });
    // Letters typed into the opinion are letters.
    await user.type(opinion, 'an');
    expect((opinion as HTMLTextAreaElement).value).toBe('an');
    expect(address()).toBe('/applications/7');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: /审核意见/ })).toBeNull();
    await user.keyboard('a');
    expect(decisions()).toEqual([]);
    await user.keyboard('{Enter}');
    await screen.findByText('上一份 2611220007 已通过');
    expect(address()).toBe('/applications/8');
    await user.keyboard('p');
    await waitFor(() => expect(address()).toBe('/applications/7'));
    await user.keyboard('n');
    await waitFor(() => expect(address()).toBe('/applications/8'));
  });

  test('j, k and Enter walk through the queue', async () => {
    const rows = [queueRow({ id: 5, number: '2611220005' }), queueRow({}), queueRow({ id: 8, number: '2611220008' })];
    server.on('GET /staff/applications', () => reply(pageOf(rows)));
    const { user, address } = openApp('/applications?state=pending');
    await screen.findByText('2611220005');
    await user.keyboard('jjjk{Enter}');
    await waitFor(() => expect(address()).toBe('/applications/7'));
    await user.click(await screen.findByRole('link', { name: /证明审核$/, current: false }));
    await waitFor(() => expect(address()).toContain('state=pending'));
  });
});
