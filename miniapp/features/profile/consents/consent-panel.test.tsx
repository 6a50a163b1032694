import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../../test/fake-api.ts';
import { LAWYER_SESSION, OFFICE } from '../../../test/fixtures.ts';
import { freshDevice, show } from '../../../test/show.tsx';
import { ConsentPanel } from './consent-panel.tsx';

const routes = { 'GET /api/session': () => LAWYER_SESSION, 'GET /api/settings/public': () => OFFICE };
beforeEach(freshDevice);

function panel(state: 'none' | 'refused' | 'closed') {
  const asked: unknown[] = [];
  fakeApi({
    ...routes,
    'POST /api/me/profile/consents': ({ body }) => {
      asked.push(body);
      return { sections: [] } as never;
    },
  });
  show(<ConsentPanel section="family" state={state} />);
  return asked;
}

it('asks for a consent of its own, that is ticked by whoever gives it', async () => {
  const asked = panel('none');
  await userEvent.click(await screen.findByRole('button', { name: '同意并填写' }));
  expect(await screen.findByText(/请先阅读并勾选/)).toBeTruthy();
  expect(asked).toEqual([]);
  await userEvent.click(screen.getByRole('checkbox', { name: /我已阅读并单独同意/ }));
  await userEvent.click(screen.getByRole('button', { name: '同意并填写' }));
  expect(asked).toEqual([{ section: 'family', answer: 'agree', edition: '2026-12-08' }]);
});

it('takes a no as easily, and lets who said so say otherwise', async () => {
  const asked = panel('none');
  await userEvent.click(await screen.findByRole('button', { name: '不同意提供' }));
  expect(asked).toEqual([{ section: 'family', answer: 'refuse', edition: '2026-12-08' }]);
});

it('who refused reads so, and may change that', async () => {
  panel('refused');
  await userEvent.click(await screen.findByRole('button', { name: '改为提供' }));
  expect(screen.getByRole('button', { name: '同意并填写' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '不同意提供' })).toBeNull();
});

it('asks for nothing before an assessment is on file', async () => {
  panel('closed');
  expect(await screen.findByText(/暂不收集/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '同意并填写' })).toBeNull();
});
