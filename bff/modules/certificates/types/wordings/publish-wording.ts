import type { Transaction } from 'sequelize';
import { AppError } from '../../../../errors.ts';
import { clock } from '../../../../platform/clock/clock.ts';
import { transaction } from '../../../../platform/db/database.ts';
import type { StaffActor } from '../../../../actor.ts';
import { writeAudit } from '../../../audit/write-audit.ts';
import { findTypeForStaff } from '../list-types-for-staff.ts';
import { CertificateWording } from '../../model.ts';
import { tryWordingEverywhere } from './try-wording.ts';
import { typeEvidence } from '../type-seal.ts';
import { lockType } from '../update-type.ts';

/**
 * Puts a new version of a type's wording in force: what is decided from then on is made with it. Every situation is
 * printed before, so a wording that cannot be issued is never published. Throws `not_found`, `invalid_fields`, and
 * `changed_meanwhile` when another version came into force since `basedOn`, or the type itself changed.
 */
export async function publishWording(publication: {
  actor: StaffActor;
  id: number;
  wording: { body: string; rosterTitle: string; basedOn: number };
}): Promise<CertificateWording> {
  const { actor, id } = publication;
  const { body, basedOn } = publication.wording;
  const rosterTitle = publication.wording.rosterTitle || null;
  const { type: seen } = await findTypeForStaff({ id });
  await tryWordingEverywhere(seen, { body, rosterTitle });
  return transaction(async (t) => {
    const type = await lockType(id, t);
    const versions = await allVersions(id, t);
    const [current] = versions;
    if (type.version !== seen.version || current?.version !== basedOn) {
      throw new AppError('changed_meanwhile', { message: '正文或类型设置已被他人修改，请对照最新版本后再发布' });
    }
    const twin = versions.find((known) => known.body === body && known.rosterTitle === rosterTitle);
    if (twin === current) {
      throw new AppError('invalid_fields', { fields: { body: '与现行正文相同，没有需要发布的改动' } });
    }
    const version = basedOn + 1;
    const wording = await CertificateWording.create(
      { typeId: id, version, body, rosterTitle, createdBy: actor.name, createdAt: clock.now() },
      { transaction: t },
    );
    await writeAudit(
      {
        actor,
        action: 'wording.published',
        targetKind: 'certificate-type',
        targetId: id,
        target: type.label,
        detail: twin ? `第${version}版，与第${twin.version}版内容相同` : `第${version}版`,
        evidence: typeEvidence({ wording }),
      },
      t,
    );
    return wording;
  });
}

const allVersions = (typeId: number, t: Transaction) =>
  CertificateWording.findAll({ where: { typeId }, order: [['version', 'DESC']], transaction: t });
