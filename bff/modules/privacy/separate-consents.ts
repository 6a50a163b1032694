import type { Transaction } from 'sequelize';
import type { MemberActor } from '../../actor.ts';
import { clock } from '../../platform/clock/clock.ts';
import { describeDevice } from '../../platform/user-agent/device.ts';
import { SeparateConsent } from './separate-consent-model.ts';

/** What somebody agrees to apart from the guideline, in the edition that was read. */
export interface Agreement {
  kind: string;
  edition: string;
}

/** The consent of this account to this edition that stands; null: none. */
export function consentInForce(
  accountId: number,
  { kind, edition }: Agreement,
  t?: Transaction,
): Promise<SeparateConsent | null> {
  const where = { accountId, kind, edition, withdrawnAt: null };
  return SeparateConsent.findOne({ where, transaction: t ?? null, order: [['id', 'DESC']] });
}

/** Records a consent with time and device; said again it is the one that stands already. Answers whether it is new. */
export async function agreeSeparately(
  { actor, agreement, userAgent }: { actor: MemberActor; agreement: Agreement; userAgent: string },
  t: Transaction,
): Promise<boolean> {
  if (await consentInForce(actor.accountId, agreement, t)) return false;
  const device = describeDevice(userAgent);
  await SeparateConsent.create(
    { accountId: actor.accountId, ...agreement, device, agreedAt: clock.now(), withdrawnAt: null },
    { transaction: t },
  );
  return true;
}

/** Ends whatever edition this account agreed to. Answers whether there was any. */
export async function withdrawSeparately(
  { actor, kind }: { actor: MemberActor; kind: string },
  t: Transaction,
): Promise<boolean> {
  const [ended] = await SeparateConsent.update(
    { withdrawnAt: clock.now() },
    { where: { accountId: actor.accountId, kind, withdrawnAt: null }, transaction: t },
  );
  return ended > 0;
}
