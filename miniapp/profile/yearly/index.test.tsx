import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { YearlyReview } from '../../../bff/contract/campaigns/endpoints.ts';
import { YearlyReviewSheet } from '../../features/campaigns/yearly-review.tsx';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { freshDevice, show } from '../../test/show.tsx';

const REVIEW: YearlyReview = {
  id: 3,
  title: '2026年度信息核对',
  kind: 'yearly',
  words: '',
  dueOn: '2026-12-31',
  graceUntil: '2027-01-15',
  state: 'untouched',
  isLate: false,
  isPriority: true,
  version: 4,
  registryChanges: [{ label: '执业机构', before: '江海清鸣律师事务所', after: '江海正源律师事务所' }],
  can: { confirm: true },
};
beforeEach(freshDevice);

describe('年度核对', () => {
  it('is one tap; what the registry says otherwise is looked at first', async () => {
    const sent: unknown[] = [];
    fakeApi({
      'GET /api/me/campaigns/3': () => REVIEW,
      'POST /api/me/campaigns/3/confirmation': ({ body }) => {
        sent.push(body);
        if (sent.length === 1) refuse('invalid_fields', { checkedRegistry: '执业机构已变更，请先核对此项' });
        return { ...REVIEW, state: 'approved', can: { confirm: false } };
      },
    });
    show(<YearlyReviewSheet id={3} />);
    await userEvent.click(await screen.findByRole('button', { name: '确认无变化' }));
    expect(await screen.findByText(/执业机构已变更，请先核对此项/)).toBeTruthy();
    await userEvent.click(screen.getByRole('switch', { name: /以上变更属实/ }));
    await userEvent.click(screen.getByRole('button', { name: '确认无变化' }));
    expect(await screen.findByText('您已完成本次核对。')).toBeTruthy();
    expect(sent).toMatchObject([
      { version: 4, checkedRegistry: false },
      { version: 4, checkedRegistry: true },
    ]);
  });
});
