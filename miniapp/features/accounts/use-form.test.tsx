import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import ActivatePage from '../../member/activate/index.tsx';
import ForgottenPage from '../../member/forgotten/index.tsx';
import SignInPage from '../../pages/sign-in/index.tsx';
import { fakeApi } from '../../test/fake-api.ts';
import { OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';

it('pages that lie over each other have no id in common: a label leads to its own field', async () => {
  freshDevice();
  fakeApi({ 'GET /api/settings/public': () => ({ ...OFFICE, hasSms: true }) });
  show(
    <>
      <SignInPage />
      <ActivatePage />
      <ForgottenPage />
    </>,
  );
  expect(await screen.findAllByLabelText('账号')).toHaveLength(3);
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});
