import type { MemberId } from '../../../subject.ts';
import type { Transaction } from 'sequelize';
import { DAY_MS } from '../../../contract/dates.ts';
import { CONTACT_HOLD_DAYS } from '../../../contract/activation/enums.ts';
import { isMobile } from '../../../contract/text.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { decryptIdentity } from '../facts/identity.ts';
import { Firm, Lawyer } from '../model.ts';
import type { ContactField } from '../../../contract/activation/enums.ts';

/** Whether what was changed then may open an account by now. */
export const settledSince = (): number => clock.now() - CONTACT_HOLD_DAYS * DAY_MS;
export const isSettled = (changedAt: number | null): boolean => changedAt === null || changedAt <= settledSince();

/**
 * The mobile number to which a code for the first use may go: a lawyer's own, for a firm that of its head, who is the
 * one practising lawyer of that name in it, and has been for some days. null: none, not unambiguous, or changed lately.
 */
export async function readOpeningMobile({ kind, id }: MemberId, t?: Transaction): Promise<string | null> {
  const options = { transaction: t ?? null };
  if (kind === 'lawyer') return mobileOf(await Lawyer.findByPk(id, options));
  return mobileOf(await findHead(id, options));
}

/** The one practising lawyer who is a firm's head by name, and has been for some days. */
export async function findHead(firmId: number, options: { transaction: Transaction | null }): Promise<Lawyer | null> {
  const firm = await Firm.findByPk(firmId, options);
  if (!firm || firm.personInCharge === '' || !isSettled(firm.headChangedAt)) return null;
  const where = { firmId, name: firm.personInCharge, status: 'active' };
  const [head, ...others] = await Lawyer.findAll({ where, limit: 2, ...options });
  return head && others.length === 0 && isSettled(head.placedAt) ? head : null;
}

/** A mobile that has stood for some days. */
export const mobileOf = (lawyer: Lawyer | null) =>
  lawyer && isMobile(lawyer.phone) && isSettled(lawyer.phoneChangedAt) ? lawyer.phone : null;

/** Where a code of a member may be sent; null where nothing is registered, or it was changed a few days ago. */
export async function readSettledContacts(
  member: MemberId,
  t: Transaction,
): Promise<{ phone: string | null; email: string | null }> {
  const { phone, phoneChangedAt, email, emailChangedAt } = await loadMember(member, t);
  return {
    phone: isMobile(phone) && isSettled(phoneChangedAt) ? phone : null,
    email: email !== '' && isSettled(emailChangedAt) ? email : null,
  };
}

/** Contacts that were changed a few days ago, and when each will be settled. */
export async function readHeldContacts(
  member: MemberId,
  t?: Transaction,
): Promise<{ field: ContactField; until: number }[]> {
  const { phoneChangedAt, emailChangedAt } = await loadMember(member, t ?? null);
  return [
    { field: 'phone' as const, changedAt: phoneChangedAt },
    { field: 'email' as const, changedAt: emailChangedAt },
  ].flatMap(({ field, changedAt }) =>
    changedAt === null || isSettled(changedAt) ? [] : [{ field, until: changedAt + CONTACT_HOLD_DAYS * DAY_MS }],
  );
}

/** A member's row. */
export async function loadMember({ kind, id }: MemberId, t: Transaction | null): Promise<Firm | Lawyer> {
  const options = { rejectOnEmpty: true, transaction: t } as const;
  return kind === 'firm' ? Firm.findByPk(id, options) : Lawyer.findByPk(id, options);
}

/** Whether these are the last six characters of a lawyer's identity number, or all of a shorter one; letters in either case. */
export async function isLastSixOf(lawyerId: number, typed: string, t?: Transaction): Promise<boolean> {
  const attributes = ['identitySealed', 'identityIndex'];
  const lawyer = await Lawyer.findByPk(lawyerId, { attributes, transaction: t ?? null });
  return lawyer !== null && decryptIdentity(lawyer).slice(-6).toLowerCase() === typed.toLowerCase();
}
