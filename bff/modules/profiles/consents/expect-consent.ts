import { isFilled, isSensitive, type Row } from '../../../contract/form-reading/fields.ts';
import { CONSENT_STATES, isSensitiveSection } from '../../../contract/profile/consents.ts';
import { profileSection, type SectionKey } from '../../../contract/profile/profile.ts';
import { AppError } from '../../../errors.ts';
import { readConsents } from '../facts/consents.ts';

/** What rows say in sensitive fields, row by row. */
function sensitiveIn(key: SectionKey, rows: readonly Row[]): Map<string, string> {
  const section = profileSection(key);
  const fields = section.fields.filter((field) => isSensitive(section, field)).map((field) => field.key);
  const said = rows.map(({ id, values }) => {
    const filled = fields.filter((name) => isFilled(values[name])).map((name) => [name, values[name]]);
    return [id, JSON.stringify(filled)] as const;
  });
  return new Map(said.filter(([, words]) => words !== '[]'));
}

/**
 * Throws `invalid_fields` where somebody writes what is sensitive without having agreed to it separately (PIPL 29). What
 * stands there from before the consent was asked for may stay until it is answered.
 * @param stored reads what stands there now
 */
export async function expectConsent(
  { lawyerId, key, rows }: { lawyerId: number; key: SectionKey; rows: readonly Row[] },
  stored: () => Promise<readonly Row[]>,
): Promise<void> {
  if (!isSensitiveSection(key)) return;
  const wanted = sensitiveIn(key, rows);
  if (wanted.size === 0) return;
  const state = (await readConsents(lawyerId))[key];
  if (state === 'agreed') return;
  const present = sensitiveIn(key, await stored());
  if ([...wanted].every(([id, words]) => present.get(id) === words)) return;
  const message = `填写敏感信息前须单独同意（现为${CONSENT_STATES[state]}），请刷新页面后重试`;
  throw new AppError('invalid_fields', { message, fields: { consent: message } });
}
