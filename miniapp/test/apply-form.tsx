import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PreCheckReply } from '../../bff/contract/pre-check/endpoints.ts';
import type { OwnRecord } from '../../bff/contract/registry/endpoints.ts';
import ApplyPage from '../member/apply/index.tsx';
import { bytesOf } from './fake-api.ts';
import { FIRM_SESSION, FREE_TEXT, lawyers, OFFICE, SOME_LAWYERS } from './fixtures.ts';
import { show } from './show.tsx';

/** The firm that applies, as the registry has it. */
const RECORD: OwnRecord = {
  kind: 'firm',
  name: '江海清鸣律师事务所',
  address: '书院街22号',
  licenceNo: '24499201110000002',
  uscc: '31449901MD00007456',
  approvedOn: '2011-03-09',
};
/** Nothing keeps the letter from being issued at once. */
export const AT_ONCE: PreCheckReply = { reviewMode: 'automatic', reasons: [], usualWaitMinutes: null, seen: 'seen' };
/** A page of the firm’s lawyers. */
export const lawyersPage = (count: number) => ({
  items: lawyers(count),
  next: null,
  total: count,
  totalIsCapped: false,
});
/** What a server answers to the whole way from the record to the preview. */
export const routes = {
  'GET /api/session': () => FIRM_SESSION,
  'GET /api/settings/public': () => OFFICE,
  'GET /api/certificate-types': () => [SOME_LAWYERS, FREE_TEXT],
  'POST /api/applications/pre-check': () => AT_ONCE,
  'GET /api/me/record': () => RECORD,
  'GET /api/me/lawyers': () => lawyersPage(6),
  [`GET /api/certificate-types/${SOME_LAWYERS.code}/sample.pdf`]: () => bytesOf('%PDF'),
  [`GET /api/certificate-types/${FREE_TEXT.code}/sample.pdf`]: () => bytesOf('%PDF'),
};

/** Walks to the form of a type. */
export async function openForm(type = SOME_LAWYERS.label) {
  show(<ApplyPage />);
  await userEvent.click(await screen.findByRole('button', { name: '信息无误，下一步' }));
  await userEvent.click(await screen.findByRole('radio', { name: new RegExp(type.replace('+', '\\+')) }));
  await userEvent.click(screen.getByRole('button', { name: '下一步：填写信息' }));
  await screen.findByLabelText(/联系邮箱/);
}
/** From the form to the letter. */
export const preview = () => userEvent.click(screen.getByRole('button', { name: '下一步：预览证明' }));
