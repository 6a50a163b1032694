import type { Transaction } from 'sequelize';
import { faultsOfCombination } from '../../../contract/certificate-types/rule-sets.ts';
import type { ChangeRow } from '../../../contract/two-person/endpoints.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { requestChange, type Leave } from '../../two-person/request-change.ts';
import { refuseStale } from '../../registry/facts/version.ts';
import type { CertificateType, CertificateWording } from '../model.ts';
import { typeInLines } from './describe-type.ts';
import { isDraft } from './drafts.ts';
import { currentWording } from './find-type.ts';
import { findTypeForStaff, type OneType } from './list-types-for-staff.ts';
import { tryWordingEverywhere } from './wordings/try-wording.ts';
import { wordingInWords } from './wordings/wording-in-words.ts';
import { typeEvidence } from './soundness/type-seal.ts';
import { inWords, lockType } from './update-type.ts';

/**
 * Offers a type to members: a new one, or one that was retired. Its wording is printed in every situation before. A new
 * one is only asked for: another administrator, who sees the rules and the wording, confirms it (`waiting`).
 * Throws `not_found`, `changed_meanwhile`, `wrong_state` with what has to be mended.
 */
export async function offerType(what: {
  actor: StaffActor;
  id: number;
  version: number;
}): Promise<OneType & { waiting: ChangeRow | null }> {
  const { actor, id, version } = what;
  const tried = await tryCurrent(id);
  const waiting = await transaction(async (t) => {
    const { type, wording } = await asSeen({ id, version, wordingVersion: tried.version }, t);
    if (!(await isDraft(type, t))) {
      await write({ actor, type }, t);
      return null;
    }
    const payload = { typeId: id, version, wordingVersion: wording.version };
    const after = `${typeInLines(inWords(type))}\n正文：\n${wordingInWords(wording)}`;
    return requestChange({ actor, kind: 'type_offered', payload, target: type.label, before: '尚未启用', after }, t);
  });
  return { ...(await findTypeForStaff({ id })), waiting };
}

/** Offers the type that two persons have agreed on, as both saw it. Throws as `offerType` does, and as its leave. */
export async function offerAgreedType(agreed: {
  actor: StaffActor;
  typeId: number;
  version: number;
  wordingVersion: number;
  leave: Leave;
}): Promise<void> {
  const { actor, typeId: id, version, wordingVersion, leave } = agreed;
  await tryCurrent(id);
  await transaction(async (t) => {
    await leave(t);
    await write({ actor, type: (await asSeen({ id, version, wordingVersion }, t)).type }, t);
  });
}

/** Prints the wording in force in every situation; what was printed is what is offered. */
async function tryCurrent(id: number): Promise<CertificateWording> {
  const { type } = await findTypeForStaff({ id });
  const [clash] = Object.values(faultsOfCombination(type));
  if (clash) throw new AppError('wrong_state', { message: `不能启用：${clash}` });
  const wording = await currentWording(id);
  try {
    await tryWordingEverywhere(type, wording);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid_fields') throw error;
    throw new AppError('wrong_state', { message: `正文尚不能使用。${Object.values(error.fields ?? {}).join('；')}` });
  }
  return wording;
}

async function asSeen(seen: { id: number; version: number; wordingVersion: number }, t: Transaction) {
  const type = await lockType(seen.id, t);
  refuseStale(type, seen.version);
  const wording = await currentWording(seen.id, t);
  if (wording.version !== seen.wordingVersion) throw new AppError('changed_meanwhile');
  return { type, wording };
}

async function write({ actor, type }: { actor: StaffActor; type: CertificateType }, t: Transaction): Promise<void> {
  if (!type.isRetired) return;
  await type.update({ isRetired: false, version: type.version + 1 }, { transaction: t });
  await writeAudit(
    {
      actor,
      action: 'type.offered',
      targetKind: 'certificate-type',
      targetId: type.id,
      target: type.label,
      evidence: typeEvidence({ type }),
    },
    t,
  );
}
