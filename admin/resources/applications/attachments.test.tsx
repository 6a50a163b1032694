import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { refuse, reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { application, sessionOf } from '../../test/samples.ts';

const PHOTO = { id: 'photo', name: '同意书.jpg', kind: 'jpeg', size: 120_000 } as const;
const SCAN = { id: 'scan', name: '委托书.pdf', kind: 'pdf', size: 340_000 } as const;
const serve = (attachments: (typeof PHOTO | typeof SCAN)[]) =>
  startFakeServer({
    'GET /staff/session': () => reply(sessionOf('reviewer')),
    'GET /staff/applications/7': () => reply(application({ attachments })),
    'PUT /staff/applications/7/presence': () => reply({ others: [], state: 'pending' }),
    'DELETE /staff/applications/7/presence': () => reply(null),
    'GET /staff/applications/7/attachments/scan': () => refuse(404, 'not_found', '没有找到您要的内容'),
  });

test('what was sent as proof is in view on the desk, one at a time: a picture as it is, a PDF by its pages', async () => {
  serve([PHOTO, SCAN]);
  const { user } = openApp('/applications/7');
  const pane = await screen.findByRole('region', { name: '附件内容' });
  const picture = within(pane).getByRole('img', { name: '同意书.jpg' });
  expect(picture.getAttribute('src')).toBe('/api/staff/applications/7/attachments/photo');
  await user.click(within(pane).getByRole('tab', { name: '2. 委托书.pdf' }));
  // The file is asked for as the letter is; what fails says so, with a way to try again.
  expect(await within(pane).findByText('没有找到您要的内容')).toBeTruthy();
  expect(within(pane).queryByRole('img', { name: '同意书.jpg' })).toBeNull();
});

test('without files there is no pane', async () => {
  serve([]);
  openApp('/applications/7');
  await screen.findByText('申请信息');
  expect(screen.queryByRole('region', { name: '附件内容' })).toBeNull();
});
