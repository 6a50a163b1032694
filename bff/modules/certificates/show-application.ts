import type { Actor } from '../accounts/actor.ts';
import { select } from '../../platform/db/database.ts';
import { ApplicationEvent, CertificateType, type Application, type Certificate } from './model.ts';
import { loadFor } from './policy.ts';

/** An application with everything its page shows. */
export interface ShownApplication {
  application: Application;
  certificate: Certificate | null;
  type: CertificateType;
  lawyers: { id: number; name: string; licenceNo: string }[];
  events: ApplicationEvent[];
}

/** Loads one application for an actor who may see it; throws `not_found` otherwise. */
export async function showApplication({ actor, id }: { actor: Actor; id: number }): Promise<ShownApplication> {
  const { application, certificate } = await loadFor(actor, 'show', id);
  const [type, events, lawyers] = await Promise.all([
    CertificateType.findByPk(application.typeId, { rejectOnEmpty: true }),
    ApplicationEvent.findAll({ where: { applicationId: id }, order: ['id'] }),
    select<{ id: number; name: string; licenceNo: string }>(
      `SELECT l.id, l.name, l.licence_no AS licenceNo FROM application_lawyers n JOIN lawyers l ON l.id = n.lawyer_id
       WHERE n.application_id = ? ORDER BY n.position`,
      [id],
    ),
  ]);
  return { application, certificate, type, events, lawyers };
}
