import type { MemberActor } from '../../actor.ts';
import { PrivacyConsent } from './model.ts';

/** More than an account's people agree to in years. */
const SHOWN = 50;

/** Consents of the actor's own account, latest first. */
export function listConsents({ actor }: { actor: MemberActor }): Promise<PrivacyConsent[]> {
  return PrivacyConsent.findAll({ where: { accountId: actor.accountId }, order: [['id', 'DESC']], limit: SHOWN });
}
