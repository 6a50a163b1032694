import type { Transaction } from 'sequelize';
import { openBytes, sealBytes } from '../../platform/crypto/sealed.ts';
import { ImportPiece } from './model.ts';

/** Written at once: a statement of a whole file is more than a database takes. */
const PIECE_BYTES = 1024 * 1024;

const sealContext = (runId: number, at: number) => `import_pieces.bytes:${runId}:${at}`;

/** Keeps the file of a run, sealed, until the run is applied or given up. */
export async function keepFile(runId: number, file: Buffer, t: Transaction): Promise<void> {
  for (let at = 0; at * PIECE_BYTES < file.length; at++) {
    const piece = file.subarray(at * PIECE_BYTES, (at + 1) * PIECE_BYTES);
    await ImportPiece.create({ runId, at, bytes: sealBytes(piece, sealContext(runId, at)) }, { transaction: t });
  }
}

/** The file of a run; null when it is done with, or was brought before files were kept. */
export async function readFile(runId: number): Promise<Buffer | null> {
  const pieces = await ImportPiece.findAll({ where: { runId }, order: [['at', 'ASC']] });
  return pieces.length === 0
    ? null
    : Buffer.concat(pieces.map(({ at, bytes }) => openBytes(bytes, sealContext(runId, at))));
}

/** What it held is the registry's now. */
export const dropFile = (runId: number, t: Transaction): Promise<number> =>
  ImportPiece.destroy({ where: { runId }, transaction: t });
