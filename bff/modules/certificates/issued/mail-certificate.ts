import { HOUR_MS } from '../../../contract/dates.ts';
import { ofApplication } from '../../../subject.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { countAgainst } from '../../../platform/kv/rate-limit.ts';
import type { MemberActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { addressMail } from '../../outbox/address-mail.ts';
import { noteRefusal } from '../../outbox/note-refusal.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { CertificateType } from '../model.ts';
import { fileOf } from './file-of.ts';
import { loadIssuedFor } from '../policy.ts';
import { verifyUrl } from '../letters/printed-letter.ts';
import { writeEvent } from '../../timeline/write-event.ts';

/** Nobody needs more, and the mail server is not a toy for strangers' addresses. */
const mailings = { name: 'mail', limit: 20, windowMs: HOUR_MS };

/**
 * Mails the issued file to the contact address, or to another one typed now. Throws `too_many_requests`, and `wrong_state`
 * with the reason why the mailbox gets no more mails: the application's page keeps it, and staff see the mail.
 */
export async function mailCertificate(mailing: { actor: MemberActor; id: number; email?: string | undefined }) {
  const { actor, id } = mailing;
  await countAgainst(mailings, String(actor.accountId));
  const settings = await readSettings();
  const refusal = await transaction(async (t) => {
    const { application, certificate } = await loadIssuedFor(actor, 'mail', id, t);
    const type = await CertificateType.findByPk(application.typeId, { transaction: t, rejectOnEmpty: true });
    const recipient = mailing.email ?? application.email;
    const { state, lastError } = await addressMail(
      {
        recipient,
        template: 'certificate',
        data: {
          association: settings.association,
          applicant: application.applicantName,
          type: type.label,
          number: certificate.number,
          verifyUrl: verifyUrl(certificate.token),
          phone: settings.registryPhone,
        },
        file: { ...fileOf(certificate), isEssential: true },
        subject: ofApplication(id),
        askedBy: actor.accountId,
      },
      t,
    );
    if (state === 'refused') {
      await noteRefusal({ subject: ofApplication(id), address: recipient, lastError }, t);
      return lastError;
    }
    await writeEvent({ subject: ofApplication(id), event: 'mailed', by: actor, note: recipient }, t);
    await writeAudit(
      {
        actor,
        action: 'certificate.mailed',
        targetKind: 'certificate',
        targetId: certificate.id,
        target: certificate.number,
        detail: recipient,
      },
      t,
    );
    return '';
  });
  // Thrown after the commit, so that the page keeps what happened.
  if (refusal !== '') throw new AppError('wrong_state', { message: refusal });
}
