import type { Transaction } from 'sequelize';
import type { Value } from '../../../contract/forms/language.ts';
import type { FieldSettings } from '../../../contract/profile/field-settings.ts';
import { findPhoto } from '../../photos/has-photo.ts';
import { readFieldSettings } from '../../profile-fields/field-settings.ts';
import { readPerson, type RegisteredPerson } from '../../registry/facts/read-person.ts';
import { readPeriods } from '../../registry/facts/read-registry-facts.ts';
import type { Life } from '../rules/finding.ts';
import { readConsents, type Consents } from './consents.ts';
import { readSeenBefore, type SeenBefore } from './seen-before.ts';

/** What the registry says beside a profile. */
export interface ProfileFacts {
  /** Values of fields that nobody types. */
  given: Readonly<Record<string, Value>>;
  birthOn: string | null;
  /** A photo is in use, or is with staff to be verified. */
  hasPhoto: boolean;
  /** It was handed in to be compared by staff, who have not done so yet. */
  isPhotoByHand: boolean;
  /** Times in which the lawyer was in a firm. */
  periods: Life['spans'];
  seenBefore: SeenBefore;
  /** Whether what is sensitive may be asked for, by section. */
  consents: Consents;
  /** What the office has set of fields. */
  fields: FieldSettings;
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

/** Reads what the registry says beside a lawyer's profile. Throws `not_found`. */
export async function readFacts(lawyerId: number, t?: Transaction): Promise<ProfileFacts> {
  const person = await readPerson(lawyerId, t);
  const nationality = nationalityOf(person);
  const { name, sex, licenceNo, category, firmName, firstPractisedOn, latinName, birthOn, phone, email } = person;
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
    ...(await findPhoto(lawyerId, t)),
    periods: await readPeriods(lawyerId, t),
    seenBefore: await readSeenBefore(lawyerId, t),
    consents: await readConsents(lawyerId, t),
    fields: await readFieldSettings(t),
    prefilled: { ...(phone !== '' && { mobile: phone }), ...(email !== '' && { email }) },
  };
}
