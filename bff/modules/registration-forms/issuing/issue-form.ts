import { UniqueConstraintError } from 'sequelize';
import { monthFolder, toShanghaiDate } from '../../../contract/dates.ts';
import { FORM_COPIES, type FormCopy } from '../../../contract/registration-forms/enums.ts';
import { env } from '../../../env.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { randomToken } from '../../../platform/crypto/tokens.ts';
import { newVerificationCode } from '../../../platform/crypto/verification-code.ts';
import { transaction } from '../../../platform/db/database.ts';
import { signer } from '../../../platform/signer/signer.ts';
import { newFileKey, putEncrypted } from '../../../platform/storage/encrypted-files.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { printRegistrationForm } from '../../../templates/registration-form/print-registration-form.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { currentPortrait } from '../../photos/current-portrait.ts';
import type { ApprovedSnapshot } from '../../profiles/review/read-approved.ts';
import type { ApprovedProfile } from '../compose/approved-profile.ts';
import { composeForm } from '../compose/compose-form.ts';
import { RegistrationForm } from '../model.ts';
import { toFormEvidence } from './form-evidence.ts';
import { contextOf } from './form-files.ts';
import { formRecordOf, parseFormRecord } from './form-record.ts';
import { gather } from './gather.ts';

/**
 * The form of what was approved: the one that was issued, or a new one, printed, signed, stored encrypted and witnessed.
 * Of two that ask at once one issues it. Throws `wrong_state` for what was not approved, SigningUnavailable while nothing
 * can be signed.
 */
export async function issueForm(snapshotId: number, copy: FormCopy): Promise<RegistrationForm> {
  const issued = await RegistrationForm.findOne({ where: { snapshotId, copy } });
  if (issued) return issued;
  const { snapshot, profile } = await gather(snapshotId, copy);
  const { lawyerId } = snapshot;
  const issuedAt = clock.now();
  const record = recordOf({ profile, snapshot, issuedAt });
  const said = parseFormRecord(record);
  const form = composeForm(profile, {
    number: said.number,
    photo: (await currentPortrait(lawyerId))?.toString('base64') ?? null,
    verification: { url: `${env.PUBLIC_URL}/c/${said.token}`, code: said.code },
    unsealed: signer.unsealed('certificates'),
    testNotice: said.isTest ? '测试环境开具，不具证明效力' : null,
  });
  const printed = await printRegistrationForm(form, { creationTime: issuedAt });
  const bytes = await signer.sign(printed, { reason: '出具律师基本信息登记表', signedAt: issuedAt, record });
  const { number, token, code } = said;
  const file = sha256(bytes);
  const storageKey = `registration-forms/${monthFolder(issuedAt)}/${number}-${file.slice(0, 16)}`;
  const keySealed = newFileKey(contextOf(lawyerId));
  await putEncrypted({ at: storageKey, keySealed, context: contextOf(lawyerId) }, bytes);
  const row = {
    lawyerId,
    snapshotId,
    copy,
    number,
    token,
    code,
    record,
    sha256: file,
    storageKey,
    keySealed,
    issuedAt,
  };
  return store(row);
}

async function store(row: Omit<RegistrationForm['_creationAttributes'], 'id'>): Promise<RegistrationForm> {
  try {
    return await transaction(async (t) => {
      const form = await RegistrationForm.create(row, { transaction: t });
      const { snapshotId, issuedAt, number, copy } = form;
      const hashes = { file: form.sha256, record: sha256(form.record), signedBy: signer.fingerprint };
      const evidence = toFormEvidence({ ...hashes, snapshotId, issuedAt });
      const target = { targetKind: 'registration-form', targetId: form.id, target: number } as const;
      await writeAudit({ actor: null, action: 'form.issued', ...target, detail: FORM_COPIES[copy], evidence }, t);
      return form;
    });
  } catch (error) {
    // Asked for twice: the other one has issued it.
    if (!(error instanceof UniqueConstraintError)) throw error;
    await storage.delete(row.storageKey);
    const { snapshotId, copy } = row;
    return RegistrationForm.findOne({ where: { snapshotId, copy }, rejectOnEmpty: true });
  }
}

function recordOf(of: { profile: ApprovedProfile; snapshot: ApprovedSnapshot; issuedAt: number }): string {
  const { profile, snapshot, issuedAt } = of;
  const { given, association, approvedOn, copy } = profile;
  return formRecordOf({
    number: `${formNumber(snapshot.id, approvedOn)}${SUFFIX[copy]}`,
    token: randomToken(128),
    code: newVerificationCode(),
    association,
    name: String(given['name']),
    licenceNo: String(given['licenceNo']),
    firm: String(given['firm'] ?? ''),
    approvedOn,
    copy,
    snapshot: snapshot.hash,
    issuedOn: toShanghaiDate(issuedAt),
    signer: signer.subject,
    isTest: signer.isSandbox,
  });
}

/** The lawyer's own copies end in B and what they hold. */
const SUFFIX = { usual: '', family: 'B1', identity: 'B2', both: 'B3' } as const satisfies Record<FormCopy, string>;

/** The day of the approval and a number that the database never gives twice, four digits at least. */
const formNumber = (snapshotId: number, on: string) =>
  `DJ${on.replaceAll('-', '').slice(2)}${String(snapshotId).padStart(4, '0')}`;
