import type { Transaction } from 'sequelize';
import type { Actor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { keyedIndex } from '../../../platform/crypto/keyed-index.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { decryptIdentity } from '../facts/identity.ts';
import { lockForWriting } from '../facts/lock-subjects.ts';
import { Lawyer } from '../model.ts';
import { nameAndNumber } from './create-lawyer.ts';

/** Who somebody is said to be, for a comparison of identities. */
export interface Identity {
  name: string;
  identityNumber: string;
  /** A resident's number is what the police compare; others are compared by staff. */
  isResident: boolean;
  /** Name and number as one keyed fingerprint: another one says that either has changed. */
  fingerprint: string;
}

/** Locks a lawyer until `t` ends: whatever is written about the same one waits. Throws `not_found`. */
export async function lockLawyer(lawyerId: number, t: Transaction): Promise<Lawyer> {
  await lockForWriting({ firmIds: [], lawyerIds: [lawyerId] }, t);
  return Lawyer.findByPk(lawyerId, { transaction: t, rejectOnEmpty: new AppError('not_found') });
}

/** Name and number of a lawyer; the number never goes further than the comparison it is opened for. */
export function identityOf(lawyer: Lawyer): Identity {
  const { name, identityKind } = lawyer;
  const identityNumber = decryptIdentity(lawyer);
  const fingerprint = keyedIndex('identity comparison', `${identityKind} ${name} ${identityNumber}`);
  return { name, identityNumber, isResident: identityKind === 'resident', fingerprint };
}

/**
 * Notes that the identity of a locked lawyer was compared today and is right (existing rule `identity_matched` of
 * automatic certificates). `how` stands in the audit line.
 */
export async function matchIdentity(
  { lawyer, by, how }: { lawyer: Lawyer; by: Actor; how: string },
  t: Transaction,
): Promise<void> {
  const today = clock.today();
  if (lawyer.identityMatchedOn === today) return;
  await lawyer.update(
    { identityMatchedOn: today, version: lawyer.version + 1, updatedAt: clock.now() },
    { transaction: t },
  );
  await writeAudit(
    {
      actor: by,
      action: 'lawyer.identity-matched',
      targetKind: 'lawyer',
      targetId: lawyer.id,
      target: nameAndNumber(lawyer),
      detail: how,
    },
    t,
  );
}
