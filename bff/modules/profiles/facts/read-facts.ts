import type { Transaction } from 'sequelize';
import type { Value } from '../../../contract/forms/language.ts';
import type { ProfilePolicy } from '../../../contract/profile-fields/policy.ts';
import type { FieldSettings } from '../../../contract/profile/field-settings.ts';
import { selectTogether, type Found } from '../../../platform/db/database.ts';
import { photoFacts, photosOf, type PhotoFacts } from '../../photos/has-photo.ts';
import { readProfileSettings, type StoredFieldSettings } from '../../profile-fields/field-settings.ts';
import { personOf, presentPerson, type RegisteredPerson } from '../../registry/facts/read-person.ts';
import type { Life } from '../rules/finding.ts';
import { consentsOf, presentConsents, type Consents } from './consents.ts';
import { presentSeenBefore, seenBeforeOf, type SeenBefore } from './seen-before.ts';

/** What the registry says beside a profile. */
export interface ProfileFacts extends PhotoFacts {
  /** Values of fields that nobody types. */
  given: Readonly<Record<string, Value>>;
  birthOn: string | null;
  /** Times in which the lawyer was in a firm, the earliest first. */
  periods: readonly (Life['spans'][number] & { firmName: string })[];
  seenBefore: SeenBefore;
  /** Whether what is sensitive may be asked for, by section. */
  consents: Consents;
  /** What the office has set of fields. */
  fields: FieldSettings;
  /** What it asks for besides. */
  policy: ProfilePolicy;
  /** What a new profile begins with, to be changed by the member. */
  prefilled: Readonly<Record<string, Value>>;
}

/** Where a permit was issued for people from, by the first digits of its number (profile-sections.md). */
const PERMITS: Readonly<Record<string, string>> = { '81': 'HK', '82': 'MO', '83': 'TW' };

function nationalityOf({ identityKind, identityPrefix }: RegisteredPerson): string | null {
  if (identityKind === 'resident') return 'CN';
  if (identityKind === 'taiwan') return 'TW';
  return identityKind === 'residence_permit' ? (PERMITS[identityPrefix] ?? null) : null;
}

/** What the registry says beside a lawyer's profile, to be read together with it. */
export const factsOf = (lawyerId: number) => ({
  person: personOf(lawyerId),
  photos: photosOf(lawyerId),
  ...seenBeforeOf(lawyerId),
  ...consentsOf(lawyerId),
});

/** Reads what the registry says beside a lawyer's profile. Throws `not_found`. */
export const readFacts = async (lawyerId: number, t?: Transaction): Promise<ProfileFacts> =>
  presentFacts(lawyerId, await selectTogether(factsOf(lawyerId), t), t);

/** What factsOf has read. Throws `not_found`. */
export async function presentFacts(
  lawyerId: number,
  read: Found<ReturnType<typeof factsOf>>,
  t?: Transaction,
): Promise<ProfileFacts> {
  return factsFrom({
    person: presentPerson(read.person),
    photo: photoFacts(read.photos),
    seenBefore: await presentSeenBefore(lawyerId, read, t),
    consents: presentConsents(read),
    settings: await readProfileSettings(t),
  });
}

/** Puts together what was read of a lawyer. */
export function factsFrom({
  person,
  photo,
  settings: { fields, policy },
  ...read
}: Pick<ProfileFacts, 'seenBefore' | 'consents'> & {
  person: RegisteredPerson;
  photo: PhotoFacts;
  settings: StoredFieldSettings;
}): ProfileFacts {
  const nationality = nationalityOf(person);
  const { name, sex, licenceNo, category, firmName, firstPractisedOn, latinName, birthOn, phone, email, periods } =
    person;
  return {
    given: {
      name,
      sex,
      licenceNo,
      category,
      firm: firmName,
      firstPractisedOn,
      latinName,
      identity: person.identityWords,
      ...(birthOn !== null && { birthOn }),
      ...(nationality !== null && { nationality }),
    },
    birthOn,
    ...photo,
    ...read,
    periods,
    fields,
    policy,
    prefilled: { ...(phone !== '' && { mobile: phone }), ...(email !== '' && { email }) },
  };
}
