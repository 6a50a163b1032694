import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import type { MemberActor } from '../../../actor.ts';
import { CertificateType, CertificateWording } from '../model.ts';

const isFor = (type: CertificateType, actor: MemberActor) =>
  !type.isRetired && (type.audience === 'both' || type.audience === actor.kind);

/** The types a member may ask for, in the office's order. */
export async function listTypes(actor: MemberActor): Promise<CertificateType[]> {
  const types = await CertificateType.findAll({ order: ['position', 'id'] });
  return types.filter((type) => isFor(type, actor));
}

/** One type that this member may ask for; `invalid_fields` when there is none of that code. */
export async function findTypeFor(actor: MemberActor, code: string, t?: Transaction): Promise<CertificateType> {
  const type = await CertificateType.findOne({ where: { code }, ...(t && { transaction: t }) });
  if (!type || !isFor(type, actor))
    throw new AppError('invalid_fields', { fields: { type: '请选择可申请的证明类型' } });
  return type;
}

/** The wording in force. */
export async function currentWording(typeId: number, t?: Transaction): Promise<CertificateWording> {
  const wording = await CertificateWording.findOne({
    where: { typeId },
    order: [['version', 'DESC']],
    ...(t && { transaction: t }),
  });
  if (!wording) throw new Error(`certificate type ${typeId} has no wording`);
  return wording;
}
