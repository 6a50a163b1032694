import type { FirmRecords, LawyerRecords } from '../../../contract/records/endpoints.ts';
import { AppError } from '../../../errors.ts';
import { appointmentRecords } from '../records/appointment-records.ts';
import { assessmentRecords } from '../records/assessment-records.ts';
import { duesRecords } from '../records/dues-records.ts';
import { formerNameRecords } from '../records/former-name-records.ts';
import { hoursRecords } from '../records/hours-records.ts';
import { mergerRecords } from '../records/merger-records.ts';
import { Firm, Lawyer } from '../model.ts';
import { periodRecords } from '../records/period-records.ts';
import { recordsOf } from '../records/record-kind.ts';

/** Every record about a firm, for staff. Throws `not_found`. */
export async function listFirmRecords({ id }: { id: number }): Promise<FirmRecords> {
  if ((await Firm.count({ where: { id } })) === 0) throw new AppError('not_found');
  const subject = { subjectKind: 'firm', subjectId: id } as const;
  return {
    assessments: await recordsOf(assessmentRecords, subject),
    dues: await recordsOf(duesRecords, subject),
    formerNames: await recordsOf(formerNameRecords, subject),
    mergers: await recordsOf(mergerRecords, subject),
  };
}

/** Every record about a lawyer, for staff. Throws `not_found`. */
export async function listLawyerRecords({ id }: { id: number }): Promise<LawyerRecords> {
  if ((await Lawyer.count({ where: { id } })) === 0) throw new AppError('not_found');
  const subject = { subjectKind: 'lawyer', subjectId: id } as const;
  return {
    assessments: await recordsOf(assessmentRecords, subject),
    dues: await recordsOf(duesRecords, subject),
    appointments: await recordsOf(appointmentRecords, subject),
    hours: await recordsOf(hoursRecords, subject),
    periods: await recordsOf(periodRecords, subject),
  };
}
