import type { Transaction } from 'sequelize';
import { checkWording } from '../../../contract/certificate-types/check-wording.ts';
import {
  APPLICATION_FIELDS,
  CERTIFICATE_GROUPS,
  LAWYER_SCOPES,
  TYPE_AUDIENCES,
} from '../../../contract/certificate-types/enums.ts';
import { describe } from '../../../contract/eligibility/describe.ts';
import { REVIEW_MODES } from '../../../contract/review/enums.ts';
import { RULE_SET_USES } from '../../../contract/certificate-types/rule-sets.ts';
import type { ChangeRow } from '../../../contract/two-person/endpoints.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { requestChange, type Leave } from '../../two-person/request-change.ts';
import { refuseStale } from '../../registry/facts/version.ts';
import { refuseSameName, type TypeData } from './create-type.ts';
import { describeTypeChanges, type TypeInWords } from './describe-type.ts';
import { isDraft } from './drafts.ts';
import { currentWording } from './find-type.ts';
import { findTypeForStaff, type OneType } from './list-types-for-staff.ts';
import { Application, CertificateType } from '../model.ts';
import { loosensReview, type Judged } from './loosens-review.ts';
import { typeEvidence } from './soundness/type-seal.ts';

/**
 * Changes a type. What members see now must stay whole: a type in use keeps a wording without empty places, and whom
 * it speaks of does not change under applications that wait. A save by which less is looked at than before is not made but
 * asked for, whole: another administrator confirms it (`waiting`), unless the type is still a draft. Throws `not_found`, `changed_meanwhile`, `invalid_fields`.
 */
export async function updateType(change: {
  actor: StaffActor;
  id: number;
  input: TypeData;
}): Promise<OneType & { waiting: ChangeRow | null }> {
  const { actor, id, input } = change;
  const waiting = await transaction(async (t) => {
    const type = await judged({ id, input }, t);
    if (!loosensReview(type, input) || (await isDraft(type, t))) {
      await write({ actor, type, input }, t);
      return null;
    }
    const [before, after] = [rulesInWords(type), rulesInWords(input)];
    const payload = { typeId: id, input };
    return requestChange({ actor, kind: 'type_loosened', payload, target: type.label, before, after }, t);
  });
  return { ...(await findTypeForStaff({ id })), waiting };
}

/** Makes the change that two persons have agreed on. Throws as `updateType` does, and as its leave. */
export async function loosenType(agreed: {
  actor: StaffActor;
  typeId: number;
  input: TypeData;
  leave: Leave;
}): Promise<void> {
  const { actor, typeId: id, input, leave } = agreed;
  await transaction(async (t) => {
    await leave(t);
    await write({ actor, type: await judged({ id, input }, t), input }, t);
  });
}

/** Loads a type for the change, and refuses what would leave it broken. */
async function judged({ id, input }: { id: number; input: TypeData }, t: Transaction): Promise<CertificateType> {
  const type = await lockType(id, t);
  refuseStale(type, input.version);
  await refuseSameName({ label: input.label, id }, t);
  await refuseOtherSubjects(type, input, t);
  if (!type.isRetired) await refuseEmptyPlaces(type.id, input, t);
  return type;
}

async function write(
  { actor, type, input }: { actor: StaffActor; type: CertificateType; input: TypeData },
  t: Transaction,
): Promise<void> {
  const { version: _seen, group, ...columns } = input;
  const before = inWords(type);
  await type.update({ ...columns, groupKey: group, version: type.version + 1 }, { transaction: t });
  await writeAudit(
    {
      actor,
      action: 'type.updated',
      targetKind: 'certificate-type',
      targetId: type.id,
      target: type.label,
      detail: describeTypeChanges(before, inWords(type)),
      evidence: typeEvidence({ type }),
    },
    t,
  );
}

const rulesInWords = ({ ruleSet, reviewMode }: Judged): string =>
  `${REVIEW_MODES[reviewMode]}，核查规则“${RULE_SET_USES[ruleSet].label}”`;

/** Loads a type that nobody else changes, or publishes a wording of, until the commit. Throws `not_found`. */
export function lockType(id: number, t: Transaction): Promise<CertificateType> {
  return CertificateType.findByPk(id, {
    transaction: t,
    lock: t.LOCK.UPDATE,
    rejectOnEmpty: new AppError('not_found'),
  });
}

async function refuseOtherSubjects(type: CertificateType, input: TypeData, t: Transaction): Promise<void> {
  if (type.audience === input.audience && type.lawyerScope === input.lawyerScope) return;
  const waiting = await Application.count({
    where: { typeId: type.id, state: ['pending', 'returned'] },
    transaction: t,
  });
  if (waiting === 0) return;
  const field = type.audience === input.audience ? 'lawyerScope' : 'audience';
  throw new AppError('invalid_fields', {
    fields: { [field]: `尚有${waiting}份申请待审批或待补正，审结后才能更改所涉对象` },
  });
}

async function refuseEmptyPlaces(typeId: number, input: TypeData, t: Transaction): Promise<void> {
  const { body } = await currentWording(typeId, t);
  const [fault] = checkWording(body, input);
  if (!fault) return;
  const told = `现行正文第${fault.line}行：${fault.message}；请先修改正文，或先停用本证明`;
  throw new AppError('invalid_fields', { fields: { asks: told } });
}

/** A type's values as people read them. */
export function inWords(type: CertificateType): TypeInWords {
  return {
    label: type.label,
    group: CERTIFICATE_GROUPS[type.groupKey],
    audience: TYPE_AUDIENCES[type.audience],
    reviewMode: REVIEW_MODES[type.reviewMode],
    ruleSet: RULE_SET_USES[type.ruleSet].label,
    lawyerScope: LAWYER_SCOPES[type.lawyerScope],
    asks: type.asks.map((field) => APPLICATION_FIELDS[field]).join('、'),
    eligibility: type.eligibility === null ? '不限' : describe(type.eligibility),
    notice: type.notice,
    position: String(type.position),
    validityMonths: type.validityMonths === null ? '长期' : `${type.validityMonths}个月`,
  };
}
