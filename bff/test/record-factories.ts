import { ActivityHours, Appointment, Assessment, Dues } from '../modules/registry/record-model.ts';
import type { SubjectKind } from '../contract/enums.ts';
import { clock } from '../platform/clock/clock.ts';

/** Rows of what the registry keeps about members year by year. */

interface Subject {
  subjectKind: SubjectKind;
  subjectId: number;
}
const subjectColumns = ({ subjectKind, subjectId }: Subject) => ({
  firmId: subjectKind === 'firm' ? subjectId : null,
  lawyerId: subjectKind === 'lawyer' ? subjectId : null,
});
const kept = () => ({ remark: '', version: 1, createdAt: clock.now(), updatedAt: clock.now() });

type More<Row> = Partial<Omit<Row, 'firmId' | 'lawyerId'>>;

/** The finished assessment of 2025, competent, unless said otherwise. */
export function makeAssessment({ subjectKind, subjectId, ...more }: Subject & More<Assessment>): Promise<Assessment> {
  return Assessment.create({
    ...kept(),
    ...subjectColumns({ subjectKind, subjectId }),
    ...{ year: 2025, state: 'final', result: 'competent', filedOn: '2026-05-20' },
    ...more,
  });
}

/** The dues of 2026, 1,200 yuan, paid, unless said otherwise. */
export function makeDues({ subjectKind, subjectId, ...more }: Subject & More<Dues>): Promise<Dues> {
  return Dues.create({
    ...kept(),
    ...subjectColumns({ subjectKind, subjectId }),
    ...{ year: 2026, dueFen: 120_000, paidFen: 120_000, state: 'settled', settledOn: '2026-03-18' },
    ...more,
  });
}

/** An office held since 2023, unless said otherwise. */
export function makeAppointment({ lawyerId, ...more }: { lawyerId: number } & More<Appointment>): Promise<Appointment> {
  return Appointment.create({
    ...kept(),
    ...{ lawyerId, body: '涉外法律服务专业委员会', position: '副主任', fromOn: '2023-03-01', untilOn: null },
    ...more,
  });
}

/** Three hours of a training with a check-in, unless said otherwise. */
export function makeHours({
  lawyerId,
  hours = 3,
  ...more
}: { lawyerId: number; hours?: number } & More<ActivityHours>): Promise<ActivityHours> {
  return ActivityHours.create({
    ...kept(),
    ...{ lawyerId, title: '民法典合同编司法解释培训', heldOn: '2026-06-13', tenths: hours * 10, state: 'checked_in' },
    ...more,
  });
}
