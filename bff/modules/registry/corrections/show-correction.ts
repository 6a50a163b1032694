import type { StaffActor } from '../../../actor.ts';
import type { CorrectionDetail } from '../../../contract/corrections/endpoints.ts';
import { correctionField, correctionWords } from '../../../contract/corrections/enums.ts';
import { ofCorrection } from '../../../subject.ts';
import { listFiles } from '../../files/list-files.ts';
import { readTimeline } from '../../timeline/read-timeline.ts';
import { correctables } from './correctable.ts';
import { isClaim, loadCorrection } from './policy.ts';
import { presentRequested, presentTimeline } from './present.ts';

/** A request beside what the registry says now. Throws `not_found`. */
export async function showCorrection({ actor, id }: { actor: StaffActor; id: number }): Promise<CorrectionDetail> {
  const request = await loadCorrection(actor, id);
  const { subjectKind, subjectId, field, present } = request;
  const { name, licenceNo, registered } = await correctables.answer[subjectKind].read(subjectId);
  const input = correctionField(subjectKind, field)?.input ?? 'words';
  const now = registered[field] ?? '';
  const isOpen = request.state === 'open';
  return {
    ...presentRequested(request),
    subjectKind,
    subjectId,
    subjectName: name,
    subjectLicenceNo: licenceNo,
    askerKind: request.askerKind,
    askerId: request.askerId,
    askerName: request.askerName,
    isClaim: isClaim(request),
    reason: request.reason,
    now: correctionWords(input, now),
    hasChanged: now !== present,
    opinion: request.opinion,
    endedByName: request.endedByName,
    attachments: await listFiles(ofCorrection(id)),
    timeline: presentTimeline(await readTimeline(ofCorrection(id)), actor.kind),
    can: { adopt: isOpen && input !== 'words' && now === present, decide: isOpen },
    version: request.version,
  };
}
