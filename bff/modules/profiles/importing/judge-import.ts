import type { Transaction } from 'sequelize';
import { toShanghaiDate } from '../../../contract/dates.ts';
import { NO_DATA, type SectionData } from '../../../contract/form-reading/fields.ts';
import type { ProfileState } from '../../../contract/profile/enums.ts';
import { keepHidden } from '../../../contract/profile/field-settings.ts';
import { DECLARED, profileSection, type SectionKey } from '../../../contract/profile/profile.ts';
import { ProfileChange } from '../change-model.ts';
import { readInForce, type InForce } from '../changes/in-force.ts';
import { judgeProfile, type Drafts, type JudgedSection } from '../drafts/judge-profile.ts';
import { readFacts, type ProfileFacts } from '../facts/read-facts.ts';
import { withRegistry } from '../facts/registry-contacts.ts';
import { Profile, type ImportSource } from '../model.ts';
import { isSameRows } from '../rules/rebase.ts';
import { judgedId, mergedData, settledRows, type ImportedSection } from './merge-import.ts';

/** What is wrong with a row of a sheet; `at` 0: with the lawyer as a whole. `field` '': with the whole row. */
export interface ImportFault {
  key: SectionKey;
  at: number;
  field: string;
  message: string;
}

/** What can be put into force: the sections that differ from what is. */
export interface GoodImport {
  outcome: 'create' | 'update';
  changed: Drafts;
  inForce: InForce | null;
  facts: ProfileFacts;
}

/** What an import would do with a lawyer's profile. */
export type ImportVerdict =
  | { outcome: 'skipped'; note: string }
  | { outcome: 'faulty'; faults: ImportFault[] }
  | { outcome: 'unchanged' }
  | GoodImport;

export interface Importing {
  lawyerId: number;
  sections: readonly ImportedSection[];
  source: ImportSource;
}

/** What only its member can say, and the photo, which comes by a way of its own. */
const UNSPOKEN: ReadonlySet<string> = new Set([...DECLARED, 'photo']);

/** Whoever writes in the own profile is not overwritten. */
const BUSY: Partial<Record<ProfileState, string>> = {
  untouched: '会员正在填写，未导入',
  filling: '会员正在填写，未导入',
  waiting: '会员已提交审核，未导入',
  rejected: '会员正在修改，未导入',
};

/**
 * Judges what another system approved, as a submission of today is judged; what a file alone can show and what only the
 * member can declare is left to the member. Writes nothing. Throws `not_found`.
 */
export async function judgeImport({ lawyerId, sections, source }: Importing, t: Transaction): Promise<ImportVerdict> {
  const profile = await Profile.findOne({ where: { lawyerId }, transaction: t });
  const busy = profile && BUSY[profile.state];
  if (busy !== null && busy !== undefined) return { outcome: 'skipped', note: busy };
  const inForce = profile ? await readInForce(profile, t) : null;
  const note = inForce && (await whyNewer(lawyerId, inForce, source, t));
  if (note) return { outcome: 'skipped', note };

  const facts = inForce?.facts ?? (await readFacts(lawyerId, t));
  const before: Drafts = inForce?.drafts ?? {};
  const drafts: Drafts = { ...before };
  for (const one of sections) drafts[one.key] = mergedData(one, before[one.key]);
  if (drafts.basic) drafts.basic = { ...drafts.basic, rows: withRegistry(drafts.basic.rows, facts) };
  const judged = judgeProfile(drafts, facts);
  const faults = sections.flatMap((one) => faultsOf(one, judged));
  if (!drafts.basic) faults.push({ key: 'basic', at: 0, field: '', message: '首次导入须有“基本信息”' });
  if (faults.length > 0) return { outcome: 'faulty', faults };

  const changed: Drafts = {};
  for (const one of sections) {
    const present = before[one.key] ?? NO_DATA;
    const right = judged.find(({ key }) => key === one.key)?.data ?? NO_DATA;
    const data = { ...right, rows: keepHidden(one.key, facts.fields, { rows: right.rows, before: present.rows }) };
    const rows = settledRows(one, data, present.rows);
    if (!inForce || !isSame(present, rows)) changed[one.key] = { rows, saidNone: false };
  }
  if (Object.keys(changed).length === 0) return { outcome: 'unchanged' };
  return { outcome: inForce ? 'update' : 'create', changed, inForce, facts };
}

const isSame = (present: SectionData, rows: SectionData['rows']) => !present.saidNone && isSameRows(present.rows, rows);

/** Why what stands here is not to be replaced by what the file says; '' where it may. */
async function whyNewer(
  lawyerId: number,
  { snapshot }: InForce,
  { asOf }: ImportSource,
  t: Transaction,
): Promise<string> {
  const waiting = await ProfileChange.count({ where: { lawyerId, state: 'waiting' }, transaction: t });
  if (waiting > 0) return '有信息变更待审核，未导入';
  const { source } = snapshot.content;
  // What the member changed on the very day is the member's own word.
  const isNewer = source ? source.asOf > asOf : toShanghaiDate(snapshot.createdAt) >= asOf;
  return isNewer ? `本会的信息更新（${source?.asOf ?? toShanghaiDate(snapshot.createdAt)}），未导入` : '';
}

/** Faults of the rows of one section, but for what no sheet can hold. */
function faultsOf({ key, rows }: ImportedSection, judged: readonly JudgedSection[]): ImportFault[] {
  const found = judged.find((one) => one.key === key);
  if (!found) return [{ key, at: rows[0]?.at ?? 0, field: '', message: '按“政治面貌”，不需要填写本项' }];
  const section = profileSection(key);
  const files = new Set(section.fields.filter(({ kind }) => kind === 'files').map((field) => field.key));
  const places = new Map(rows.map(({ at }) => [judgedId(key, at), at]));
  return Object.entries(found.faults).flatMap(([place, message]) => {
    const [row = '', field = ''] = place.split('.');
    if (files.has(field) || UNSPOKEN.has(field)) return [];
    return [{ key, at: places.get(row) ?? 0, field: field === '_' ? '' : field, message }];
  });
}
