import { APPOINTMENTS } from '../../../contract/profile/sections/appointments.ts';
import { comparedWords } from '../../../contract/plain-characters.ts';
import * as schemas from '../../../contract/records/schemas.ts';
import { appointmentRecords } from '../records/appointment-records.ts';
import { findFirmByLicence } from '../facts/find-by-licence.ts';
import { periodRecords } from '../records/period-records.ts';
import { Firm } from '../model.ts';
import { dateColumn, nameColumn, numberColumn, textColumn } from '../../imports/columns.ts';
import { RowFaults, textOf } from '../../imports/sheet-kind.ts';
import { recordSheet } from './record-sheets.ts';

const must = { isRequired: true };
/** What members are offered for the same field of their profile. */
const suggested = (key: 'body' | 'position'): readonly string[] =>
  APPOINTMENTS.fields.flatMap((field) => (field.key === key ? field.suggests : []));

/** 律协任职: an office is told by body, position and first day. */
export const appointmentSheet = recordSheet({
  kind: appointmentRecords,
  about: ['lawyer'],
  key: ['body', 'position', 'fromOn'],
  kin: 'memberNo',
  columns: [
    textColumn('任职机构', 'body', { ...must, width: 30, compared: comparedWords, suggests: suggested('body') }),
    textColumn('职务', 'position', { ...must, compared: comparedWords, suggests: suggested('position') }),
    dateColumn('起始日期', 'fromOn', must),
    dateColumn('截止日期', 'untilOn'),
    textColumn('备注', 'remark', { width: 30 }),
  ],
  example: { body: '业务发展委员会', position: '委员', fromOn: '2026-01-05' },
  createSchema: schemas.createAppointment,
  updateSchema: schemas.updateAppointment,
});

/** 执业经历: a time in a firm is told by its first day; the firm by its licence number, one of another province by name. */
export const periodSheet = recordSheet({
  kind: periodRecords,
  about: ['lawyer'],
  key: ['fromOn'],
  kin: 'memberNo',
  columns: [
    { ...numberColumn('执业机构许可证号', 'firmLicenceNo'), hint: '本会登记的机构' },
    { ...nameColumn('外省机构名称', 'outsideFirmName', { width: 36 }), hint: '不在本会登记的机构，此时许可证号不填' },
    dateColumn('起始日期', 'fromOn', must),
    dateColumn('截止日期', 'untilOn'),
  ],
  example: { firmLicenceNo: '24499199510000001', fromOn: '2020-05-06', untilOn: '2023-06-30' },
  createSchema: schemas.createPeriod,
  updateSchema: schemas.updatePeriod,
  async stored({ firmId }, t) {
    if (firmId === null) return {};
    const firm = await Firm.findByPk(firmId, { transaction: t, rejectOnEmpty: true });
    return { firmLicenceNo: firm.licenceNo };
  },
  async resolve({ firmLicenceNo, ...values }, t) {
    if (firmLicenceNo === undefined) return { ...values, firmId: null };
    const firm = await findFirmByLicence(textOf(firmLicenceNo), t);
    if (!firm) throw new RowFaults({ firmLicenceNo: '没有这个执业许可证号的律所，外省机构请填写名称' });
    return { ...values, firmId: firm.id };
  },
});
