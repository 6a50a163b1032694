import { z } from 'zod';
import { ROLES, type Role } from '../../contract/accounts/enums.ts';
import { Account, Session } from '../../modules/accounts/model.ts';
import type { Firm, Lawyer } from '../../modules/registry/model.ts';
import { clock } from '../../platform/clock/clock.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import { select } from '../../platform/db/database.ts';
import { flag } from '../../platform/db/rows.ts';
import { memberToken, signedIn } from '../api.ts';
import { makeFirm, makeLawyer } from '../factories/registry.ts';

/** Everybody who may knock, one of each kind. */
export const CALLERS = [
  'nobody',
  'made-up token',
  'signed-out firm',
  'signed-out staff',
  'idle firm',
  'idle staff',
  'cancelled firm',
  'new firm',
  'new lawyer',
  'firm',
  'other firm',
  'lawyer',
  'other lawyer',
  'new staff',
  ...(Object.keys(ROLES) as Role[]),
] as readonly Caller[];
export type Caller =
  | 'nobody'
  | 'made-up token'
  | `signed-out ${'firm' | 'staff'}`
  | `idle ${'firm' | 'staff'}`
  | 'cancelled firm'
  | `new ${'firm' | 'lawyer' | 'staff'}`
  | 'firm'
  | 'other firm'
  | 'lawyer'
  | 'other lawyer'
  | Role;

export interface Cast {
  /** The firm whose things are asked for; `lawyer` practises in it. */
  firm: Firm;
  lawyer: Lawyer;
  /** A fresh token of that caller, undefined for nobody. */
  tokenOf(caller: Caller): Promise<string | undefined>;
  /** The same token as before, as long as it is good: for whoever is refused, which leaves it as it is. */
  keptTokenOf(caller: Caller): Promise<string | undefined>;
  /** Whoever's kept token an act has ended, or whose password it has made a temporary one, gets another. */
  forgetEnded(): Promise<void>;
}

export async function makeCast(): Promise<Cast> {
  const firm = await makeFirm();
  const lawyer = await makeLawyer({ firmId: firm.id });
  const other = await makeFirm();
  const otherLawyer = await makeLawyer({ firmId: other.id });
  const newcomer = await makeFirm();
  const newLawyer = await makeLawyer({ firmId: newcomer.id });
  const cancelled = await makeFirm({ status: 'cancelled' });
  const staff = new Map<Role | 'new staff', Account>();
  for (const role of Object.keys(ROLES) as Role[]) staff.set(role, await makeStaff([role], { isTemporary: false }));
  staff.set('new staff', await makeStaff(['administrator'], { isTemporary: true }));
  const staffToken = (who: Role | 'new staff') => signedIn(staff.get(who)!);
  const newToken = async (member: { firmId: number } | { lawyerId: number }) =>
    signedIn(await Account.findOne({ where: member, rejectOnEmpty: true }));

  const tokenOf = async (caller: Caller): Promise<string | undefined> => {
    switch (caller) {
      case 'nobody':
        return undefined;
      case 'made-up token':
        return randomToken(256);
      case 'signed-out firm':
        return signedOut(await memberToken({ firmId: firm.id }));
      case 'signed-out staff':
        return signedOut(await staffToken('administrator'));
      case 'idle firm':
        return idle(await memberToken({ firmId: firm.id }), 7 * 86_400_000);
      case 'idle staff':
        return idle(await staffToken('administrator'), 30 * 60_000);
      case 'cancelled firm':
        return memberToken({ firmId: cancelled.id });
      case 'new firm':
        return newToken({ firmId: newcomer.id });
      case 'new lawyer':
        return newToken({ lawyerId: newLawyer.id });
      case 'firm':
        return memberToken({ firmId: firm.id });
      case 'other firm':
        return memberToken({ firmId: other.id });
      case 'lawyer':
        return memberToken({ lawyerId: lawyer.id });
      case 'other lawyer':
        return memberToken({ lawyerId: otherLawyer.id });
      default:
        return staffToken(caller);
    }
  };

  const kept = new Map<Caller, string | undefined>();
  const keptTokenOf = async (caller: Caller): Promise<string | undefined> => {
    // Who comes back with an idle token is signed out by that: the next one has to be idle again.
    if (caller.startsWith('idle')) return tokenOf(caller);
    if (!kept.has(caller)) kept.set(caller, await tokenOf(caller));
    return kept.get(caller);
  };
  const forgetEnded = async () => {
    const hashes = [...kept].flatMap(([caller, token]) =>
      token === undefined || WITHOUT_SESSION.has(caller) ? [] : [[caller, hashToken(token)] as const],
    );
    if (hashes.length === 0) return;
    const rows = await select(
      z.strictObject({ tokenHash: z.string(), isTemporary: flag }),
      `SELECT s.token_hash AS tokenHash, a.is_temporary AS isTemporary
       FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE s.token_hash IN (${hashes.map(() => '?').join()})`,
      hashes.map(([, hash]) => hash),
    );
    const stateOf = new Map(rows.map((row) => [row.tokenHash, row.isTemporary]));
    for (const [caller, hash] of hashes)
      if (stateOf.get(hash) !== (caller.startsWith('new ') ? 1 : 0)) kept.delete(caller);
  };
  return { firm, lawyer, tokenOf, keptTokenOf, forgetEnded };
}

/** Callers whose token never opened a session, or does not any more. */
const WITHOUT_SESSION = new Set<Caller>(['made-up token', 'signed-out firm', 'signed-out staff']);

async function signedOut(token: string): Promise<string> {
  await Session.destroy({ where: { tokenHash: hashToken(token) } });
  return token;
}

async function idle(token: string, ms: number): Promise<string> {
  await Session.update({ lastSeenAt: clock.now() - ms }, { where: { tokenHash: hashToken(token) } });
  return token;
}

/** A staff account whose password nobody knows. */
async function makeStaff(roles: Role[], { isTemporary }: { isTemporary: boolean }): Promise<Account> {
  return Account.create({
    kind: 'staff',
    firmId: null,
    lawyerId: null,
    altLogin: null,
    name: '温书宁',
    passwordHash: null,
    isTemporary,
    isClosed: false,
    roles: JSON.stringify(roles),
    lastSignedInAt: null,
    createdAt: clock.now(),
    login: `staff-${roles.join('-')}${isTemporary ? '-new' : ''}`,
  });
}
