import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { ApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { fakeApi } from '../../test/fake-api.ts';
import { freshDevice, setWidth, show } from '../../test/show.tsx';
import { StepDone } from './step-done.tsx';

const WAITS = { id: 3, typeLabel: '律所无行业处分', number: '2611220003', state: 'pending', outcome: null };

beforeEach(freshDevice);
afterEach(() => setWidth(390));

it.each([
  [390, '我的申请'],
  [1280, '我的证明'],
])('%i px wide, it names the page of one’s applications as menu and tab bar do', async (width, name) => {
  setWidth(width);
  fakeApi({ 'GET /api/applications/3': () => WAITS });
  show(<StepDone application={WAITS as unknown as ApplicationDetail} onAgain={() => undefined} />);
  expect(await screen.findByText(new RegExp(`审核结果可在“${name}”中查看`))).toBeTruthy();
});
