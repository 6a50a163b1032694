import { daysUntil, toShanghaiDate } from '../../contract/dates.ts';
import { EXPIRY_WARNINGS } from '../../contract/operations/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { signer } from '../../platform/signer/signer.ts';
import { listAdministrators } from '../accounts/list-colleagues.ts';
import { readLinesOf } from '../audit/read-lines.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { sendLater } from '../outbox/send-later.ts';

const ACTION = 'signing.expiry-told';

/**
 * Mails every administrator 90, 30 and 7 days before the signing certificate ends, and once it has: each once for one
 * certificate, as the log remembers. A day on which nobody looked is made up for the next day.
 */
export async function watchSigningCertificate(): Promise<void> {
  const daysLeft = daysUntil(signer.validUntil, clock.now());
  const due = EXPIRY_WARNINGS.filter((days) => (days === 0 ? daysLeft < 0 : daysLeft <= days)).at(-1);
  if (due === undefined) return;
  await transaction(async (t) => {
    const target = `签名证书 ${signer.fingerprint.slice(0, 16)}`;
    const told = await readLinesOf({ targetKind: 'settings', targetId: due, actions: [ACTION] }, t);
    if (told.lines.some((line) => line.target === target)) return;
    const until = toShanghaiDate(signer.validUntil);
    const left = daysLeft < 0 ? '已经到期，新的证明不能签名，等待更换' : `还有 ${daysLeft} 天到期`;
    for (const { name, email } of await listAdministrators(t)) {
      const data = { applicant: name, subject: signer.subject, until, left };
      await sendLater({ recipient: email, template: 'signing_expiry', data }, t);
    }
    const detail = `${left}（${until}）`;
    await writeAudit({ actor: null, action: ACTION, targetKind: 'settings', targetId: due, target, detail }, t);
  });
}
