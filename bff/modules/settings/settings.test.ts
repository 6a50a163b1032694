import { describe, expect, test } from '@jest/globals';
import { officeSettings } from '../../contract/settings/schemas.ts';
import '../../models.ts';
import { useDatabase } from '../../test/database.ts';
import { staffActor } from '../../test/factories/registry.ts';
import { AuditEntry } from '../audit/model.ts';
import { Setting } from './model.ts';
import { readSecurity } from './read-security.ts';
import { forgetSettings, readNewestSettings, readSettings } from './read-settings.ts';
import { updateSecurity } from './update-security.ts';
import { updateSettings } from './update-settings.ts';

useDatabase();
const actor = staffActor('administrator');

test('defaults hold until staff set something; what changed is on record', async () => {
  const defaults = await readSettings();
  expect(defaults.association).toBe('江海市律师协会');
  await updateSettings({ actor, settings: { ...defaults, officeHours: '工作日 9:00–17:00' } });
  expect(await readSettings()).toEqual({ ...defaults, version: 1, officeHours: '工作日 9:00–17:00' });
  // Another process, or this one after a restart.
  forgetSettings();
  expect((await readSettings()).officeHours).toBe('工作日 9:00–17:00');
  await updateSettings({ actor, settings: { ...defaults, version: 1, officeHours: '工作日 9:00–18:00' } });
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

test('the numbers of the site are taken as they are given, and nothing else is', async () => {
  const settings = await readSettings();
  const given = { ...settings, icpNumber: ' 京ICP备12345678号-1', policeNumber: '京公网安备 11010102000001号' };
  await updateSettings({ actor, settings: officeSettings.parse(given) });
  expect(await readSettings()).toMatchObject({
    icpNumber: '京ICP备12345678号-1',
    policeNumber: '京公网安备11010102000001号',
  });
  for (const [field, value] of [
    ['icpNumber', 'ICP备12345678号'],
    ['icpNumber', '京ICP备12345678号" onclick="x'],
    ['policeNumber', '京公网安备1101010200000号'],
  ] as const) {
    const faults = officeSettings.safeParse({ ...settings, [field]: value }).error?.issues ?? [];
    expect(faults.map(({ path, message }) => [path[0], message.includes('例如')])).toEqual([[field, true]]);
  }
  expect(officeSettings.parse({ ...settings, icpNumber: '', policeNumber: '' })).toMatchObject({ icpNumber: '' });
});

describe('two administrators', () => {
  test('who had the same page open: the second is told, and what the first has saved stays', async () => {
    const seen = await readSettings();
    await updateSettings({ actor, settings: { ...seen, officeAddress: '文华区2号' } });
    const late = updateSettings({ actor, settings: { ...seen, officeHours: '工作日' } });
    await expect(late).rejects.toMatchObject({ code: 'changed_meanwhile' });
    expect(await readSettings()).toEqual({ ...seen, version: seen.version + 1, officeAddress: '文华区2号' });
  });

  test('who save at the same time: one of them is told', async () => {
    const seen = await readSettings();
    const saves = ['一', '二'].map((hours) => updateSettings({ actor, settings: { ...seen, officeHours: hours } }));
    const done = await Promise.allSettled(saves);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('who say which roles need a second factor', async () => {
    const seen = await readSecurity();
    await updateSecurity({ actor, settings: { ...seen, secondFactorRoles: ['service'] } });
    const late = updateSecurity({ actor, settings: { ...seen, secondFactorRoles: ['events'] } });
    await expect(late).rejects.toMatchObject({ code: 'changed_meanwhile' });
    expect((await readSecurity()).secondFactorRoles).toEqual(['service']);
  });

  test('the page is shown as the database has it, not as this process remembers it', async () => {
    const remembered = await readSettings();
    const newer = { ...remembered, version: remembered.version + 1, officeHours: '另一进程' };
    await Setting.update({ value: JSON.stringify(newer) }, { where: { name: 'office' } });
    expect(await readNewestSettings()).toEqual(newer);
  });
});
