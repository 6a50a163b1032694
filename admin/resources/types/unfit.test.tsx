import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { aType, sessionOf } from '../../test/samples.ts';

test('a type that the rules of today refuse stands out in the list, and says what to mend', async () => {
  const fault = '正文第1行：正文写到行业处分，而所选核查规则不核查处分';
  const unfit = aType({ faults: [fault] });
  startFakeServer({
    'GET /staff/session': () => reply(sessionOf('administrator')),
    'GET /staff/changes': () => reply({ items: [], administrators: 2 }),
    'GET /staff/certificate-types': () => reply([unfit, aType({ id: 5, label: '会籍证明' })]),
    'GET /staff/certificate-types/4': () => reply(unfit),
    'GET /staff/certificate-types/4/wordings': () => reply([]),
  });
  const { user } = openApp('/types');
  expect(await screen.findAllByText('须修改，暂不可申请')).toHaveLength(1);
  await user.click(screen.getByRole('link', { name: unfit.label }));
  await screen.findByText(fault);
  screen.getByText(/会员不能申请，待审批的申请不能通过/);
});
