import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import type { ProfileImportOutcome } from '../../../contract/profile-imports/enums.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { savepoint, transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { findByLicences } from '../../registry/facts/find-by-licence.ts';
import { lockForWriting } from '../../registry/facts/lock-subjects.ts';
import { Import, ImportLawyer, ImportPhoto, ImportRow } from '../model.ts';
import { dropRows } from '../staging/discard-import.ts';
import { orderPiece } from '../staging/order-piece.ts';
import { applyLawyer, judgeLawyer } from './judge-lawyer.ts';
import { applyPhoto, checkPhoto, cutPhoto } from './work-photo.ts';

/** Rows of lawyers looked through, or written, at once (profile-workflow.md: one transaction per 500 rows). */
const PIECE_ROWS = 500;
/** Lawyers of one row each take longer than their rows say. */
const PIECE_LAWYERS = 100;
/** Each takes a tenth of a second. */
const PIECE_PHOTOS = 20;

/**
 * Does the next piece of an import and leaves the rest to the next job, in the same transaction: whoever dies amid a piece
 * has done nothing of it. `done`: how far it was when this piece was ordered; a piece ordered twice is done once.
 */
export async function workImport(importId: number, done: number): Promise<void> {
  const run = await Import.findByPk(importId);
  if (run?.state === 'checking' && run.checked === done) await checkPiece(run);
  if (run?.state === 'applying' && run.applied === done) await applyPiece(run);
}

async function checkPiece(run: Import): Promise<void> {
  const lawyers = await nextLawyers({ importId: run.id, outcome: 'waiting' });
  // Pictures are looked at before the transaction: it would keep others waiting.
  const photos = lawyers.length > 0 ? [] : await nextPhotos({ importId: run.id, outcome: 'waiting' });
  const looked = await Promise.all(photos.map(async (photo) => ({ photo, found: await checkPhoto(run, photo) })));
  await transaction(async (t) => {
    const current = await lockAt(run, t);
    if (!current) return;
    for (const lawyer of lawyers) {
      const result = await judgeLawyer({ run, lawyer, rows: await rowsOf(lawyer, t) }, t);
      const { outcome } = result;
      await lawyer.update({ outcome, result, isDue: isWritten(outcome) }, { transaction: t });
    }
    for (const { photo, found } of looked) {
      await photo.update({ ...found, isDue: isWritten(found.outcome) }, { transaction: t });
    }
    const checked = current.checked + lawyers.length + photos.length;
    const isWhole = checked >= current.total;
    await current.update({ checked, state: isWhole ? 'checked' : 'checking' }, { transaction: t });
    if (!isWhole) await orderPiece(current, t);
  });
}

const isWritten = (outcome: ProfileImportOutcome) => outcome === 'create' || outcome === 'update';

async function applyPiece(run: Import): Promise<void> {
  const lawyers = await nextLawyers({ importId: run.id, isDue: true });
  const photos = lawyers.length > 0 ? [] : await nextPhotos({ importId: run.id, isDue: true });
  const cut = await Promise.all(photos.map(async (photo) => ({ photo, portrait: await cutPhoto(photo) })));
  const actor = actorOf(run);
  // Nothing is left to write: the rows of those who were skipped go before it is called done.
  if (lawyers.length + photos.length === 0) await dropRows(run.id);
  await transaction(async (t) => {
    const current = await lockAt(run, t);
    if (!current) return;
    await lockAll([...lawyers, ...photos], t);
    for (const lawyer of lawyers) {
      const rows = await rowsOf(lawyer, t);
      const result = await attempt(lawyer, t, () => applyLawyer({ actor, run, lawyer, rows }, t));
      await lawyer.update({ isDue: false, outcome: result.outcome, result }, { transaction: t });
      // What they held is the profile's now.
      await ImportRow.destroy({ where: { importId: run.id, licenceNo: lawyer.licenceNo }, transaction: t });
    }
    for (const one of cut) await applyPhoto({ actor, run, ...one }, t);
    const applied = current.applied + lawyers.length + photos.length;
    await current.update({ applied }, { transaction: t });
    if (lawyers.length + photos.length > 0) await orderPiece(current, t);
    else await finish(current, t);
  });
}

/** All lawyers of a piece at once, in the order in which everybody locks them. */
async function lockAll(of: readonly { licenceNo: string }[], t: Transaction): Promise<void> {
  const found = await findByLicences(
    of.map(({ licenceNo }) => licenceNo),
    t,
  );
  await lockForWriting({ firmIds: [], lawyerIds: [...found.values()] }, t);
}

/** One lawyer, whole or not at all: what an act of the registry refuses becomes this lawyer's own. */
async function attempt(
  { result }: ImportLawyer,
  t: Transaction,
  work: () => ReturnType<typeof applyLawyer>,
): ReturnType<typeof applyLawyer> {
  try {
    return await savepoint(t, work);
  } catch (error) {
    if (!(error instanceof AppError) || !result) throw error;
    return { ...result, outcome: 'refused', note: error.message };
  }
}

/** The import, locked; null: somebody else has done this piece. */
async function lockAt(run: Import, t: Transaction): Promise<Import | null> {
  const current = await Import.findByPk(run.id, { transaction: t, lock: t.LOCK.UPDATE });
  const isAsItWas = current?.state === run.state && current.checked === run.checked && current.applied === run.applied;
  return isAsItWas ? current : null;
}

type Wanted = { importId: number } & ({ outcome: 'waiting' } | { isDue: true });

/** As many whole lawyers as make a piece, at least one. */
async function nextLawyers(where: Wanted): Promise<ImportLawyer[]> {
  const next = await ImportLawyer.findAll({ where, order: [['id', 'ASC']], limit: PIECE_LAWYERS });
  let rows = 0;
  return next.filter(({ rowTotal }, at) => {
    rows += rowTotal;
    return at === 0 || rows <= PIECE_ROWS;
  });
}

const nextPhotos = (where: Wanted) => ImportPhoto.findAll({ where, order: [['id', 'ASC']], limit: PIECE_PHOTOS });

const rowsOf = ({ importId, licenceNo }: ImportLawyer, t: Transaction) =>
  ImportRow.findAll({ where: { importId, licenceNo }, order: [['id', 'ASC']], transaction: t });

async function finish(run: Import, t: Transaction): Promise<void> {
  const count = (outcome: ProfileImportOutcome) =>
    ImportLawyer.count({ where: { importId: run.id, outcome }, transaction: t });
  const [create, update] = [await count('create'), await count('update')];
  const photos = await ImportPhoto.count({ where: { importId: run.id, outcome: 'create' }, transaction: t });
  await run.update({ state: 'applied', endedAt: clock.now() }, { transaction: t });
  await writeAudit(
    {
      actor: actorOf(run),
      action: 'profile.imports-applied',
      targetKind: 'list',
      targetId: 0,
      target: run.fileName,
      detail: `${run.source}，数据截至${run.asOf}：新增${create}人，更新${update}人，照片${photos}张`,
    },
    t,
  );
}

const actorOf = ({ accountId, accountName, address }: Import): StaffActor => ({
  kind: 'staff',
  accountId,
  name: accountName,
  address,
  roles: ['registrar'],
});
