import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beginFrom, originOf } from '../../application/origin.ts';
import { useDraft } from '../../application/draft.ts';
import { bytesOf, fakeApi } from '../../test/fake-api.ts';
import { application, FIRM_SESSION, FREE_TEXT } from '../../test/fixtures.ts';
import { preview, routes } from '../../test/apply-form.tsx';
import { freshDevice, show } from '../../test/show.tsx';
import { visits } from '../../test/taro.ts';
import ApplyPage from './index.tsx';

const ACCOUNT = FIRM_SESSION.account.id;
const RETURNED = application({
  typeCode: FREE_TEXT.code,
  typeLabel: FREE_TEXT.label,
  state: 'returned',
  freeText: '请证明会费缴纳情况。',
  returned: { reason: '没有写明年度', request: '请写明哪一年', at: '2026-11-22T01:00:00.000Z', lastDay: '2026-12-07' },
  can: { withdraw: true, download: false, mail: false, share: false, complete: true },
});
const AGAIN = { type: FREE_TEXT.code, lawyers: [], said: ['纸质证明的费用已调整，按现在的价格计'] };

beforeEach(freshDevice);

describe('a returned application in the form', () => {
  it('says what is missing and what has changed, and is sent again under its own number', async () => {
    const seen = fakeApi({
      ...routes,
      'POST /api/applications/preview': () => bytesOf('%PDF'),
      'POST /api/applications/41/completion': () => application({ typeCode: FREE_TEXT.code }),
      'GET /api/applications/41': () => application({ typeCode: FREE_TEXT.code }),
    });
    beginFrom(ACCOUNT, RETURNED, AGAIN);
    show(<ApplyPage />);
    expect(await screen.findByText('补正编号 2611220041 的申请，重新提交后编号不变。')).toBeTruthy();
    expect(screen.getByText('需补正：请写明哪一年')).toBeTruthy();
    expect(screen.getByText('纸质证明的费用已调整，按现在的价格计。')).toBeTruthy();
    await userEvent.type(screen.getByLabelText(/证明内容/), '2025年度。');
    await preview();
    await userEvent.click(await screen.findByRole('button', { name: '确认信息无误，提交申请' }));
    expect(await screen.findByText('提交成功')).toBeTruthy();
    const posts = seen.filter(({ route }) => route.startsWith('POST') && !route.includes('pre'));
    expect(posts.map(({ route }) => route)).toEqual(['POST /api/applications/41/completion']);
    expect(posts[0]?.body).toMatchObject({ type: FREE_TEXT.code, freeText: '请证明会费缴纳情况。2025年度。' });
    expect(posts[0]?.body).toHaveProperty('idempotencyKey');
    // The next one is a new one again.
    expect(originOf(ACCOUNT, useDraft.getState().draft)).toBeNull();
  });

  it('leads back to where one came from: neither the type nor the entries are asked for again', async () => {
    fakeApi(routes);
    beginFrom(ACCOUNT, RETURNED, AGAIN);
    show(<ApplyPage />);
    await userEvent.click(await screen.findByRole('button', { name: '上一步' }));
    expect(visits.at(-1)).toMatch(/^navigateBack/);
  });

  it('whose type is off says so and what to do, instead of a choice that would be refused', async () => {
    fakeApi({ ...routes, 'GET /api/certificate-types': () => [] });
    beginFrom(ACCOUNT, RETURNED, { type: null, lawyers: [], said: ['“其他”已停用，不能再补正'] });
    show(<ApplyPage />);
    expect(await screen.findByText('“其他”已停用，不能再补正。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '下一步：填写信息' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '打开申请' }));
    expect(visits.at(-1)).toContain('id=41');
  });

  it('asked for once more as a new one it wants consent anew, and another type where its own is off', async () => {
    fakeApi(routes);
    const rejected = { ...RETURNED, returned: null, hasConsent: true, can: { ...RETURNED.can, complete: false } };
    beginFrom(ACCOUNT, rejected, { type: null, lawyers: [], said: ['“其他”已停用，请改选其他证明'] });
    expect(useDraft.getState().draft).toMatchObject({ step: 'type', type: '', values: { hasConsent: false } });
    show(<ApplyPage />);
    expect(await screen.findByRole('button', { name: '下一步：填写信息' })).toHaveProperty('disabled', true);
  });
});
