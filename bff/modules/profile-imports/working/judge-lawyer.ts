import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import type { ProfileImportLawyer } from '../../../contract/profile-imports/replies.ts';
import type { ProfileSection } from '../../../contract/profile/language.ts';
import { sectionInForce, type FieldSettings } from '../../../contract/profile/field-settings.ts';
import { profileSection, SECTION_KEYS, type SectionKey } from '../../../contract/profile/profile.ts';
import { readFieldSettings } from '../../profile-fields/field-settings.ts';
import { importProfile } from '../../profiles/importing/import-profile.ts';
import { judgeImport, type Importing, type ImportVerdict } from '../../profiles/importing/judge-import.ts';
import type { ImportedSection } from '../../profiles/importing/merge-import.ts';
import { findLawyerByLicence } from '../../registry/facts/find-by-licence.ts';
import type { Import, ImportLawyer, ImportRow } from '../model.ts';
import { fieldsRead, readSectionRow, sectionSheet, type ReadRow } from '../reading/section-sheet.ts';
import { openRow } from '../staging/stage-import.ts';
import { isSensitive } from '../../../contract/form-reading/fields.ts';

type Fault = ProfileImportLawyer['faults'][number];
type Numbered = ReadRow & { section: SectionKey; at: number };

/** All rows of one lawyer, read. */
export interface LawyerToJudge {
  run: Import;
  lawyer: ImportLawyer;
  rows: readonly ImportRow[];
}

const HELD_BACK = '敏感信息没有导入';

/** What would become of a lawyer's rows, all of them together. Writes nothing. */
export async function judgeLawyer(given: LawyerToJudge, t: Transaction): Promise<ProfileImportLawyer> {
  const read = await readLawyer(given, t);
  if ('answer' in read) return read.answer;
  return present(read, await judgeImport(importingOf(read, given.run), t));
}

const importingOf = ({ lawyerId, sections }: Read, { source, asOf }: Import): Importing => ({
  lawyerId,
  sections,
  source: { from: source, asOf },
});

/**
 * Does what was seen: a lawyer whose rows would do something else by now is left as it stands, and said so. The caller has
 * locked the lawyer for writing.
 */
export async function applyLawyer(
  given: LawyerToJudge & { actor: StaffActor },
  t: Transaction,
): Promise<ProfileImportLawyer> {
  const { actor, run, lawyer } = given;
  const seen = lawyer.result?.outcome;
  const read = await readLawyer(given, t);
  if ('answer' in read) return refused(read.answer);
  const importing = importingOf(read, run);
  const verdict = await judgeImport(importing, t);
  const now = present(read, verdict);
  if (verdict.outcome === 'skipped' || verdict.outcome === 'unchanged') return now;
  if (verdict.outcome === 'faulty' || verdict.outcome !== seen) return refused(now);
  await importProfile({ actor, ...importing }, verdict, t);
  return now;
}

const refused = (now: ProfileImportLawyer): ProfileImportLawyer => ({
  ...now,
  outcome: 'refused',
  note: '检查之后登记数据已有变化，没有导入，请重新检查',
});

interface Read {
  lawyerId: number;
  licenceNo: string;
  name: string;
  sections: ImportedSection[];
  isHeldBack: boolean;
  settings: FieldSettings;
}

/** Reads them; `answer`: it ends here. */
async function readLawyer(
  { run, lawyer, rows }: LawyerToJudge,
  t: Transaction,
): Promise<Read | { answer: ProfileImportLawyer }> {
  const { licenceNo } = lawyer;
  const found = licenceNo === '' ? null : await findLawyerByLicence(licenceNo, t);
  const settings = await readFieldSettings(t);
  const read = rows.map((row): Numbered => {
    const { header, cells } = openRow(row, settings);
    const line = { number: row.number, isHidden: false, cells };
    return {
      ...readSectionRow(row.section, {
        header,
        line,
        withSensitive: run.withSensitive,
        sheet: sectionSheet(row.section, settings),
      }),
      section: row.section,
      at: row.number,
    };
  });
  const registered = found?.lawyer.name ?? '';
  const name = registered || (read[0]?.name ?? '');
  const faults = faultsOf(read, { licenceNo, registered: found ? registered : null });
  if (faults.length > 0 || !found) {
    return { answer: { licenceNo, name, outcome: 'faulty', sections: [], note: '', faults } };
  }
  const sections = SECTION_KEYS.flatMap((key) => sectionOf(sectionInForce(key, settings), read, run.withSensitive));
  const isHeldBack = read.some((row) => row.isHeldBack);
  if (sections.length === 0) {
    const answer = { licenceNo, name, outcome: 'skipped' as const, sections: [], note: HELD_BACK, faults: [] };
    return { answer };
  }
  return { lawyerId: found.lawyer.id, licenceNo, name, sections, isHeldBack, settings };
}

/** Rows of one section; none where nothing of it is read. */
function sectionOf(section: ProfileSection, read: readonly Numbered[], withSensitive: boolean): ImportedSection[] {
  const key = section.key as SectionKey;
  const fields = fieldsRead(section).filter((field) => withSensitive || !isSensitive(section, field));
  const rows = read.filter((row) => row.section === key);
  if (rows.length === 0 || fields.length === 0) return [];
  return [
    {
      key,
      fields: fields.map((field) => field.key),
      rows: rows.map(({ at, variant, values }) => ({ at, ...(variant !== undefined && { variant }), values })),
    },
  ];
}

/** What is wrong before any rule of the profile is asked. */
function faultsOf(
  read: readonly Numbered[],
  { licenceNo, registered }: { licenceNo: string; registered: string | null },
): Fault[] {
  return read.flatMap((row): Fault[] => {
    const place = { section: profileSection(row.section).label, row: row.at };
    const own = row.faults.map((fault) => ({ ...place, ...fault }));
    if (licenceNo === '') return own.length > 0 ? own : [{ ...place, column: '执业证号', message: '请填写' }];
    if (registered === null) return [{ ...place, column: '执业证号', message: '没有这个执业证号的律师' }, ...own];
    if (row.name !== '' && row.name !== registered) {
      return [{ ...place, column: '律师姓名', message: `姓名与登记不一致（登记为${registered}）` }, ...own];
    }
    const isTwin = profileSection(row.section).shape === 'single' && read.some((one) => isBefore(one, row));
    return isTwin ? [{ ...place, column: '', message: '同一律师只能有一行' }, ...own] : own;
  });
}

const isBefore = (one: Numbered, row: Numbered) => one.section === row.section && one.at < row.at;

function present({ licenceNo, name, isHeldBack, settings }: Read, verdict: ImportVerdict): ProfileImportLawyer {
  const base = {
    licenceNo,
    name,
    outcome: verdict.outcome,
    sections: [],
    note: isHeldBack ? HELD_BACK : '',
    faults: [],
  };
  switch (verdict.outcome) {
    case 'skipped':
      return { ...base, note: verdict.note };
    case 'unchanged':
      return base;
    case 'faulty':
      return { ...base, faults: verdict.faults.map((fault) => inWords(fault, settings)) };
    default:
      return { ...base, sections: Object.keys(verdict.changed).map((key) => profileSection(key as SectionKey).label) };
  }
}

function inWords(
  { key, at, field, message }: Extract<ImportVerdict, { outcome: 'faulty' }>['faults'][number],
  settings: FieldSettings,
): Fault {
  const column = sectionSheet(key, settings).columns.find((one) => one.field === field)?.label ?? '';
  return { section: profileSection(key).label, row: at, column, message };
}
