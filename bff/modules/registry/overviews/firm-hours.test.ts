import { afterEach, beforeEach, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import '../../../models.ts';
import type { FirmActor } from '../../../actor.ts';
import { firmHoursEndpoints } from '../../../contract/firm-hours/endpoints.ts';
import type { FirmHoursAsked } from '../../../contract/firm-hours/schemas.ts';
import { hoursRequirement, type HoursRequirement } from '../../../contract/hours-requirements/schemas.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useOffice } from '../../../test/office.ts';
import { makeHours } from '../../../test/factories/record.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { AuditEntry } from '../../audit/model.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { updateSettings } from '../../settings/update-settings.ts';
import { listFirmHours } from './list-firm-hours.ts';

useOffice();
const api = useApi();
let actor: FirmActor;
let firmId: number;
beforeEach(async () => {
  freezeClock('2026-12-01T09:00:00+08:00');
  firmId = (await makeFirm()).id;
  actor = (await memberActor({ firmId })) as FirmActor;
});
afterEach(releaseClock);

const listed = async (asked: FirmHoursAsked = {}) => (await listFirmHours({ actor, ...asked })).items;

test('hours by kind of one year, without what is disputed, against what the year asks for; of the own lawyers alone', async () => {
  const one = await makeLawyer({ firmId, name: '安之若' });
  const other = await makeLawyer({ firmId, name: '白景行' });
  const stranger = await makeLawyer({ firmId: (await makeFirm()).id });
  await makeLawyer({ firmId, name: '已注销', status: 'cancelled', cancelledOn: '2026-06-30' });
  const lawyerId = one.id;
  await makeHours({ lawyerId, title: '甲', heldOn: '2026-01-01', hours: 3, kind: 'ethics' });
  await makeHours({ lawyerId, title: '乙', heldOn: '2026-12-01', hours: 4.5, kind: 'business' });
  await makeHours({ lawyerId, title: '丙', heldOn: '2026-03-01', hours: 2, kind: 'business' });
  await makeHours({ lawyerId, title: '丁', heldOn: '2026-03-02', hours: 8, kind: 'business', state: 'disputed' });
  await makeHours({ lawyerId, title: '戊', heldOn: '2025-12-31', hours: 6, kind: 'other' });
  await makeHours({ lawyerId: other.id, title: '满', heldOn: '2026-03-01', hours: 40 });
  await makeHours({ lawyerId: stranger.id, title: '外所', heldOn: '2026-03-01', hours: 5 });
  const all = await listed();
  expect(all).toHaveLength(2);
  expect(all.find(({ id }) => id === one.id)).toEqual({
    id: one.id,
    name: '安之若',
    licenceNo: one.licenceNo,
    status: 'active',
    year: 2026,
    ethicsTenths: 30,
    ethicsOnsiteTenths: 30,
    businessTenths: 65,
    otherTenths: 0,
    totalTenths: 95,
    requiredTenths: 400,
    requiredEthicsTenths: 0,
    requiredEthicsOnsiteTenths: 0,
    requiredBusinessTenths: 0,
  });
  expect((await listed({ year: 2025 })).map(({ otherTenths, totalTenths }) => [otherTenths, totalTenths])).toEqual(
    expect.arrayContaining([
      [60, 60],
      [0, 0],
    ]),
  );
  expect((await listed({ lacking: 'yes' })).map(({ id }) => id)).toEqual([one.id]);
  expect((await listed({ search: '景行' })).map(({ id }) => id)).toEqual([other.id]);
  expect((await listed({ search: one.licenceNo.slice(-5) })).map(({ id }) => id)).toEqual([one.id]);
});

test('who has enough of a kind, but too little of it on the spot, lacks some', async () => {
  const requirement = hoursRequirement.parse({
    from: 2026,
    total: 4,
    ethics: 4,
    ethicsOnsite: 2,
    business: 0,
    newlySince: '',
    newlyPercent: 100,
  });
  const put = async (hoursRequirements: HoursRequirement[]) => {
    const settings = { ...(await readSettings()), hoursRequirements };
    await updateSettings({ actor: staffActor('administrator'), settings });
  };
  await put([requirement]);
  const [onsite, online] = [
    await makeLawyer({ firmId, name: '现场够' }),
    await makeLawyer({ firmId, name: '现场不够' }),
  ];
  for (const [lawyer, hours] of [
    [onsite, 2],
    [online, 1.5],
  ] as const) {
    await makeHours({ lawyerId: lawyer.id, title: '现场', heldOn: '2026-03-01', hours, kind: 'ethics' });
    await makeHours({
      lawyerId: lawyer.id,
      title: '线上',
      heldOn: '2026-03-02',
      hours: 3,
      kind: 'ethics',
      mode: 'online',
    });
  }
  expect(await listed({ lacking: 'yes', search: '现场' })).toMatchObject([
    { id: online.id, ethicsTenths: 45, ethicsOnsiteTenths: 15, requiredEthicsOnsiteTenths: 20 },
  ]);
  await put([]);
});

test('the same list as Excel; the log says who took it', async () => {
  const { id } = await makeLawyer({ firmId, name: '安之若' });
  await makeHours({ lawyerId: id, title: '甲', heldOn: '2026-01-01', hours: 3.5, kind: 'ethics' });
  const as = await memberToken({ firmId });
  const file = await api.call(firmHoursEndpoints.exportFirmHours, { as, query: { year: '2026', lacking: 'yes' } });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file.bytes as unknown as ArrayBuffer);
  const rows = book.worksheets[0]!.getSheetValues().filter(Boolean) as unknown[][];
  expect(rows.at(-1)?.slice(1)).toEqual([
    2026,
    '安之若',
    expect.any(String),
    '正常',
    3.5,
    3.5,
    0,
    0,
    3.5,
    40,
    0,
    0,
    0,
    36.5,
  ]);
  const [line] = await AuditEntry.findAll({
    where: { action: 'list.exported', targetId: firmId },
    order: [['id', 'DESC']],
  });
  expect(line).toMatchObject({ target: '本所律师学时', detail: '2026年度；未修满' });
});
