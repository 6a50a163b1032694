import { z } from 'zod';
import type { Transaction } from 'sequelize';
import type { OfficeSettings } from '../../contract/settings/schemas.ts';
import { clock } from '../../platform/clock/clock.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import { readLinesOf } from '../audit/read-lines.ts';
import { defaultSettings } from './read-settings.ts';

/** What letters and receipts print of the settings, or are ordered and worded by. Sorted: the hash follows it. */
export const PRINTED = [
  'addressEnglish',
  'association',
  'associationEnglish',
  'certificateEmail',
  'purposes',
  'rosterOrder',
  'signatoryEnglish',
  'verifyingEnglish',
] as const satisfies (keyof OfficeSettings)[];
export type Printed = Readonly<Omit<Pick<OfficeSettings, (typeof PRINTED)[number]>, 'purposes'>> & {
  readonly purposes: readonly string[];
};

/** Every line about settings has this target. */
const TARGET = { targetKind: 'settings', targetId: 0, actions: ['settings.updated'] } as const;
/** Who read the settings before somebody saved others may still be waiting for a lock: so long what was in force counts. */
const GRACE_MS = 60_000;

const evidenceShape = z.strictObject({
  /** The settings that are witnessed: a later version may print more of them. */
  fields: z.array(z.string()),
  office: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What the line of an act witnesses: the printed settings as the act left them. */
export function officeEvidence(office: Printed): string {
  return JSON.stringify(evidenceShape.parse({ fields: PRINTED, office: hashOf(office, PRINTED) }));
}

/**
 * Whether the log has the printed settings as they are, or nobody has ever set them; null, or in words why nothing is
 * made of them: whoever can write rows could otherwise have the association say what it never said.
 */
export async function officeFault(office: Printed, t?: Transaction): Promise<string | null> {
  const { isWhole, sealed } = await readSeals(t);
  if (!isWhole) return '操作日志中协会设置的记录被改动，暂停出具，请联系协会';
  const last = sealed.at(-1);
  const ended = sealed.slice(0, -1).filter((_, i) => (sealed[i + 1]?.at ?? 0) > clock.now() - GRACE_MS);
  if (last ? [...ended, last].some(({ evidence }) => agrees(office, evidence)) : agrees(office, NOTHING)) return null;
  return '协会设置（协会名称、用途选项等）不是经管理员保存的，暂停出具，请联系协会';
}

/** Whether any line of the log witnesses the printed settings. */
export async function isOfficeSealed(t: Transaction): Promise<boolean> {
  return (await readSeals(t)).sealed.length > 0;
}

/** The printed settings that are not those of a fresh installation. */
export function setByStaff(office: Printed): (keyof Printed)[] {
  const defaults = defaultSettings();
  return PRINTED.filter((key) => JSON.stringify(office[key]) !== JSON.stringify(defaults[key]));
}

const NOTHING = { fields: [], office: hashOf({}, []) };

/** What is not witnessed is as in a fresh installation. */
function agrees(office: Printed, { fields, office: hash }: z.infer<typeof evidenceShape>): boolean {
  return hashOf(office, fields) === hash && setByStaff(office).every((key) => fields.includes(key));
}

async function readSeals(t?: Transaction) {
  const { lines, isWhole } = await readLinesOf(TARGET, t);
  const sealed = lines.flatMap(({ at, evidence }) =>
    evidence === null ? [] : [{ at, evidence: evidenceShape.parse(JSON.parse(evidence)) }],
  );
  return { isWhole, sealed };
}

function hashOf(office: Partial<Printed>, fields: readonly string[]): string {
  const values: Record<string, unknown> = office;
  return sha256(JSON.stringify(fields.map((key) => [key, values[key]])));
}
