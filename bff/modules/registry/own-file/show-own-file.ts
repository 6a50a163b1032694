import type { OwnFile } from '../../../contract/own-file/endpoints.ts';
import type { MemberActor } from '../../../actor.ts';
import { findFirm } from '../firms/find-firm.ts';
import { findLawyer } from '../lawyers/find-lawyer.ts';
import { disciplineOf } from '../discipline/list-discipline.ts';
import { listFirmRecords, listLawyerRecords } from '../overviews/list-member-records.ts';
import { presentOwnFirm, presentOwnLawyer } from './present-own-file.ts';

/** 会员档案 of the actor (members.md: a member can see all data held about him or her). Throws `not_found`. */
export async function showOwnFile({ actor }: { actor: MemberActor }): Promise<OwnFile> {
  if (actor.kind === 'firm') {
    const id = actor.firmId;
    const discipline = await disciplineOf({ subjectKind: 'firm', subjectId: id });
    return presentOwnFirm({ record: await findFirm({ id }), records: await listFirmRecords({ id }), discipline });
  }
  const id = actor.lawyerId;
  const discipline = await disciplineOf({ subjectKind: 'lawyer', subjectId: id });
  return presentOwnLawyer({ record: await findLawyer({ id }), records: await listLawyerRecords({ id }), discipline });
}
