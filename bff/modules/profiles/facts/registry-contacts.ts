import type { Transaction } from 'sequelize';
import type { LawyerActor, StaffActor } from '../../../actor.ts';
import type { Row } from '../../../contract/form-reading/fields.ts';
import { isMobile } from '../../../contract/text.ts';
import { takeOverContacts } from '../../registry/contacts/take-over-contacts.ts';
import type { ProfileFacts } from './read-facts.ts';

/**
 * 手机 and 电子邮箱 are the registry's own (profile-sections.md, step 5): what takes effect here is written there, in the same
 * transaction, by its act; and what staff write there is what the profile says from then on.
 */

/** Field of 基本信息 → of the registry. */
const CONTACTS = { mobile: 'phone', email: 'email' } as const;
type Contact = keyof typeof CONTACTS;

const valueOf = (basic: readonly Row[], field: Contact): string => {
  const value = basic[0]?.values[field];
  return typeof value === 'string' ? value : '';
};

/** Writes what differs from before into the registry; `before` null: the first approval, which writes both. */
export async function writeBack(
  done: {
    actor: LawyerActor | StaffActor;
    lawyerId: number;
    before: readonly Row[] | null;
    after: readonly Row[];
    /** When the change was asked for: a contact that staff have changed since then stays as it is. */
    askedAt?: number;
  },
  t: Transaction,
): Promise<void> {
  const { actor, lawyerId, before, after, askedAt } = done;
  const changed = (Object.keys(CONTACTS) as Contact[]).filter(
    (field) => valueOf(after, field) !== '' && (before === null || valueOf(before, field) !== valueOf(after, field)),
  );
  const wanted = Object.fromEntries(changed.map((field) => [CONTACTS[field], valueOf(after, field)]));
  const since = askedAt === undefined ? {} : { unlessChangedSince: askedAt };
  await takeOverContacts({ actor, lawyerId, wanted, ...since }, t);
}

/** 基本信息 with the contacts that the registry holds now; a telephone that is no mobile stays beside it. */
export function withRegistry(basic: readonly Row[], { prefilled }: Pick<ProfileFacts, 'prefilled'>): Row[] {
  const { mobile, email } = prefilled;
  const said = {
    ...(typeof mobile === 'string' && isMobile(mobile) && { mobile }),
    ...(typeof email === 'string' && email !== '' && { email }),
  };
  return basic.map((row) => ({ ...row, values: { ...row.values, ...said } }));
}
