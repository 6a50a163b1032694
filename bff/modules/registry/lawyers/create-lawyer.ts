import type { Transaction } from 'sequelize';
import type { z } from 'zod';
import type { lawyerInput } from '../../../contract/registry/schemas.ts';
import { AppError } from '../../../errors.ts';
import { publish } from '../../../events.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { within } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { openMemberAccounts } from '../../accounts/member-account.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { noteEnteredContacts } from '../contacts/former-contacts.ts';
import { noteMemberChange } from '../contacts/member-changes.ts';
import { cancellationDay } from '../records/end-membership.ts';
import { findLawyer, type LawyerRecord } from './find-lawyer.ts';
import { encryptEnteredIdentity } from '../facts/identity.ts';
import { lockForWriting } from '../facts/lock-subjects.ts';
import { publishChanges } from '../facts/publish-changes.ts';
import { Firm, Lawyer } from '../model.ts';
import { refuseFuture } from '../records/record-kind.ts';
import { recordPractice } from '../records/record-practice.ts';
import { refuseDuplicateLawyer, sayDuplicate } from '../firms/refuse-duplicates.ts';
import { indexNames, toNameKey } from '../facts/search-names.ts';

export type LawyerData = z.output<typeof lawyerInput>;

/**
 * Registers a lawyer and opens his or her account; practice in the firm begins on `firmSinceOn`, or on joining.
 * Throws `duplicate` or `invalid_fields` with the fields.
 */
export async function createLawyer(
  { actor, input }: { actor: StaffActor; input: LawyerData },
  outer?: Transaction,
): Promise<LawyerRecord> {
  const { identityNumber, firmSinceOn, version: _unused, ...columns } = input;
  if (!identityNumber) throw new AppError('invalid_fields', { fields: { identityNumber: '请填写证件号码' } });
  refuseFutureOf(input);
  const identity = encryptEnteredIdentity(identityNumber);
  const work = within(outer, async (t) => {
    await lockForWriting({ firmIds: input.firmId === null ? [] : [input.firmId], lawyerIds: [] }, t);
    await refuseDuplicateLawyer({ id: null, licenceNo: input.licenceNo, ...identity }, t);
    const now = clock.now();
    const lawyer = await Lawyer.build({
      ...columns,
      ...identity,
      cancelledOn: cancellationDay(input, null, input.joinedOn),
      firmId: null,
      placedAt: now,
      nameKey: toNameKey(input.name, 'lawyer'),
      version: 1,
      createdAt: now,
      updatedAt: now,
    }).save({ transaction: t });
    await recordPractice(lawyer, input, firmSinceOn ?? input.joinedOn, t);
    await lawyer.update({ firmId: input.firmId }, { transaction: t });
    await indexNames('lawyer', [lawyer], t);
    await openMemberAccounts([memberAccountOf(lawyer)], t);
    const member = { kind: 'lawyer', id: lawyer.id } as const;
    await noteEnteredContacts({ member, contacts: lawyer, enteredBy: actor.accountId }, t);
    await noteMemberChange({ actor, member, field: 'entered' }, t);
    await publish('lawyer.entered', { lawyerId: lawyer.id }, t);
    await publishPlace({ actor, lawyer, since: firmSinceOn ?? input.joinedOn }, t);
    await writeAudit(
      { actor, action: 'lawyer.created', targetKind: 'lawyer', targetId: lawyer.id, target: nameAndNumber(lawyer) },
      t,
    );
    return findLawyer({ id: lawyer.id }, t);
  });
  return sayDuplicate(work);
}

/** Whoever is entered late was in the firm all the while: what letters have said of how many practise there was not so. */
async function publishPlace(
  { actor, lawyer, since }: { actor: StaffActor; lawyer: Lawyer; since: string },
  t: Transaction,
): Promise<void> {
  const firm = lawyer.firmId === null ? null : await Firm.findByPk(lawyer.firmId, { transaction: t });
  const { id, name, licenceNo } = lawyer;
  const subject = { kind: 'lawyer', id, name, licenceNo } as const;
  const fact = { fact: 'firm', label: '执业机构', before: '', after: firm?.name ?? '', effectiveOn: since } as const;
  await publishChanges({ subject, by: actor.name, facts: [fact] }, t);
}

/** Throws `invalid_fields` for what cannot have happened yet. */
export function refuseFutureOf({ firstPractisedOn, joinedOn, identityMatchedOn }: LawyerData): void {
  refuseFuture({
    firstPractisedOn: { label: '首次执业日期', on: firstPractisedOn },
    joinedOn: { label: '入会日期', on: joinedOn },
    identityMatchedOn: { label: '身份核验日期', on: identityMatchedOn },
  });
}

/** The account that belongs to a lawyer. */
export function memberAccountOf(lawyer: Lawyer) {
  const { id, name, licenceNo, status } = lawyer;
  return { firmId: null, lawyerId: id, name, licenceNo, uscc: null, isClosed: status === 'cancelled' };
}

/** A lawyer as letters and the audit log name him or her. */
export const nameAndNumber = ({ name, licenceNo }: { name: string; licenceNo: string }) =>
  `${name}（执业证号：${licenceNo}）`;
