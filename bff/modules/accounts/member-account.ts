import type { Transaction } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { Account, Session } from './model.ts';

/** A member's account as the registry wants it: exactly one of both ids is set. */
export interface MemberAccountInput {
  firmId: number | null;
  lawyerId: number | null;
  name: string;
  licenceNo: string;
  /** Firms only. */
  uscc: string | null;
  /** Cancelled members cannot sign in. */
  isClosed: boolean;
}

/** Opens accounts for new members. Nothing signs them in until a code has been used to set a password (activation). */
export async function openMemberAccounts(members: readonly MemberAccountInput[], t: Transaction): Promise<void> {
  const createdAt = clock.now();
  await Account.bulkCreate(
    members.map((member) => ({
      ...columnsOf(member),
      kind: member.firmId === null ? ('lawyer' as const) : ('firm' as const),
      firmId: member.firmId,
      lawyerId: member.lawyerId,
      passwordHash: null,
      isTemporary: true,
      roles: '[]',
      lastSignedInAt: null,
      createdAt,
    })),
    { transaction: t },
  );
}

/** Brings a member's account in line with the registry; a closed one is signed out everywhere. */
export async function alignMemberAccount(member: MemberAccountInput, t: Transaction): Promise<void> {
  const { firmId, lawyerId } = member;
  const where = firmId === null ? { lawyerId } : { firmId };
  const account = await Account.findOne({ where, transaction: t, rejectOnEmpty: true });
  await account.update(columnsOf(member), { transaction: t });
  if (member.isClosed) await Session.destroy({ where: { accountId: account.id }, transaction: t });
}

/** Whether a member's account has ever had a password; what opens it for the first time is guarded more closely. */
export async function hasBeenOpened(
  owner: { firmId: number } | { lawyerId: number },
  t: Transaction,
): Promise<boolean> {
  const account = await Account.findOne({ where: owner, attributes: ['passwordHash'], transaction: t });
  return typeof account?.passwordHash === 'string';
}

function columnsOf({ name, licenceNo, uscc, isClosed }: MemberAccountInput) {
  return { name, login: licenceNo.toUpperCase(), altLogin: uscc?.toUpperCase() ?? null, isClosed };
}
