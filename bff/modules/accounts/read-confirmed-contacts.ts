import type { Transaction } from 'sequelize';
import { ConfirmedEmail, ConfirmedPhone } from './model.ts';

/** What the owner of an account has confirmed as his or her own; '' where there is none. */
export async function readConfirmedContacts(
  accountId: number,
  t: Transaction,
): Promise<{ email: string; phone: string }> {
  const options = { where: { accountId }, transaction: t };
  const [email, phone] = [await ConfirmedEmail.findOne(options), await ConfirmedPhone.findOne(options)];
  return { email: email?.address ?? '', phone: phone?.number ?? '' };
}
