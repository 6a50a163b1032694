import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, type Seen } from '../../test/fake-api.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { NumberForm } from './number-form.tsx';

const BOTH = '编号：2611290001 核验码：N9TA 7C3E SFZA MK2R';

beforeEach(freshDevice);

it.each([
  ['both lines pasted into the first field', '编号 Number', BOTH, { number: BOTH, code: BOTH }],
  ['both lines pasted into the second field', '核验码 Code', BOTH, { number: BOTH, code: BOTH }],
  ['a number with its label', '编号 Number', '编号：2611290001', { number: '编号：2611290001', code: '' }],
  ['a code with its label', '核验码 Code', '核验码 N9TA 7C3E', { number: '', code: '核验码 N9TA 7C3E' }],
])('%s: each field asks for what is its own', async (_, field, text, asked) => {
  const sent: unknown[] = [];
  fakeApi({
    'POST /api/verify/number': ({ body }: Seen) => {
      sent.push(body);
      return { answer: 'unknown' };
    },
  });
  show(<NumberForm read={null} begin={() => () => true} />);
  await userEvent.type(screen.getByLabelText(field), `${text}{Enter}`);
  await waitFor(() => expect(sent).toEqual([asked]));
});
