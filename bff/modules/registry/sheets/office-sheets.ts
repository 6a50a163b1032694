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

/** 律协任职: an office is told by body, position and first day. */
export const appointmentSheet = recordSheet({
  kind: appointmentRecords,
  about: ['lawyer'],
  key: ['body', 'position', 'fromOn'],
  columns: [
    textColumn('任职机构', 'body', { ...must, width: 30, compared: comparedWords }),
    textColumn('职务', 'position', { ...must, compared: comparedWords }),
    dateColumn('起始日期', 'fromOn', must),
    dateColumn('截止日期', 'untilOn'),
    textColumn('备注', 'remark', { width: 30 }),
  ],
  createSchema: schemas.createAppointment,
  updateSchema: schemas.updateAppointment,
});

/** 执业经历: a time in a firm is told by its first day; the firm by its licence number, one of another province by name. */
export const periodSheet = recordSheet({
  kind: periodRecords,
  about: ['lawyer'],
  key: ['fromOn'],
  columns: [
    numberColumn('执业机构许可证号', 'firmLicenceNo'),
    nameColumn('外省机构名称', 'outsideFirmName', { width: 36 }),
    dateColumn('起始日期', 'fromOn', must),
    dateColumn('截止日期', 'untilOn'),
  ],
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
