import { z } from 'zod';
import { MAX_PAGE, type Page } from '../../contract/endpoint.ts';
import type { StaffActor } from '../../actor.ts';
import { toIso } from '../../contract/dates.ts';
import { PROFILE_IMPORT_OUTCOMES, type ProfileImportOutcome } from '../../contract/profile-imports/enums.ts';
import type { ProfileImport, ProfileImportLawyer, ProfileImportPhoto } from '../../contract/profile-imports/replies.ts';
import { oneOf } from '../../contract/reply-parts.ts';
import { AppError } from '../../errors.ts';
import { select } from '../../platform/db/database.ts';
import { selectPage } from '../../platform/db/keyset.ts';
import { idRow } from '../../platform/db/rows.ts';
import { Import, ImportLawyer, ImportPhoto } from './model.ts';
import { isStuck } from './staging/order-piece.ts';

const countRow = z.strictObject({ outcome: z.string(), count: z.int() });

async function countsIn(table: 'profile_import_lawyers' | 'profile_import_photos', id: number) {
  const counts = Object.fromEntries(Object.keys(PROFILE_IMPORT_OUTCOMES).map((one) => [one, 0]));
  const sql = `SELECT outcome, COUNT(*) AS count FROM ${table} WHERE import_id = ? GROUP BY outcome`;
  for (const { outcome, count } of await select(countRow, sql, [id])) if (outcome in counts) counts[outcome] = count;
  return counts as ProfileImport['lawyers'];
}

/** An import as the actor sees it. Throws `not_found`. */
export async function showImport({ actor, id }: { actor: StaffActor; id: number }): Promise<ProfileImport> {
  const run = await Import.findByPk(id, { rejectOnEmpty: new AppError('not_found') });
  if (run.state === 'discarded') throw new AppError('not_found');
  const isOwn = run.accountId === actor.accountId;
  const left = { where: { importId: id, isDue: true } };
  const due = run.applied + (await ImportLawyer.count(left)) + (await ImportPhoto.count(left));
  const { fileName, source, asOf, withSensitive, accountName: by, state, total, checked, applied } = run;
  return {
    id,
    fileName,
    source,
    asOf,
    withSensitive,
    by,
    state,
    total,
    checked,
    due,
    applied,
    lawyers: await countsIn('profile_import_lawyers', id),
    photos: await countsIn('profile_import_photos', id),
    createdAt: toIso(run.createdAt),
    endedAt: toIso(run.endedAt),
    can: {
      apply: isOwn && state === 'checked' && due > 0,
      addPhotos: isOwn && state === 'checked',
      resume: await isStuck(run),
      discard: state === 'checking' || state === 'checked',
    },
  };
}

interface Paged {
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** Imports of everybody, newest first. */
export async function listImports({ actor, ...paged }: Paged & { actor: StaffActor }): Promise<Page<ProfileImport>> {
  const page = await selectPage({
    row: idRow,
    columns: 'r.id',
    from: 'profile_imports r',
    where: [{ sql: "r.state <> 'discarded'", values: [] }],
    order: { by: 'r.id', id: 'r.id', direction: 'descending' },
    ...paged,
  });
  const items = await Promise.all(page.items.map(({ id }) => showImport({ actor, id })));
  return { ...page, items };
}

type OfOne = Paged & { id: number; outcome?: ProfileImportOutcome | undefined };

const chosen = ({ id, outcome }: OfOne) => [
  { sql: 'x.import_id = ?', values: [id] },
  { sql: outcome ? 'x.outcome = ?' : 'x.outcome <> ?', values: [outcome ?? 'waiting'] },
];

const lawyerRow = z.strictObject({ result: z.string() });

/** Its lawyers, as far as they have been looked through, of one outcome or all. */
export async function listImportLawyers(filter: OfOne): Promise<Page<ProfileImportLawyer>> {
  const page = await selectPage({
    row: lawyerRow,
    columns: 'x.result',
    from: 'profile_import_lawyers x',
    where: chosen(filter),
    order: { by: 'x.id', id: 'x.id', direction: 'ascending' },
    cursor: filter.cursor,
    limit: filter.limit ?? MAX_PAGE,
  });
  return { ...page, items: page.items.map(({ result }) => JSON.parse(result) as ProfileImportLawyer) };
}

const photoRow = z.strictObject({
  fileName: z.string(),
  licenceNo: z.string(),
  outcome: oneOf(PROFILE_IMPORT_OUTCOMES),
  note: z.string(),
});

/** Its photos, likewise. */
export const listImportPhotos = (filter: OfOne): Promise<Page<ProfileImportPhoto>> =>
  selectPage({
    row: photoRow,
    columns: 'x.file_name AS fileName, x.licence_no AS licenceNo, x.outcome, x.note',
    from: 'profile_import_photos x',
    where: chosen(filter),
    order: { by: 'x.id', id: 'x.id', direction: 'ascending' },
    cursor: filter.cursor,
    limit: filter.limit ?? MAX_PAGE,
  });
