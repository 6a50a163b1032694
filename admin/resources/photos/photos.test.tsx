import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { COMPARED_WITH } from '../../../bff/contract/photos/enums.ts';
import type { PhotoDetail } from '../../../bff/contract/photos/replies.ts';
import { reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

const row = {
  id: 7,
  lawyerId: 3,
  lawyerName: '林知远',
  licenceNo: '14499201210100017',
  firmName: '江海鼎禾律师事务所',
  state: 'pending',
  way: 'manual',
  at: '2026-11-22T05:46:00.000Z',
} as const;
const photo = (more: Partial<PhotoDetail> = {}): PhotoDetail => ({
  ...row,
  sex: 'male',
  currentId: 4,
  attachments: [{ id: 'token-of-the-file', name: '执业证.png', kind: 'png', size: 20_480 }],
  findings: [{ finding: 'soft', words: '照片稍有模糊，打印时可能不够清楚' }],
  figures: { sharpness: 3.1, luminance: 140, corners: 4, hasFrame: false },
  isInsistedOn: false,
  checks: [{ result: 'no_match', at: '2026-11-22T05:40:00.000Z' }],
  decidedBy: '',
  decidedAt: null,
  comparedWith: null,
  opinion: '',
  hasPicture: true,
  can: { decide: true },
  version: 2,
  ...more,
});

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/photos': () => reply(pageOf([row])),
    'GET /staff/photos/7': () => reply(photo()),
  });
});
const posted = () => server.bodies('POST /staff/photos/7/decision');

test('the list shows whose photo waits, small', async () => {
  openApp('/photos?state=pending');
  expect((await screen.findByRole('link', { name: '林知远' })).getAttribute('href')).toContain('/photos/7');
});

test('the photo stands beside the one in use and the licence page; it passes once it is said what it was compared with', async () => {
  server.on('POST /staff/photos/7/decision', () => reply(photo({ state: 'current', can: { decide: false } })));
  const { user } = openApp('/photos/7');
  expect((await screen.findByAltText('使用中的照片')).getAttribute('src')).toBe('/api/staff/photos/4/picture');
  expect(screen.getByText(/照片与公安登记的照片不像同一个人/)).toBeTruthy();
  const pass = screen.getByRole('button', { name: '是本人，通过' });
  expect(pass.hasAttribute('disabled')).toBe(true);
  await user.click(screen.getByRole('radio', { name: '执业证照片页' }));
  await user.click(pass);
  await waitFor(() => expect(posted()).toEqual([{ verdict: 'pass', comparedWith: 'licence', version: 2 }]));
});

test('a photo is refused with a reason', async () => {
  server.on('POST /staff/photos/7/decision', () => reply(photo({ state: 'refused', can: { decide: false } })));
  const { user } = openApp('/photos/7');
  await user.click(await screen.findByRole('button', { name: '不通过' }));
  await user.type(screen.getByRole('textbox', { name: /原因/ }), '请使用近一年的照片');
  await user.click(screen.getByRole('button', { name: '确认不通过' }));
  await waitFor(() => expect(posted()).toEqual([{ verdict: 'refuse', opinion: '请使用近一年的照片', version: 2 }]));
});

test('by keys alone: a digit says what it was compared with, a passes, and the next that waits opens with its filters', async () => {
  server.on('GET /staff/photos', () => reply(pageOf([row, { ...row, id: 9, lawyerName: '沈若溪' }])));
  server.on('GET /staff/photos/9', () => reply(photo({ id: 9, lawyerName: '沈若溪' })));
  server.on('POST /staff/photos/7/decision', () => reply(photo({ state: 'current', can: { decide: false } })));
  const { user, address } = openApp('/photos/7');
  await screen.findByText('林知远的照片');
  await user.keyboard('a');
  expect(posted()).toEqual([]);
  await user.keyboard('2a');
  await waitFor(() => expect(address()).toBe('/photos/9'));
  expect(posted()).toEqual([{ verdict: 'pass', comparedWith: Object.keys(COMPARED_WITH)[1], version: 2 }]);
  await screen.findByText('沈若溪的照片');
  await screen.findByText('林知远的照片已通过并启用，身份核验日期已登记');
});

test('by keys alone: r asks for the reason, Escape leaves it, Ctrl+Enter refuses; after the last the list opens', async () => {
  server.on('POST /staff/photos/7/decision', () => reply(photo({ state: 'refused', can: { decide: false } })));
  const { user, address } = openApp('/photos/7');
  await screen.findByText('林知远的照片');
  await user.keyboard('r{Escape}r');
  await user.type(await screen.findByRole('textbox', { name: /原因/ }), '请摘下眼镜{Control>}{Enter}{/Control}');
  await waitFor(() => expect(address()).toBe('/photos?state=pending'));
  expect(posted()).toEqual([{ verdict: 'refuse', opinion: '请摘下眼镜', version: 2 }]);
});
