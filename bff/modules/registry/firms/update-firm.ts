import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { FIRM_KINDS, FIRM_STATUSES } from '../../../contract/registry/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import type { MemberChange } from '../../../events.ts';
import { within } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { alignMemberAccount } from '../../accounts/member-account.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { memberAccountOf, nameAndNumber, type FirmData } from './create-firm.ts';
import { cancellationDay } from '../records/end-membership.ts';
import { findFirm, type FirmRecord } from './find-firm.ts';
import { keepContacts } from '../contacts/keep-contacts.ts';
import { noteMemberChange } from '../contacts/member-changes.ts';
import { lockForWriting } from '../facts/lock-subjects.ts';
import { Firm, FirmFormerName } from '../model.ts';
import { refuseDuplicateFirm, sayDuplicate } from './refuse-duplicates.ts';
import { refuseFuture } from '../records/record-kind.ts';
import { describeChanges } from '../rules.ts';
import { indexNames, toNameKey } from '../facts/search-names.ts';
import { publishChanges } from '../facts/publish-changes.ts';
import { refuseStale } from '../facts/version.ts';
import { tellIdentity, tellMember } from '../contacts/tell-member.ts';

const LABELS = {
  name: '名称',
  kind: '机构类别',
  licenceNo: '执业许可证号',
  uscc: '统一社会信用代码',
  address: '办公地址',
  approvedOn: '批准日期',
  status: '状态',
  cancelledOn: '注销日期',
  personInCharge: '负责人',
  phone: '电话',
  email: '邮箱',
  pendingChange: '在办变更',
} as const;

/**
 * Changes a firm; a new name keeps the old one, borne until today. Throws `not_found`, `changed_meanwhile` when
 * `version` is not what is stored, `duplicate`.
 */
export async function updateFirm(
  {
    actor,
    id,
    input,
  }: {
    actor: StaffActor;
    id: number;
    input: FirmData;
  },
  outer?: Transaction,
): Promise<FirmRecord> {
  refuseFuture({ approvedOn: { label: '批准日期', on: input.approvedOn } });
  const work = within(outer, async (t) => {
    await lockForWriting({ firmIds: [id], lawyerIds: [] }, t);
    const firm = await Firm.findByPk(id, { transaction: t, rejectOnEmpty: new AppError('not_found') });
    refuseStale(firm, input.version);
    await refuseDuplicateFirm({ id, licenceNo: input.licenceNo, uscc: input.uscc }, t);
    const before = inWords(firm);
    const { status } = firm;
    if (firm.name !== input.name) {
      await FirmFormerName.create({ firmId: id, name: firm.name, untilOn: clock.today() }, { transaction: t });
    }
    const { phone, email } = input;
    const contacts = await keepContacts(
      { actor, member: firm, wanted: { phone, email }, target: nameAndNumber(firm) },
      t,
    );
    const isNewHead = firm.personInCharge !== input.personInCharge;
    const changed = (['name', 'licenceNo', 'uscc'] as const)
      .filter((field) => input[field] !== firm[field])
      .map((field) => LABELS[field]);
    await tellIdentity({ member: firm, changed }, t);
    if (isNewHead) {
      const detail = `登记的负责人由 ${firm.personInCharge || '空'} 改为 ${input.personInCharge || '空'}。`;
      await tellMember({ member: firm, notice: 'head_changed', detail, about: 'head' }, t);
      await noteMemberChange({ actor, member: { kind: 'firm', id }, field: 'head' }, t);
    }
    if (firm.address !== input.address) {
      await noteMemberChange({ actor, member: { kind: 'firm', id }, field: 'address' }, t);
    }
    await firm.update(
      {
        ...input,
        ...contacts,
        ...(isNewHead && { headChangedAt: clock.now() }),
        // It was confirmed for the name that goes.
        ...(firm.name !== input.name && { englishNameConfirmedOn: null }),
        cancelledOn: cancellationDay(input, firm, input.approvedOn),
        nameKey: toNameKey(input.name, 'firm'),
        version: firm.version + 1,
        updatedAt: clock.now(),
      },
      { transaction: t },
    );
    await indexNames('firm', [firm], t);
    await alignMemberAccount(memberAccountOf(firm), t);
    await writeAudit(
      {
        actor,
        action: 'firm.updated',
        targetKind: 'firm',
        targetId: id,
        target: nameAndNumber(firm),
        detail: describeChanges(before, inWords(firm), LABELS),
      },
      t,
    );
    const after = inWords(firm);
    const now = (fact: MemberChange['fact'], field: 'name' | 'licenceNo' | 'uscc' | 'address' | 'approvedOn') => ({
      fact,
      label: LABELS[field],
      before: before[field],
      after: after[field],
      effectiveOn: null,
    });
    await publishChanges(
      {
        subject: { kind: 'firm', id, name: firm.name, licenceNo: firm.licenceNo },
        by: actor.name,
        facts: [
          now('name', 'name'),
          now('number', 'licenceNo'),
          now('number', 'uscc'),
          now('said', 'address'),
          now('date', 'approvedOn'),
          {
            fact: 'status',
            label: LABELS.status,
            before: status,
            after: firm.status,
            effectiveOn: firm.cancelledOn,
            shown: { before: before.status, after: after.status },
          },
        ],
      },
      t,
    );
    return findFirm({ id }, t);
  });
  return sayDuplicate(work);
}

function inWords(firm: Firm) {
  const { name, licenceNo, uscc, address, approvedOn, personInCharge, phone, email, pendingChange } = firm;
  return {
    name,
    kind: FIRM_KINDS[firm.kind],
    licenceNo,
    uscc,
    address,
    approvedOn,
    status: FIRM_STATUSES[firm.status],
    cancelledOn: firm.cancelledOn ?? '',
    personInCharge,
    phone,
    email,
    pendingChange,
  };
}
