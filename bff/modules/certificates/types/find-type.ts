import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import { judgeMembers } from '../../eligibility/judge-members.ts';
import { CertificateType, CertificateWording } from '../model.ts';
import { readUnfit } from './soundness/unfit-types.ts';

const isFor = (type: CertificateType, actor: MemberActor) =>
  !type.isRetired && (type.audience === 'both' || type.audience === actor.kind);

/** A type of a member's audience, and why this member may not ask for it: a sentence each, empty where he or she may. One that the rules refuse nobody may. */
export interface OfferedType {
  type: CertificateType;
  unmet: string[];
}

/** The types of a member's audience, in the office's order. */
export async function listTypes(actor: MemberActor): Promise<OfferedType[]> {
  const all = await CertificateType.findAll({ order: ['position', 'id'] });
  const types = all.filter((type) => isFor(type, actor));
  const unmet = await unmetOf(types, actor);
  return types.map((type, index) => ({ type, unmet: unmet[index] ?? [] }));
}

/**
 * Throws `invalid_fields`, with the sentences why not, where the type's conditions keep this member from asking for it, or it has to be mended. In a
 * transaction, call it once the member is locked: what is recorded meanwhile is then either seen or waits.
 */
export async function expectEligible(actor: MemberActor, type: CertificateType, t?: Transaction): Promise<void> {
  const [unmet = []] = await unmetOf([type], actor, t);
  if (unmet.length === 0) return;
  throw new AppError('invalid_fields', { fields: { type: `暂不可申请本证明：${unmet.join('；')}` } });
}

const UNFIT = '该证明的内容正由协会修改，修改完成后即可申请';

async function unmetOf(types: CertificateType[], actor: MemberActor, t?: Transaction): Promise<string[][]> {
  const member = memberIdOf(actor);
  const eligibilities = types.map(({ eligibility }) => eligibility);
  const judges = await judgeMembers({ eligibilities, members: [member], on: clock.today() }, t);
  const unfit = await readUnfit(types, t);
  return types.map(({ id }, place) => [...(unfit.has(id) ? [UNFIT] : []), ...(judges[place]?.(member) ?? [])]);
}

/** One type of this member's audience; `invalid_fields` when there is none of that code. */
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
