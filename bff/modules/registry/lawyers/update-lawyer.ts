import type { Transaction } from 'sequelize';
import { IDENTITY_KINDS, LAWYER_CATEGORIES, LAWYER_STATUSES, SEXES } from '../../../contract/registry/enums.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import type { MemberChange } from '../../../events.ts';
import { within } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { alignMemberAccount } from '../../accounts/member-account.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { memberAccountOf, nameAndNumber, refuseFutureOf, type LawyerData } from './create-lawyer.ts';
import { cancellationDay } from '../records/end-membership.ts';
import { findLawyer, type LawyerRecord } from './find-lawyer.ts';
import { encryptEnteredIdentity } from '../facts/identity.ts';
import { keepContacts } from '../contacts/keep-contacts.ts';
import { noteMemberChange } from '../contacts/member-changes.ts';
import { lockForWriting } from '../facts/lock-subjects.ts';
import { Firm, Lawyer } from '../model.ts';
import { recordPractice } from '../records/record-practice.ts';
import { refuseDuplicateLawyer, sayDuplicate } from '../firms/refuse-duplicates.ts';
import { describeChanges } from '../rules.ts';
import { indexNames, toNameKey } from '../facts/search-names.ts';
import { publishChanges } from '../facts/publish-changes.ts';
import { refuseStale } from '../facts/version.ts';
import { tellIdentity } from '../contacts/tell-member.ts';

const LABELS = {
  name: '姓名',
  latinName: '外文姓名',
  sex: '性别',
  licenceNo: '执业证号',
  identityKind: '证件类型',
  identity: '证件号码',
  identityMatchedOn: '身份核验日期',
  category: '执业类别',
  status: '状态',
  cancelledOn: '注销日期',
  firm: '执业机构',
  joinedOn: '入会日期',
  firstPractisedOn: '首次执业日期',
  phone: '电话',
  email: '邮箱',
  pendingChange: '在办变更',
} as const;

/**
 * Changes a lawyer. A new firm, or leaving and resuming practice, closes the old period and opens one on `firmSinceOn`
 * (absent: today). Throws `not_found`, `changed_meanwhile`, `duplicate`, `invalid_fields`.
 */
