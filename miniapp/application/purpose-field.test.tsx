import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { fakeApi } from '../test/fake-api.ts';
import { OFFICE } from '../test/fixtures.ts';
import { freshDevice, show } from '../test/show.tsx';
import { PurposeField } from './purpose-field.tsx';

const FAULT = '用途含有无法使用的字符（第2个字，U+200B），请删除后重新输入';

beforeEach(freshDevice);

function Form({ initial = '', error }: { initial?: string; error?: string }) {
  const [value, setValue] = useState(initial);
  return (
    <>
      <PurposeField value={value} onChange={setValue} error={error} />
      <output>{value}</output>
    </>
  );
}
const choice = () => screen.getByLabelText<HTMLSelectElement>('用途');
const labels = () => [...choice().options].map(({ text }) => text);
const sent = () => screen.getByRole('status').textContent;

async function open(form: ReactElement) {
  fakeApi({ 'GET /api/settings/public': () => OFFICE });
  show(form);
  await waitFor(() => expect(labels()).toEqual(['不注明（选填）', ...OFFICE.purposes, '其他（自行填写）']));
}

it('offers the purposes of the association, and none', async () => {
  await open(<Form />);
  await userEvent.selectOptions(choice(), '诉讼、仲裁');
  expect(sent()).toBe('诉讼、仲裁');
  expect(screen.queryByLabelText('其他用途')).toBeNull();
  await userEvent.selectOptions(choice(), '不注明（选填）');
  expect(sent()).toBe('');
});

it('shows what of the own words will be printed, and lets go of them for one of the list', async () => {
  await open(<Form />);
  await userEvent.selectOptions(choice(), '其他（自行填写）');
  await userEvent.type(screen.getByLabelText('其他用途'), '地铁采购');
  expect(sent()).toBe('地铁采购');
  expect(screen.getByText(/申请人填写，非本会证明内容.*用途：「地铁采购」/)).toBeTruthy();
  await userEvent.selectOptions(choice(), '银行开户');
  expect(screen.queryByLabelText('其他用途')).toBeNull();
  expect(sent()).toBe('银行开户');
});

it('opens a draft of before as own words, with its fault where it can be mended', async () => {
  await open(<Form initial="参加投标" error={FAULT} />);
  expect(choice().value).toBe(' own');
  const field = screen.getByLabelText<HTMLInputElement>('其他用途');
  expect(field.value).toBe('参加投标');
  expect(field.id).toBe('purpose');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getAllByText(FAULT)).toHaveLength(1);
});
