import { expect, test } from '@jest/globals';
import '../../models.ts';
import { SELF } from '../../contract/form-reading/fields.ts';
import { profileChangeEndpoints as changes } from '../../contract/profile-changes/endpoints.ts';
import { clock } from '../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { basicBookRow, profileBook } from '../../test/factories/profiles/profile-book.ts';
import { changeCalls } from '../../test/factories/profiles/profile-change-calls.ts';
import { givePassword, makeLawyer, staffActor } from '../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { ProfileChange } from '../profiles/change-model.ts';
import { applyImport } from './decide-import.ts';
import { stageImport } from './staging/stage-import.ts';

useOffice();
const api = useApi();
const { archive, rowsOf } = changeCalls(api);

/** Looked through and written. */
async function imported(bytes: Buffer): Promise<void> {
  const actor = staffActor('registrar');
  const query = { source: '省律协会员系统', asOf: clock.today(), sensitive: 'no' } as const;
  const id = await stageImport({ actor, query, name: '个人档案.xlsx', bytes });
  while ((await doDueWork()) > 0);
  await applyImport({ actor, id });
  while ((await doDueWork()) > 0);
}

test('who was imported without a photo changes what is wrong, and takes over nothing that was not said', async () => {
  const lawyer = await makeLawyer();
  await imported(await profileBook({ 基本信息: [basicBookRow(lawyer)] }));
  await givePassword({ lawyerId: lawyer.id }, 'lin-zhi-yuan-2026');
  const as = await memberToken({ lawyerId: lawyer.id });
  const whole = await archive(as);
  const [row] = rowsOf(whole, 'basic');
  // As the page sends it: what is in force, and one field of it changed.
  const rows = [{ id: SELF, values: { ...row?.values, address: '新街1号', ethnicity: '01' } }];
  const body = { version: whole.version, rows, saidNone: false };
  const asked = await api.call(changes.askProfileChange, { as, params: { section: 'basic' }, body: body as never });
  expect(asked.json).toMatchObject({ applied: ['通信地址'], waiting: ['民族'] });
  const change = await ProfileChange.findOne({ where: { lawyerId: lawyer.id }, rejectOnEmpty: true });
  const passed = await api.call(changes.decideProfileChange, {
    as: await staffToken('registrar'),
    params: { id: change.id },
    body: { version: change.version, verdict: 'pass', opinion: '', resolved: {} } as never,
  });
  expect(passed.status).toBe(200);
  expect(rowsOf(await archive(as), 'basic')[0]?.values).toMatchObject({ address: '新街1号', ethnicity: '01' });
});