export async function updateLawyer(
  {
    actor,
    id,
    input,
  }: {
    actor: StaffActor;
    id: number;
    input: LawyerData;
  },
  outer?: Transaction,
): Promise<LawyerRecord> {
  const { identityNumber, firmSinceOn, version, ...columns } = input;
  refuseFutureOf(input);
  const work = within(outer, async (t) => {
    const lawyer = await loadLocked(id, input.firmId, t);
    refuseStale(lawyer, version);
    if (!identityNumber && input.identityKind !== lawyer.identityKind) {
      throw new AppError('invalid_fields', { fields: { identityNumber: '更改证件类型时须重新填写证件号码' } });
    }
    const identity = identityNumber ? encryptEnteredIdentity(identityNumber) : pickIdentity(lawyer);
    await refuseDuplicateLawyer({ id, licenceNo: input.licenceNo, ...identity }, t);
    const before = await inWords(lawyer, t);
    const { status } = lawyer;
    const isNewNumber = identity.identityIndex !== lawyer.identityIndex;
    const cancelledOn = cancellationDay(input, lawyer, input.joinedOn);
    const isInOtherFirm = input.firmId !== lawyer.firmId;
    const isPlacedAnew = input.name !== lawyer.name || input.status !== lawyer.status || isInOtherFirm;
    const isSomeoneElse = input.name !== lawyer.name || input.identityKind !== lawyer.identityKind || isNewNumber;
    const isNewName = input.latinName !== lawyer.latinName;
    const { phone, email } = input;
    const contacts = await keepContacts(
      { actor, member: lawyer, wanted: { phone, email }, target: nameAndNumber(lawyer) },
      t,
    );
    const changed = [
      input.name !== lawyer.name && LABELS.name,
      input.licenceNo !== lawyer.licenceNo && LABELS.licenceNo,
      isNewNumber && LABELS.identity,
    ].filter((label) => label !== false);
    await tellIdentity({ member: lawyer, changed }, t);
    if (isNewNumber) await noteMemberChange({ actor, member: { kind: 'lawyer', id }, field: 'identity' }, t);
    if (isPlacedAnew) await noteMemberChange({ actor, member: { kind: 'lawyer', id }, field: 'placed' }, t);
    if (input.category !== lawyer.category && (firmSinceOn ?? '') > clock.today()) {
      throw new AppError('invalid_fields', { fields: { firmSinceOn: '变动日期不能晚于今天：保存后即时生效' } });
    }
    await recordPractice(lawyer, input, firmSinceOn ?? cancelledOn ?? clock.today(), t);
    await lawyer.update(
      {
        ...columns,
        ...contacts,
        ...(isPlacedAnew && { placedAt: clock.now() }),
        // The same number encrypted again would only look like a change.
        ...(isNewNumber && identity),
        cancelledOn,
        // What was compared was the name and the number as they stood; who compares the new ones enters the day.
        ...(isSomeoneElse && input.identityMatchedOn === lawyer.identityMatchedOn && { identityMatchedOn: null }),
        // What staff confirmed was the name as it stood.
        ...(isNewName && { latinNameConfirmedOn: null }),
        nameKey: toNameKey(input.name, 'lawyer'),
        version: lawyer.version + 1,
        updatedAt: clock.now(),
      },
      { transaction: t },
    );
    await indexNames('lawyer', [lawyer], t);
    await alignMemberAccount(memberAccountOf(lawyer), t);
    await writeAudit(
      {
        actor,
        action: 'lawyer.updated',
        targetKind: 'lawyer',
        targetId: id,
        target: nameAndNumber(lawyer),
        detail: describeChanges(
          before,
          { ...(await inWords(lawyer, t)), identity: isNewNumber ? '新号码' : before.identity },
          LABELS,
        ),
      },
      t,
    );
    const after = await inWords(lawyer, t);
    const now = (
      fact: MemberChange['fact'],
      field: 'name' | 'latinName' | 'licenceNo' | 'firstPractisedOn' | 'cancelledOn' | 'sex' | 'category',
    ) => ({ fact, label: LABELS[field], before: before[field], after: after[field], effectiveOn: null });
    await publishChanges(
      {
        subject: { kind: 'lawyer', id, name: lawyer.name, licenceNo: lawyer.licenceNo },
        by: actor.name,
        facts: [
          now('name', 'name'),
          now('name', 'latinName'),
          now('number', 'licenceNo'),
          now('date', 'firstPractisedOn'),
          now('date', 'cancelledOn'),
          now('sex', 'sex'),
          // With a new firm it is of that day; alone, nobody may have said since when.
          { ...now('category', 'category'), effectiveOn: firmSinceOn ?? (isInOtherFirm ? clock.today() : null) },
          {
            fact: 'status',
            label: LABELS.status,
            before: status,
            after: lawyer.status,
            effectiveOn: lawyer.cancelledOn ?? firmSinceOn ?? null,
            shown: { before: before.status, after: after.status },
          },
          {
            fact: 'firm',
            label: LABELS.firm,
            before: before.firm,
            after: after.firm,
            effectiveOn: firmSinceOn ?? null,
          },
        ],
      },
      t,
    );
    return findLawyer({ id }, t);
  });
  return sayDuplicate(work);
}

/** Both firms are locked before the lawyer; whoever moved the lawyer meanwhile also raised the version. */
async function loadLocked(id: number, newFirmId: number | null, t: Transaction): Promise<Lawyer> {
  const seen = await Lawyer.findByPk(id, { transaction: t, rejectOnEmpty: new AppError('not_found') });
  const firmIds = [seen.firmId, newFirmId].filter((firmId) => firmId !== null);
  await lockForWriting({ firmIds, lawyerIds: [id] }, t);
  const lawyer = await seen.reload({ transaction: t });
  if (lawyer.firmId !== null && !firmIds.includes(lawyer.firmId)) throw new AppError('changed_meanwhile');
  return lawyer;
}

const pickIdentity = ({ identitySealed, identityIndex }: Lawyer) => ({ identitySealed, identityIndex });

async function inWords(lawyer: Lawyer, t: Transaction) {
  const firm = lawyer.firmId === null ? null : await Firm.findByPk(lawyer.firmId, { transaction: t });
  const { name, latinName, licenceNo, joinedOn, firstPractisedOn, phone, email, pendingChange } = lawyer;
  return {
    name,
    latinName,
    sex: SEXES[lawyer.sex],
    licenceNo,
    identityKind: IDENTITY_KINDS[lawyer.identityKind],
    identity: '原号码',
    identityMatchedOn: lawyer.identityMatchedOn ?? '',
    category: LAWYER_CATEGORIES[lawyer.category],
    status: LAWYER_STATUSES[lawyer.status],
    cancelledOn: lawyer.cancelledOn ?? '',
    firm: firm?.name ?? '',
    joinedOn,
    firstPractisedOn,
    phone,
    email,
    pendingChange,
  };
}
