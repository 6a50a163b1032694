import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { SectionData } from '../../../../bff/contract/form-reading/fields.ts';
import { profileSection } from '../../../../bff/contract/profile/profile.ts';
import type { SectionReply } from '../../../../bff/contract/profile/replies.ts';
import { fakeApi } from '../../../test/fake-api.ts';
import { LAWYER_SESSION, OFFICE } from '../../../test/fixtures.ts';
import { freshDevice, show } from '../../../test/show.tsx';
import { ListForm } from './list-form.tsx';

beforeEach(freshDevice);

const rows = ['金奖', '银奖', '铜奖'].map((title, n) => ({
  id: `a${n}`,
  values: { title, awardedOn: `202${n}-05-01` },
}));
const reply: SectionReply = {
  key: 'awards',
  label: 'filled',
  isComplete: true,
  version: 1,
  rows,
  saidNone: false,
  faults: {},
  doubts: {},
  opinion: '',
  consent: null,
};

it('what was deleted can be put back where it stood, as long as nobody has left the page', async () => {
  fakeApi({ 'GET /api/session': () => LAWYER_SESSION, 'GET /api/settings/public': () => OFFICE });
  const saved: SectionData[] = [];
  function Harness() {
    const [typed, type] = useState<SectionData>({ rows, saidNone: false });
    const now = { typed, sent: typed, reply, state: { kind: 'saved' as const } };
    const settle = () => {
      saved.push(typed);
      return Promise.resolve(now);
    };
    const editing = { ...now, autosave: { type, settle, adopt() {} } };
    const section = profileSection('awards');
    const shown = { section, reply, editing, at: '', context: {}, files: [], onUploaded: () => undefined };
    return <ListForm {...shown} />;
  }
  show(<Harness />);
  await userEvent.click(await screen.findByRole('button', { name: /^删除.*银奖/ }));
  await userEvent.click(screen.getByRole('button', { name: '删除' }));
  expect(screen.queryByRole('button', { name: /^修改.*银奖/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '撤销删除' }));
  expect(screen.getByRole('button', { name: /^修改.*银奖/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '撤销删除' })).toBeNull();
  expect(saved).toHaveLength(2);
});
