import type { Transaction } from 'sequelize';
import { decryptBytes, encryptBytes } from '../../platform/crypto/encryption.ts';
import { ImportPiece } from './model.ts';

/** Written at once: a statement of a whole file is more than a database takes. */
const PIECE_BYTES = 1024 * 1024;

const contextOf = (runId: number, at: number) => `import_pieces.bytes:${runId}:${at}`;

/** Keeps the file of a run, encrypted, until the run is applied or given up. */
export async function keepFile(runId: number, file: Buffer, t: Transaction): Promise<void> {
  for (let at = 0; at * PIECE_BYTES < file.length; at++) {
    const piece = file.subarray(at * PIECE_BYTES, (at + 1) * PIECE_BYTES);
    await ImportPiece.create({ runId, at, bytes: encryptBytes(piece, contextOf(runId, at)) }, { transaction: t });
  }
}

/** The file of a run; null when it is done with, or was brought before files were kept. */
export async function readFile(runId: number): Promise<Buffer | null> {
  const pieces = await ImportPiece.findAll({ where: { runId }, order: [['at', 'ASC']] });
  return pieces.length === 0
    ? null
    : Buffer.concat(pieces.map(({ at, bytes }) => decryptBytes(bytes, contextOf(runId, at))));
}

/** What it held is the registry's now. */
export const dropFile = (runId: number, t: Transaction): Promise<number> =>
  ImportPiece.destroy({ where: { runId }, transaction: t });
