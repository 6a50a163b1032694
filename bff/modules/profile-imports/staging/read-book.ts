import type { FieldSettings } from '../../../contract/profile/field-settings.ts';
import { profileSection, type SectionKey } from '../../../contract/profile/profile.ts';
import { IMPORTED_SECTIONS } from '../../../contract/profile/sheets.ts';
import { AppError } from '../../../errors.ts';
import { comparable, NotXlsx, readBatches, readTabs, type XlsxRow } from '../../../platform/xlsx/read-xlsx.ts';
import { readHeader, wantedOf, type Header } from '../../imports/read-header.ts';
import { unreadableAs } from '../../imports/unreadable.ts';
import { readFieldSettings } from '../../profile-fields/field-settings.ts';
import { sectionSheet } from '../reading/section-sheet.ts';

/** Tabs beside the sections that say nothing of anybody. */
const NOTES = ['填写说明'];

/** Rows of one section's sheet, in batches. */
export interface BookPage {
  key: SectionKey;
  header: Header;
  rows: readonly XlsxRow[];
}

const refuse = (file: string) => new AppError('invalid_fields', { fields: { file } });

/**
 * A workbook, sheet by sheet: each is told by its tab and has the columns of its section. Throws `invalid_fields` on
 * `file` for what is no workbook, for a tab that nobody knows and for a sheet without its headings.
 */
export async function* readBook(file: Buffer): AsyncGenerator<BookPage> {
  const tabs = await attempt('', () => readTabs(file));
  const sections = new Map(IMPORTED_SECTIONS.map((key) => [comparable(profileSection(key).label), key]));
  const unknown = tabs.filter((tab) => !sections.has(comparable(tab)) && !NOTES.includes(tab));
  if (unknown.length > 0) {
    const known = IMPORTED_SECTIONS.map((key) => profileSection(key).label).join('、');
    throw refuse(
      `不认识的工作表：${unknown.map((tab) => [...tab].slice(0, 20).join('')).join('、')}。可以用的工作表：${known}`,
    );
  }
  const settings = await readFieldSettings();
  for (const tab of tabs) {
    const key = sections.get(comparable(tab));
    if (key) yield* readSheet(file, key, settings);
  }
}

async function* readSheet(file: Buffer, key: SectionKey, settings: FieldSettings): AsyncGenerator<BookPage> {
  const sheet = sectionSheet(key, settings);
  const { label: tab } = profileSection(key);
  const batches = readBatches(file, { ...wantedOf(sheet), tab });
  let header: Header | null = null;
  try {
    for (;;) {
      const batch = await attempt(tab, () => batches.next());
      if (batch.done) return;
      const rows = header ? batch.value : batch.value.slice(1);
      header ??= headerOf(tab, () => readHeader(batch.value[0]!, sheet));
      yield { key, header, rows };
    }
  } finally {
    await batches.return(undefined);
  }
}

/** Says of which sheet a fault is. */
async function attempt<T>(tab: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotXlsx)
      throw unreadableAs(error, (sentence) => refuse(tab ? `“${tab}”：${sentence}` : sentence));
    throw error;
  }
}

function headerOf(tab: string, read: () => Header): Header {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError && error.fields) throw refuse(`“${tab}”：${error.fields['file'] ?? error.message}`);
    throw error;
  }
}
