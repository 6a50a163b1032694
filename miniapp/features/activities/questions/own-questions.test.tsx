import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, refuse } from '../../../test/fake-api.ts';
import { freshDevice, show } from '../../../test/show.tsx';
import { OwnQuestions } from './own-questions.tsx';

const SHOW = 'GET /api/me/registrations/7/code-questions';
const ANSWER = 'POST /api/me/registrations/7/code-answers';
const OPEN = { until: '2026-12-10T06:35:00.000Z' };
const digits = () => screen.getByRole<HTMLInputElement>('textbox', { name: /主持人公布的4位数字/ });
beforeEach(freshDevice);

it('says nothing where nothing is asked', async () => {
  const seen = fakeApi({ [SHOW]: () => ({ total: 0, answered: 0, open: null }) });
  show(<OwnQuestions registrationId={7} />);
  await waitFor(() => expect(seen.length).toBeGreaterThan(0));
  expect(screen.queryByText('签到提问')).toBeNull();
});

it('asks for the digits of the host, says what is wrong with them, and counts what was right', async () => {
  let answered = 0;
  const seen = fakeApi({
    [SHOW]: () => ({ total: 3, answered, open: answered === 0 ? OPEN : null }),
    [ANSWER]: ({ body }) => {
      if ((body as { code: string }).code !== '0417') refuse('invalid_fields', { code: '数字不对，还可以试4次' });
      answered = 1;
      return { total: 3, answered, open: null };
    },
  });
  show(<OwnQuestions registrationId={7} />);
  await screen.findByText(/0次，共3次/);
  await userEvent.type(digits(), '1111');
  await userEvent.click(screen.getByRole('button', { name: '提交' }));
  expect(await screen.findByText('数字不对，还可以试4次')).toBeTruthy();
  await userEvent.clear(digits());
  await userEvent.type(digits(), '0417');
  await userEvent.click(screen.getByRole('button', { name: '提交' }));
  expect(await screen.findByText(/1次，共3次/)).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(seen.filter(({ route }) => route === ANSWER).map(({ body }) => body)).toEqual([
    { code: '1111' },
    { code: '0417' },
  ]);
});
