import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { reply, startFakeServer } from '../../../test/fake-server.ts';
import { openApp } from '../../../test/open-app.tsx';
import { application, sessionOf } from '../../../test/samples.ts';

test('a record that is not there leads to another year, and to no certificate that would not state it', async () => {
  const [finding] = application({}).findings;
  const datum = '未查到2024年度会费记录';
  const findings = [{ ...finding!, rule: 'dues_settled' as const, result: 'contradicted' as const, datum }];
  startFakeServer({
    'GET /staff/session': () => reply(sessionOf('reviewer')),
    'GET /staff/applications/7': () => reply(application({ findings, since: null, year: 2024, typeCode: 'dues-paid' })),
  });
  const { user } = openApp('/applications/7');
  const offers = await screen.findByRole('group', { name: '可以改为出具' });
  expect(
    within(offers)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['改年度']);
  await user.click(within(offers).getByRole('button', { name: '改年度' }));
  expect((screen.getByLabelText(/^需补正的内容/) as HTMLTextAreaElement).value).toContain('2024年度');
});

test('what contradicts the register leads to what would be true, with the words filled in', async () => {
  const [finding] = application({}).findings;
  const punished = {
    ...finding!,
    rule: 'no_discipline' as const,
    result: 'contradicted' as const,
    subjectKind: 'lawyer' as const,
    subject: '秦越',
  };
  const findings = [{ ...punished, datum: '有1条已生效的行业处分' }];
  const server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('reviewer')),
    'GET /staff/applications/7': () => reply(application({ findings, since: '2022-01-01' })),
  });
  const { user } = openApp('/applications/7');
  const offers = await screen.findByRole('group', { name: '可以改为出具' });
  await user.click(within(offers).getByRole('button', { name: '改对象' }));
  expect((screen.getByLabelText(/^退回原因/) as HTMLTextAreaElement).value).toContain('秦越有1条已生效的行业处分');
  expect((screen.getByLabelText(/^需补正的内容/) as HTMLTextAreaElement).value).toBe('请去掉秦越后重新提交。');
  await user.click(screen.getByRole('button', { name: /取\s?消/ }));
  await user.click(screen.getByRole('button', { name: '改证明类型' }));
  expect((screen.getByLabelText(/^审核意见/) as HTMLTextAreaElement).value).toContain('执业状况证明（含处分记录）');
  expect(server.bodies('POST /staff/applications/7/decision')).toEqual([]);
});
