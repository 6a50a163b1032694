import type { Transaction } from 'sequelize';
import { z } from 'zod';
import {
  SENSITIVE_EDITION,
  SENSITIVE_SECTIONS,
  type ConsentState,
  type SensitiveSection,
} from '../../../contract/profile/consents.ts';
import { selectTogether, type Found } from '../../../platform/db/database.ts';
import { photoSettingsOf, presentPhotoSettings, readPhotoSettings } from '../../photos/settings.ts';
import type { PhotoSettings } from '../../../contract/photos/schemas.ts';
import type { Agreement } from '../../privacy/separate-consents.ts';

export type Consents = Readonly<Record<SensitiveSection, ConsentState>>;

/** What is agreed to, and what is said by who does not agree: either stands until the other is said. */
export const agreementTo = (section: SensitiveSection): Agreement => ({
  kind: `profile-${section}`,
  edition: SENSITIVE_EDITION,
});
export const refusalOf = (section: SensitiveSection): Agreement => ({
  kind: `no-profile-${section}`,
  edition: SENSITIVE_EDITION,
});

/** Whether an impact assessment is on file, without which nothing sensitive is asked for (PIPL 55). */
export const isAssessed = async (t?: Transaction): Promise<boolean> => hasAssessment(await readPhotoSettings(t));
const hasAssessment = ({ assessedOn, assessment }: PhotoSettings) => assessedOn !== '' && assessment !== '';

const inForceRow = z.strictObject({ kind: z.string(), edition: z.string() });
/** Everything that a lawyer has agreed to and not taken back. */
const IN_FORCE = `SELECT c.kind, c.edition FROM separate_consents c JOIN accounts a ON a.id = c.account_id
  WHERE a.lawyer_id = ? AND c.withdrawn_at IS NULL`;

/** What a lawyer has said, to be read together with what rests on it. */
export const saidOf = (lawyerId: number) => ({ row: inForceRow, sql: IN_FORCE, values: [lawyerId] });

/** The same with what the office has set, by which it stands. */
export const consentsOf = (lawyerId: number) => ({
  said: saidOf(lawyerId),
  photoSettings: photoSettingsOf(),
});

/** How a lawyer's consents stand, by section. */
export const readConsents = async (lawyerId: number, t?: Transaction): Promise<Consents> =>
  presentConsents(await selectTogether(consentsOf(lawyerId), t));

/** What consentsOf has read. */
export const presentConsents = ({ said, photoSettings }: Found<ReturnType<typeof consentsOf>>): Consents =>
  consentsUnder(presentPhotoSettings(photoSettings), said);

/** How they stand while the office has set what it has. */
export function consentsUnder(settings: PhotoSettings, said: readonly z.infer<typeof inForceRow>[]): Consents {
  const isOpen = hasAssessment(settings);
  const stands = (one: Agreement) => said.some(({ kind, edition }) => kind === one.kind && edition === one.edition);
  const stateOf = (section: SensitiveSection): ConsentState => {
    if (stands(agreementTo(section))) return 'agreed';
    if (!isOpen) return 'closed';
    return stands(refusalOf(section)) ? 'refused' : 'none';
  };
  const sections = Object.keys(SENSITIVE_SECTIONS) as SensitiveSection[];
  return Object.fromEntries(sections.map((section) => [section, stateOf(section)])) as Consents;
}
