import type { SubjectKind } from '../../contract/registry/enums.ts';
import { appointmentRecords, type AppointmentData } from '../../modules/registry/records/appointment-records.ts';
import { assessmentRecords, type AssessmentData } from '../../modules/registry/records/assessment-records.ts';
import { createRecord } from '../../modules/registry/records/create-record.ts';
import { duesRecords, type DuesData } from '../../modules/registry/records/dues-records.ts';
import { formerNameRecords, type FormerNameData } from '../../modules/registry/records/former-name-records.ts';
import { hoursRecords, type HoursData } from '../../modules/registry/records/hours-records.ts';
import { mergerRecords, type MergerData } from '../../modules/registry/records/merger-records.ts';
import { periodRecords, type PeriodData } from '../../modules/registry/records/period-records.ts';
import { staffActor } from './registry.ts';

/** What the registry keeps about members year by year, made by the acts themselves. */

const actor = staffActor('registrar');

interface Subject {
  subjectKind: SubjectKind;
  subjectId: number;
}
const aboutLawyer = (lawyerId: number) => ({ subjectKind: 'lawyer', subjectId: lawyerId }) as const;
const aboutFirm = (firmId: number) => ({ subjectKind: 'firm', subjectId: firmId }) as const;

/** The finished assessment of 2025, competent, unless said otherwise. */
export const makeAssessment = (input: Subject & Partial<AssessmentData>) =>
  createRecord({
    actor,
    kind: assessmentRecords,
    input: { year: 2025, state: 'final', result: 'competent', filedOn: '2026-05-20', remark: '', ...input },
  });

/** The dues of 2026, 1,200 yuan, paid, unless said otherwise. */
export const makeDues = (input: Subject & Partial<DuesData>) =>
  createRecord({
    actor,
    kind: duesRecords,
    input: {
      year: 2026,
      dueFen: 120_000,
      paidFen: 120_000,
      state: 'settled',
      settledOn: '2026-03-18',
      remark: '',
      ...input,
    },
  });

/** An office held since 2023, unless said otherwise. */
export const makeAppointment = ({ lawyerId, ...more }: { lawyerId: number } & Partial<AppointmentData>) =>
  createRecord({
    actor,
    kind: appointmentRecords,
    input: {
      body: '涉外法律服务专业委员会',
      position: '副主任',
      fromOn: '2023-03-01',
      untilOn: null,
      remark: '',
      ...aboutLawyer(lawyerId),
      ...more,
    },
  });

/** Three hours of a training with a check-in, unless said otherwise. */
export const makeHours = ({ lawyerId, ...more }: { lawyerId: number } & Partial<HoursData>) =>
  createRecord({
    actor,
    kind: hoursRecords,
    input: {
      title: '民法典合同编司法解释培训',
      heldOn: '2026-06-13',
      hours: 3,
      state: 'checked_in',
      remark: '',
      ...aboutLawyer(lawyerId),
      ...more,
    },
  });

/** A name borne until the end of 2015, unless said otherwise. */
export const makeFormerName = ({ firmId, ...more }: { firmId: number } & Partial<FormerNameData>) =>
  createRecord({
    actor,
    kind: formerNameRecords,
    input: { name: '江海市第一律师事务所', untilOn: '2015-12-31', ...aboutFirm(firmId), ...more },
  });

/** A merger in 2020, unless said otherwise. */
export const makeMerger = ({ firmId, ...more }: { firmId: number } & Partial<MergerData>) =>
  createRecord({
    actor,
    kind: mergerRecords,
    input: {
      otherFirmName: '江海同舟律师事务所',
      mergedOn: '2020-07-01',
      remark: '吸收合并',
      ...aboutFirm(firmId),
      ...more,
    },
  });

/** A time in a firm; `firmId` null: the firm of another association. */
export const makePeriod = ({
  lawyerId,
  ...period
}: { lawyerId: number } & Pick<PeriodData, 'fromOn' | 'untilOn'> & Partial<PeriodData>) =>
  createRecord({
    actor,
    kind: periodRecords,
    input: {
      ...aboutLawyer(lawyerId),
      firmId: null,
      outsideFirmName: period.firmId ? '' : '云岭南屏律师事务所',
      ...period,
    },
  });
