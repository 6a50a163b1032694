import { randomBytes } from 'node:crypto';
import type { Transaction } from 'sequelize';
import type { z } from 'zod';
import type { typeInput } from '../../../contract/certificate-types/schemas.ts';
import type { TypeAudience } from '../../../contract/certificate-types/enums.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { findTypeForStaff, type OneType } from './list-types-for-staff.ts';
import { CertificateType, CertificateWording } from '../model.ts';
import { typeEvidence } from './soundness/type-seal.ts';

export type TypeData = z.output<typeof typeInput>;

/**
 * Adds a type. Members do not see it until it is offered (offer-type.ts): its first wording is only a beginning.
 * Throws `invalid_fields` when another type in use has its name.
 */
export async function createType({ actor, input }: { actor: StaffActor; input: TypeData }): Promise<OneType> {
  const { version: _none, group, ...columns } = input;
  const id = await transaction(async (t) => {
    await refuseSameName({ label: input.label, id: null }, t);
    const type = await CertificateType.create(
      { ...columns, groupKey: group, code: `own-${randomBytes(5).toString('hex')}`, isRetired: true },
      { transaction: t },
    );
    const wording = await CertificateWording.create(
      {
        typeId: type.id,
        version: 1,
        body: FIRST_WORDINGS[input.audience],
        rosterTitle: null,
        createdBy: actor.name,
        createdAt: clock.now(),
      },
      { transaction: t },
    );
    const evidence = typeEvidence({ type, wording });
    await writeAudit(
      {
        actor,
        action: 'type.created',
        targetKind: 'certificate-type',
        targetId: type.id,
        target: type.label,
        evidence,
      },
      t,
    );
    return type.id;
  });
  return findTypeForStaff({ id });
}

/** Something to begin with, for whom the letter is. */
const FIRST_WORDINGS: Record<TypeAudience, string> = {
  firm: '{{firm}}是本会团体会员，执业许可证号：{{licenceNo}}，统一社会信用代码：{{uscc}}。',
  lawyer: '{{lawyerName}}（执业证号：{{lawyerLicenceNo}}）是本会个人会员，现为{{firm}}{{lawyerCategory}}。',
  both: '{{#if uscc}}{{firm}}是本会团体会员。{{else}}{{lawyerName}}是本会个人会员。{{/if}}',
};

/** Two types of one name in use would be one choice to a member. Throws `invalid_fields`. */
export async function refuseSameName(type: { label: string; id: number | null }, t: Transaction): Promise<void> {
  const others = await CertificateType.findAll({ where: { label: type.label }, transaction: t });
  if (others.some(({ id }) => id !== type.id)) {
    throw new AppError('invalid_fields', { fields: { label: '已有同名的证明类型，请换一个名称' } });
  }
}
