import type { MemberActor } from '../../../actor.ts';
import type { OwnCorrection } from '../../../contract/corrections/endpoints.ts';
import { ofCorrection } from '../../../subject.ts';
import { listFiles } from '../../files/list-files.ts';
import { readTimeline } from '../../timeline/read-timeline.ts';
import { correctables } from './correctable.ts';
import { isClaim, loadCorrection } from './policy.ts';
import { presentRequested, presentTimeline } from './present.ts';

/** One of the actor's requests. Throws `not_found`. */
export async function showOwnCorrection({ actor, id }: { actor: MemberActor; id: number }): Promise<OwnCorrection> {
  const request = await loadCorrection(actor, id);
  const { name, licenceNo } = await correctables.answer[request.subjectKind].read(request.subjectId);
  return {
    ...presentRequested(request),
    subjectName: name,
    subjectLicenceNo: licenceNo,
    isClaim: isClaim(request),
    reason: request.reason,
    opinion: request.opinion,
    attachments: await listFiles(ofCorrection(id)),
    timeline: presentTimeline(await readTimeline(ofCorrection(id)), actor.kind),
    can: { withdraw: request.state === 'open' },
  };
}
