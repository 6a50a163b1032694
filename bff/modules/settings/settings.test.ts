import { expect, test } from '@jest/globals';
import { officeSettings } from '../../contract/settings/schemas.ts';
import '../../models.ts';
import { useDatabase } from '../../test/database.ts';
import { staffActor } from '../../test/factories/registry.ts';
import { AuditEntry } from '../audit/model.ts';
import { forgetSettings, readSettings } from './read-settings.ts';
import { updateSettings } from './update-settings.ts';

useDatabase();
const actor = staffActor('administrator');

test('defaults hold until staff set something; what changed is on record', async () => {
  const defaults = await readSettings();
  expect(defaults.association).toBe('江海市律师协会');
  await updateSettings({ actor, settings: { ...defaults, officeHours: '工作日 9:00–17:00' } });
  expect(await readSettings()).toEqual({ ...defaults, officeHours: '工作日 9:00–17:00' });
  // Another process, or this one after a restart.
  forgetSettings();
  expect((await readSettings()).officeHours).toBe('工作日 9:00–17:00');
  await updateSettings({ actor, settings: { ...defaults, officeHours: '工作日 9:00–18:00' } });
  const entries = await AuditEntry.findAll({ where: { action: 'settings.updated' }, order: [['id', 'ASC']] });
  expect(entries.map(({ detail }) => detail)).toEqual([
    `办公时间：${defaults.officeHours}→工作日 9:00–17:00`,
    '办公时间：工作日 9:00–17:00→工作日 9:00–18:00',
  ]);
});

test('saving without a change leaves no line', async () => {
  const before = await AuditEntry.count();
  await updateSettings({ actor, settings: await readSettings() });
  expect(await AuditEntry.count()).toBe(before);
});

test('amounts are on record in yuan, and their bounds are said in yuan', async () => {
  const settings = await readSettings();
  await updateSettings({ actor, settings: { ...settings, copyFeeFen: settings.copyFeeFen + 1_050 } });
  const [line] = await AuditEntry.findAll({ order: [['id', 'DESC']], limit: 1 });
  expect(line?.detail).toBe('纸质证明工本费：0.00元→10.50元');
  for (const copyFeeFen of [1_000_001, -1, 10.5]) {
    expect(officeSettings.safeParse({ ...settings, copyFeeFen }).error?.issues.map(({ message }) => message)).toEqual([
      '纸质证明工本费应为0.00至10000.00元，精确到分，例如 12.50',
    ]);
  }
});
