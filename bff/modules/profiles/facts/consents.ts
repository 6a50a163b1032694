import type { Transaction } from 'sequelize';
import { z } from 'zod';
import {
  SENSITIVE_EDITION,
  SENSITIVE_SECTIONS,
  type ConsentState,
  type SensitiveSection,
} from '../../../contract/profile/consents.ts';
import { select } from '../../../platform/db/database.ts';
import { readPhotoSettings } from '../../photos/settings.ts';
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
export async function isAssessed(t?: Transaction): Promise<boolean> {
  const { assessedOn, assessment } = await readPhotoSettings(t);
  return assessedOn !== '' && assessment !== '';
}

const inForceRow = z.strictObject({ kind: z.string(), edition: z.string() });
/** Everything that a lawyer has agreed to and not taken back. */
const IN_FORCE = `SELECT c.kind, c.edition FROM separate_consents c JOIN accounts a ON a.id = c.account_id
  WHERE a.lawyer_id = ? AND c.withdrawn_at IS NULL`;

/** How a lawyer's consents stand, by section. */
export async function readConsents(lawyerId: number, t?: Transaction): Promise<Consents> {
  const said = await select(inForceRow, IN_FORCE, [lawyerId], t);
  const isOpen = await isAssessed(t);
  const stands = (one: Agreement) => said.some(({ kind, edition }) => kind === one.kind && edition === one.edition);
  const stateOf = (section: SensitiveSection): ConsentState => {
    if (stands(agreementTo(section))) return 'agreed';
    if (!isOpen) return 'closed';
    return stands(refusalOf(section)) ? 'refused' : 'none';
  };
  const sections = Object.keys(SENSITIVE_SECTIONS) as SensitiveSection[];
  return Object.fromEntries(sections.map((section) => [section, stateOf(section)])) as Consents;
}
