import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CERTIFICATE_STANDINGS, type CertificateStanding } from '../../../bff/contract/certificates/enums.ts';
import type { VerificationReply } from '../../../bff/contract/verification/endpoints.ts';
import { answerOf } from '../../../bff/contract/verification/answers.ts';
import { fakeApi, refuse, type Seen } from '../../test/fake-api.ts';
import { CERTIFICATE, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { taroState } from '../../test/taro.ts';
import { said } from '../../test/said.ts';
import VerifyPage from './index.tsx';

const OPEN = {
  'GET /api/settings/public': () => OFFICE,
  'GET /api/signing-certificates': () => ({ certificates: [] }),
};
const reply = (answer: 'authentic' | 'altered', standing: CertificateStanding = 'valid'): VerificationReply => ({
  answer,
  standing,
  standingOn: standing === 'revoked' || standing === 'replaced' ? '2026-11-23' : null,
  expiresOn: standing === 'expired' ? '2026-11-22' : null,
  isUnderReview: false,
  replacedBy: null,
  checkedAt: '2026-11-28T04:05:06.000Z',
  certificate: CERTIFICATE,
});

beforeEach(freshDevice);
const answer = () => document.getElementById('answer')?.textContent ?? '';

describe('the answer', () => {
  it('is a tick only for what is authentic and valid', () => {
    const shapes = (Object.keys(CERTIFICATE_STANDINGS) as CertificateStanding[]).flatMap((standing) => [
      [standing, answerOf(reply('authentic', standing), 'link').shape],
      [`altered ${standing}`, answerOf(reply('altered', standing), 'file').shape],
    ]);
    expect(Object.fromEntries(shapes)).toEqual({
      valid: 'check',
      'altered valid': 'cross',
      revoked: 'bang',
      'altered revoked': 'cross',
      replaced: 'bang',
      'altered replaced': 'cross',
      expired: 'bang',
      'altered expired': 'cross',
    });
    expect(answerOf({ answer: 'unknown' }, 'number').shape).toBe('cross');
  });

  it('says in neutral words that it is looked at again, in both languages, and gives no tick', async () => {
    taroState.params = { token: 'tok' };
    fakeApi({ ...OPEN, 'GET /api/verify/tok': () => ({ ...reply('authentic'), isUnderReview: true }) });
    show(<VerifyPage />);
    await screen.findByRole('heading', { name: '本协会出具，待复核' });
    expect(answer()).toContain('当前状态：有效，待复核');
    expect(answer()).toContain('Status now: valid, under review');
    expect(answer()).toContain('we are reviewing it');
    expect(answer()).not.toMatch(/处分|disciplin/);
    const shape = answerOf({ ...reply('authentic'), isUnderReview: true } as VerificationReply, 'file').shape;
    expect(shape).toBe('clock');
  });

  it('says that it cannot be confirmed now, neither more nor less, when our own records disagree', async () => {
    taroState.params = { token: 'tok' };
    fakeApi({ ...OPEN, 'GET /api/verify/tok': () => ({ answer: 'unconfirmed' }) });
    show(<VerifyPage />);
    expect(await screen.findByText('暂时不能确认')).toBeTruthy();
    expect(answer()).toContain('Cannot be confirmed now');
    expect(answer()).toContain('请联系本协会');
    expect(document.querySelector('article')).toBeNull();
  });

  it('keeps what the applicant filled in apart from what the document says, in both languages', async () => {
    taroState.params = { token: 'tok' };
    const certificate = { ...CERTIFICATE, applicantPurpose: '投标」特此证明' };
    fakeApi({ ...OPEN, 'GET /api/verify/tok': () => ({ ...reply('authentic'), certificate }) });
    show(<VerifyPage />);
    const note = await screen.findByText('用途 Purpose：「投标』特此证明」');
    expect(note.closest('article')).toBeNull();
    expect(note.parentElement?.textContent).toContain('申请人填写，非本会证明内容');
    expect(note.parentElement?.textContent).toContain('Filled in by the applicant, not certified by the Association');
  });

  it('says nothing of an applicant where nothing was filled in', async () => {
    taroState.params = { token: 'tok' };
    fakeApi({ ...OPEN, 'GET /api/verify/tok': () => reply('authentic') });
    show(<VerifyPage />);
    await screen.findByRole('heading', { name: '本协会出具' });
    expect(screen.queryByText(/申请人填写/)).toBeNull();
  });

  it('stands in both languages, with the test label, before anything else', async () => {
    taroState.params = { token: 'tok' };
    fakeApi({ ...OPEN, 'GET /api/verify/tok': () => reply('authentic') });
    show(<VerifyPage />);
    await screen.findByRole('heading', { name: '本协会出具' });
    expect(answer()).toContain('Issued by this association');
    expect(answer()).toContain('当前状态：有效');
    expect(answer()).toContain('测试证明，不具有法律效力');
    expect(screen.getByText('林知远未受到本会任何行业处分。')).toBeTruthy();
  });

  it('names a revoked certificate as such', async () => {
    taroState.params = { token: 'tok' };
    fakeApi({ ...OPEN, 'GET /api/verify/tok': () => reply('authentic', 'revoked') });
    show(<VerifyPage />);
    await screen.findByRole('heading', { name: '已撤销' });
    expect(answer()).toContain('当前状态：已撤销（2026年11月23日起）');
    expect(answer()).toContain('Status now: revoked, since 2026-11-23');
    expect(answer()).not.toContain('有效');
  });

  it('tells the last valid day of one that expired, and the successor of one that was replaced', () => {
    expect(answerOf(reply('authentic', 'expired'), 'link').standing?.zh).toContain('（有效期至2026年11月22日）');
    const replaced = { ...reply('authentic', 'replaced'), replacedBy: '2611230042' } as const;
    expect(answerOf(replaced, 'number').meaning.zh).toContain('新证明编号：2611230042');
    expect(answerOf(reply('authentic', 'replaced'), 'link').meaning.zh).not.toContain('新证明编号');
  });

  it('of an unknown link shows nothing but that', async () => {
    taroState.params = { token: 'tok' };
    fakeApi({ ...OPEN, 'GET /api/verify/tok': () => ({ answer: 'unknown' }) });
    show(<VerifyPage />);
    await screen.findByRole('heading', { name: '未能核验' });
    expect(screen.queryByText('证明内容 What it says')).toBeNull();
  });
});

describe('checking further', () => {
  it('asks by number and code, and says when it may not ask so often', async () => {
    let isBusy = false;
    const seen = fakeApi({
      ...OPEN,
      'POST /api/verify/number': () => (isBusy ? refuse('too_many_requests') : reply('authentic')),
    });
    show(<VerifyPage />);
    await userEvent.type(screen.getByLabelText('编号 Number'), '２６１１２２００４１');
    await userEvent.type(screen.getByLabelText('核验码 Code'), 'abcd-efgh{Enter}');
    await screen.findByRole('heading', { name: '本协会出具' });
    expect(seen.at(-1)?.body).toEqual({ number: '２６１１２２００４１', code: 'abcd-efgh' });
    isBusy = true;
    await userEvent.click(screen.getByRole('button', { name: '核验 Verify' }));
    expect((await screen.findByRole('alert')).textContent).toContain('操作过于频繁');
  });

  it('sends only the SHA-256 of a dropped file, with the token of the page, and tells an altered file', async () => {
    taroState.params = { token: 'tok' };
    const bytes = new TextEncoder().encode('%PDF-1.7 altered');
    const seen = fakeApi({
      ...OPEN,
      'GET /api/verify/tok': () => reply('authentic'),
      'POST /api/verify/file': () => reply('altered'),
    });
    show(<VerifyPage />);
    await screen.findByRole('heading', { name: '本协会出具' });
    const place = screen.getByRole('button', { name: '选择文件 Choose a file' }).parentElement;
    if (!place) throw new Error('nowhere to drop');
    const file = { name: '证明.pdf', arrayBuffer: () => Promise.resolve(bytes.buffer) };
    fireEvent.drop(place, { dataTransfer: { files: [file] } });
    await screen.findByRole('heading', { name: '未能核验' });
    expect(answer()).toContain('与本协会出具的原件不一致');
    const sent = seen.find((call) => call.route === 'POST /api/verify/file');
    await waitFor(() =>
      expect(sent?.body).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), token: 'tok' }),
    );
  });
});

