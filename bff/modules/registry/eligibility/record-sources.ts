import type { SubjectKind } from '../../../contract/registry/enums.ts';
import { keyOfMember, type FactSource, type Member } from '../../eligibility/atom.ts';
import type { Subjects } from '../facts/lock-subjects.ts';
import type { AppointmentFact, AssessmentFact, DuesFact, HoursOfKind } from '../facts/records.ts';
import { readAppointments, readAssessments, readDues, readHours } from '../facts/read-records.ts';
import { readEffectiveDiscipline, type EffectiveDiscipline } from '../facts/read-effective-discipline.ts';
import { idsOf } from './ids-of.ts';

/** What is kept of a member by year or date. Who has none has an empty list: that is known. */

export const assessmentSource = listed<AssessmentFact>(['firm', 'lawyer'], readAssessments, bySubject);
export const duesSource = listed<DuesFact>(['firm', 'lawyer'], readDues, bySubject);
export const appointmentSource = listed<AppointmentFact>(['lawyer'], readAppointments, byLawyer);
export const hoursSource = listed<HoursOfKind>(['lawyer'], readHours, byLawyer);
export const disciplineSource = listed<EffectiveDiscipline>(['firm', 'lawyer'], readEffectiveDiscipline, bySubject);

function bySubject({ subjectKind, subjectId }: { subjectKind: SubjectKind; subjectId: number }): Member {
  return { kind: subjectKind, id: subjectId };
}
function byLawyer({ lawyerId }: { lawyerId: number }): Member {
  return { kind: 'lawyer', id: lawyerId };
}

function listed<Row>(
  kinds: readonly SubjectKind[],
  readRows: (subjects: Subjects, t?: Parameters<FactSource<Row>['read']>[1]) => Promise<Row[]>,
  whose: (row: Row) => Member,
): FactSource<Row[]> {
  return {
    async read(members, t) {
      const lists = new Map<string, Row[]>();
      for (const member of members) if (kinds.includes(member.kind)) lists.set(keyOfMember(member), []);
      const subjects = { firmIds: idsOf(members, 'firm'), lawyerIds: idsOf(members, 'lawyer') };
      for (const row of await readRows(subjects, t)) lists.get(keyOfMember(whose(row)))?.push(row);
      return lists;
    },
  };
}
