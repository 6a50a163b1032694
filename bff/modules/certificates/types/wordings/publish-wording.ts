import type { Transaction } from 'sequelize';
import type { ChangeRow } from '../../../../contract/two-person/endpoints.ts';
import { AppError } from '../../../../errors.ts';
import { clock } from '../../../../platform/clock/clock.ts';
import { transaction } from '../../../../platform/db/database.ts';
import type { StaffActor } from '../../../../actor.ts';
import { writeAudit } from '../../../audit/write-audit.ts';
import { requestChange, type Leave } from '../../../two-person/request-change.ts';
import { isDraft } from '../drafts.ts';
import { findTypeForStaff } from '../list-types-for-staff.ts';
import { CertificateWording, type CertificateType } from '../../model.ts';
import { tryWordingEverywhere } from './try-wording.ts';
import { wordingInWords } from './wording-in-words.ts';
import { typeEvidence } from '../soundness/type-seal.ts';
import { lockType } from '../update-type.ts';

/** A new wording, and the version of the one it was written from. */
export interface WordingData {
  body: string;
  rosterTitle: string;
  basedOn: number;
}

/** Either it is in force, or it waits for a second person. */
export type Publication = { wording: CertificateWording; waiting: null } | { wording: null; waiting: ChangeRow };

/**
 * Publishes a new version of a type's wording. What letters are made of takes two persons: it is asked for, and another
 * administrator confirms it; the wording of a type nobody has applied for yet is in force at once. Every situation is
 * printed before, so a wording that cannot be issued is never asked for. Throws `not_found`, `invalid_fields`, and
 * `changed_meanwhile` when another version came into force since `basedOn`, or the type itself changed.
 */
export async function publishWording(publication: {
  actor: StaffActor;
  id: number;
  wording: WordingData;
}): Promise<Publication> {
  const { actor, id, wording } = publication;
  const seen = await tried(id, wording);
  return transaction(async (t) => {
    const { type, versions, current } = await judged({ id, seen, wording }, t);
    if (await isDraft(type, t)) return { wording: await write({ actor, type, versions, wording }, t), waiting: null };
    const target = `${type.label}第${wording.basedOn + 1}版`;
    const [before, after] = [wordingInWords(current), wordingInWords(wording)];
    const payload = { typeId: id, wording };
    return {
      wording: null,
      waiting: await requestChange({ actor, kind: 'wording_published', payload, target, before, after }, t),
    };
  });
}

/**
 * Puts the wording in force that two persons have agreed on: what is decided from then on is made with it.
 * Throws as `publishWording` does, and as its leave.
 */
export async function publishAgreedWording(agreed: {
  actor: StaffActor;
  typeId: number;
  wording: WordingData;
  leave: Leave;
}): Promise<CertificateWording> {
  const { actor, typeId: id, wording, leave } = agreed;
  const seen = await tried(id, wording);
  return transaction(async (t) => {
    await leave(t);
    const { type, versions } = await judged({ id, seen, wording }, t);
    return write({ actor, type, versions, wording }, t);
  });
}

/** Prints it in every situation of the type as it is. */
async function tried(id: number, { body, rosterTitle }: WordingData): Promise<CertificateType> {
  const { type } = await findTypeForStaff({ id });
  await tryWordingEverywhere(type, { body, rosterTitle: rosterTitle || null });
  return type;
}

/** Loads the type and all versions of its wording, locked, and refuses a wording that is not the next one. */
async function judged(
  { id, seen, wording }: { id: number; seen: CertificateType; wording: WordingData },
  t: Transaction,
) {
  const type = await lockType(id, t);
  const versions = await CertificateWording.findAll({
    where: { typeId: id },
    order: [['version', 'DESC']],
    transaction: t,
  });
  const [current] = versions;
  if (type.version !== seen.version || current?.version !== wording.basedOn) {
    throw new AppError('changed_meanwhile', { message: '正文或类型设置已被他人修改，请对照最新版本后再发布' });
  }
  if (isTwin(current, wording)) {
    throw new AppError('invalid_fields', { fields: { body: '与现行正文相同，没有需要发布的改动' } });
  }
  return { type, versions, current };
}

const isTwin = (known: CertificateWording, { body, rosterTitle }: WordingData): boolean =>
  known.body === body && known.rosterTitle === (rosterTitle || null);

async function write(
  publication: {
    actor: StaffActor;
    type: CertificateType;
    versions: readonly CertificateWording[];
    wording: WordingData;
  },
  t: Transaction,
): Promise<CertificateWording> {
  const { actor, type, versions, wording } = publication;
  const { body, basedOn } = wording;
  const twin = versions.find((known) => isTwin(known, wording));
  const version = basedOn + 1;
  const published = await CertificateWording.create(
    {
      typeId: type.id,
      version,
      body,
      rosterTitle: wording.rosterTitle || null,
      createdBy: actor.name,
      createdAt: clock.now(),
    },
    { transaction: t },
  );
  await writeAudit(
    {
      actor,
      action: 'wording.published',
      targetKind: 'certificate-type',
      targetId: type.id,
      target: type.label,
      detail: twin ? `第${version}版，与第${twin.version}版内容相同` : `第${version}版`,
      evidence: typeEvidence({ wording: published }),
    },
    t,
  );
  return published;
}