describe('a new try', () => {
  const GENUINE = '%PDF-1.7 genuine';
  const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
  const file = (name: string, text: string) => ({
    name,
    size: text.length,
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  });
  const folder = { name: '证明', size: 4096, arrayBuffer: () => Promise.reject(new Error('NotFoundError')) };
  const drop = (...files: unknown[]) => {
    const place = screen.getByRole('button', { name: /选择文件|正在核验/ }).parentElement;
    if (!place) throw new Error('nowhere to drop');
    fireEvent.drop(place, { dataTransfer: { files } });
  };
  let isOffline = false;
  const served = () =>
    fakeApi({
      ...OPEN,
      'POST /api/verify/file': ({ body }) => {
        if (isOffline) throw new TypeError('Failed to fetch');
        const { sha256 } = body as { sha256: string };
        return sha256 === digestOf(GENUINE) ? reply('authentic') : { answer: 'unknown' };
      },
      'POST /api/verify/number': () => {
        throw new TypeError('Failed to fetch');
      },
    });
  const SAME = '完全一致';
  let seen: Seen[] = [];
  beforeEach(async () => {
    isOffline = false;
    seen = served();
    show(<VerifyPage />);
    await screen.findByLabelText('核验码 Code');
    drop(file('真.pdf', GENUINE));
    await waitFor(() => expect(answer()).toContain(SAME));
    expect(answer()).toContain('真.pdf');
  });

  it.each<[string, () => void | Promise<void>, string]>([
    ['a folder', () => drop(folder), '读不出内容'],
    ['something that is no file', () => drop(), '没有收到文件'],
    [
      'another file, offline',
      () => {
        isOffline = true;
        drop(file('另一份.pdf', '%PDF another'));
      },
      '网络连接不上',
    ],
    [
      'number and code, offline',
      async () => {
        await userEvent.type(screen.getByLabelText('编号 Number'), '2611220041');
        await userEvent.type(screen.getByLabelText('核验码 Code'), 'abcd{Enter}');
      },
      '这一次没有结果',
    ],
  ])('with %s leaves nothing of the answer before it', async (_what, tryIt, told) => {
    await tryIt();
    await waitFor(() => expect(answer()).toContain(told));
    expect(document.body.textContent).not.toContain(SAME);
    expect(screen.queryByText('证明内容 What it says')).toBeNull();
  });

  it('clears the answer before anything is known of the new one', () => {
    drop(file('慢.pdf', 'slow'));
    expect(answer()).toContain('正在核验');
    expect(document.body.textContent).not.toContain(SAME);
  });

  it('is not overtaken by an earlier one that answers late', async () => {
    let answerLate: (bytes: ArrayBuffer) => void = () => undefined;
    const slow = { name: '慢.pdf', size: 9, arrayBuffer: () => new Promise((resolve) => (answerLate = resolve)) };
    drop(slow);
    drop(file('假.pdf', 'forged'));
    await waitFor(() => expect(answer()).toContain('假.pdf'));
    await screen.findByRole('heading', { name: '未能核验' });
    answerLate(new TextEncoder().encode(GENUINE).buffer);
    await waitFor(() => expect(seen.filter(({ route }) => route === 'POST /api/verify/file')).toHaveLength(3));
    await act(async () => Promise.resolve());
    expect(answer()).not.toContain(SAME);
    expect(answer()).toContain('假.pdf');
  });

  it('with several files tells each in a line of its own', async () => {
    drop(file('真.pdf', GENUINE), file('假.pdf', 'forged'), folder);
    await waitFor(() =>
      expect(screen.getAllByRole('heading', { level: 2, name: /本协会|未能|没有结果/ })).toHaveLength(3),
    );
    const lines = [...document.querySelectorAll('#answer > section')].map((line) => line.textContent ?? '');
    expect(lines[0]).toContain('真.pdf');
    expect(lines[0]).toContain(SAME);
    expect(lines[1]).toContain('假.pdf');
    expect(lines[1]).toContain('未能核验');
    expect(lines[2]).toContain('读不出内容');
  });
});

