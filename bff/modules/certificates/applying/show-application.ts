import type { AttachmentReply } from '../../../contract/files/endpoints.ts';
import type { Actor } from '../../../actor.ts';
import type { ChainLink } from '../../../contract/certificates/replies.ts';
import type { PaperProgress } from '../../../contract/papers/replies.ts';
import { applicationParts } from './application-parts.ts';
import { Certificate, CertificateType, CertificateWording, type Application } from '../model.ts';
import { listFiles } from '../../files/list-files.ts';
import { readTimeline, type TimelineFact } from '../../timeline/read-timeline.ts';
import { ofApplication } from '../../../subject.ts';
import { loadFor } from '../policy.ts';
import type { LetterReading } from '../review/letter-reading-model.ts';
import { listReadings } from '../review/read-letter.ts';
import { listOverruled } from '../review/list-overruled.ts';
import { readLawyers, type LawyerOfApplication } from '../reading/read-lawyers.ts';
import { readWait, type Wait } from '../reading/read-wait.ts';
import type { OverruledDoubt } from '../review/overruled-doubt-model.ts';

/** An application with everything its page shows. */
export interface ShownApplication {
  application: Application;
  certificate: Certificate | null;
  type: CertificateType;
  lawyers: LawyerOfApplication[];
  events: TimelineFact<'application'>[];
  attachments: AttachmentReply[];
  /** The wording that the certificate was made with. */
  wording: CertificateWording | null;
  chain: Chain;
  paperProgress: PaperProgress | null;
  /** Both for staff; empty for members. */
  overruled: OverruledDoubt[];
  readings: LetterReading[];
  /** For its member, while it waits for a person. */
  wait: Wait | null;
}
/** What the certificate replaces and what replaces it: of the same member, so who sees one may see the other. */
export interface Chain {
  replaces: ChainLink | null;
  replacedBy: ChainLink | null;
}

/** Loads one application for an actor who may see it; throws `not_found` otherwise. */
export async function showApplication({ actor, id }: { actor: Actor; id: number }): Promise<ShownApplication> {
  const { application, certificate } = await loadFor(actor, 'show', id);
  const [type, events, chain, lawyers, attachments, wording, paperProgress, overruled, readings, wait] =
    await Promise.all([
      CertificateType.findByPk(application.typeId, { rejectOnEmpty: true }),
      readTimeline(ofApplication(id)),
      chainOf(certificate),
      readLawyers(id),
      listFiles(ofApplication(id)),
      certificate && CertificateWording.findByPk(certificate.wordingId, { rejectOnEmpty: true }),
      application.paper ? applicationParts.answer.paper(id) : null,
      actor.kind === 'staff' ? listOverruled(id) : [],
      actor.kind === 'staff' ? listReadings(id) : [],
      actor.kind !== 'staff' && application.state === 'pending' ? readWait(application) : null,
    ]);
  return {
    application,
    certificate,
    type,
    events,
    chain,
    lawyers,
    attachments,
    wording,
    paperProgress,
    overruled,
    readings,
    wait,
  };
}

async function chainOf(certificate: Certificate | null): Promise<Chain> {
  const linked = async (id: number | null | undefined): Promise<ChainLink | null> => {
    const other = id ? await Certificate.findByPk(id, { attributes: ['applicationId', 'number'] }) : null;
    return other && { applicationId: other.applicationId, number: other.number };
  };
  return { replaces: await linked(certificate?.replacesId), replacedBy: await linked(certificate?.replacedById) };
}
