import type { Transaction } from 'sequelize';
import type { z } from 'zod';
import type { firmInput } from '../../../contract/registry/schemas.ts';
import { noteEnteredContacts } from '../contacts/former-contacts.ts';
import { noteMemberChange } from '../contacts/member-changes.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { within } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { openMemberAccounts } from '../../accounts/member-account.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { cancellationDay } from '../records/end-membership.ts';
import { refuseFuture } from '../records/record-kind.ts';
import { findFirm, type FirmRecord } from './find-firm.ts';
import { Firm } from '../model.ts';
import { refuseDuplicateFirm, sayDuplicate } from './refuse-duplicates.ts';
import { indexNames, toNameKey } from '../facts/search-names.ts';

export type FirmData = z.output<typeof firmInput>;

/** Registers a firm and opens its account. Throws `duplicate` or `invalid_fields` with the fields. */
export async function createFirm(
  { actor, input }: { actor: StaffActor; input: FirmData },
  outer?: Transaction,
): Promise<FirmRecord> {
  refuseFuture({ approvedOn: { label: '批准日期', on: input.approvedOn } });
  const work = within(outer, async (t) => {
    await refuseDuplicateFirm({ id: null, ...input }, t);
    const now = clock.now();
    const { version: _unused, ...columns } = input;
    const firm = await Firm.create(
      {
        ...columns,
        cancelledOn: cancellationDay(input, null, input.approvedOn),
        nameKey: toNameKey(input.name, 'firm'),
        version: 1,
        createdAt: now,
        updatedAt: now,
      },
      { transaction: t },
    );
    await indexNames('firm', [firm], t);
    await openMemberAccounts([memberAccountOf(firm)], t);
    const member = { kind: 'firm', id: firm.id } as const;
    await noteEnteredContacts({ member, contacts: firm, enteredBy: actor.accountId }, t);
    await noteMemberChange({ actor, member, field: 'entered' }, t);
    await writeAudit(
      { actor, action: 'firm.created', targetKind: 'firm', targetId: firm.id, target: nameAndNumber(firm) },
      t,
    );
    return findFirm({ id: firm.id }, t);
  });
  return sayDuplicate(work);
}

/** The account that belongs to a firm. */
export function memberAccountOf(firm: Firm) {
  const { id, name, licenceNo, uscc, status } = firm;
  return { firmId: id, lawyerId: null, name, licenceNo, uscc, isClosed: status === 'cancelled' };
}

/** A firm as the audit log names it. */
export const nameAndNumber = ({ name, licenceNo }: { name: string; licenceNo: string }) =>
  `${name}（执业许可证号：${licenceNo}）`;