describe('a paper copy', () => {
  const verified = { ...OPEN, 'GET /api/verify/tok': () => reply('authentic') };
  it('is asked for by the number on it, and a voided one is said to be so in both languages', async () => {
    taroState.params = { token: 'tok' };
    const seen = fakeApi({
      ...verified,
      'POST /api/verify/copy': () => ({ answer: 'voided', voidedOn: '2026-11-22' }),
    });
    show(<VerifyPage />);
    await userEvent.type(await screen.findByLabelText('份号 Copy number'), `${CERTIFICATE.number}-01-7KQ2M9XD`);
    await userEvent.click(screen.getByRole('button', { name: '核对 Check' }));
    expect(await screen.findByText(/该份纸质证明已作废（2026年11月22日）/)).toBeTruthy();
    expect(screen.getByText(said(/voided on 2026-11-22/))).toBeTruthy();
    const sent = seen.find((call) => call.route === 'POST /api/verify/copy');
    expect(sent?.body).toEqual({ number: CERTIFICATE.number, serial: `${CERTIFICATE.number}-01-7KQ2M9XD` });
  });

  it('is not asked for before there is a certificate', async () => {
    taroState.params = {};
    fakeApi(OPEN);
    show(<VerifyPage />);
    await screen.findByLabelText('核验码 Code');
    expect(screen.queryByLabelText('份号 Copy number')).toBeNull();
  });
});
