import { sha256 } from '../../../platform/crypto/sha256.ts';
import { readRecord } from '../../../platform/signer/embedded-record.ts';
import { keepsState } from '../../../platform/singletons.ts';
import { readStoredFile } from '../../../platform/storage/read-stored-file.ts';

/** Characters of records kept in memory: some thousand letters. */
const MOST_KEPT = 16_000_000;

/** Records by the hash of the file that holds them: the same bytes always hold the same. */
const kept = new Map<string, string>();
let size = 0;
keepsState(() => {
  kept.clear();
  size = 0;
});

/** What the file with this hash says of itself; null when the stored file is another, is lost or has no record. */
export async function readSignedRecord(storageKey: string, fileHash: string): Promise<string | null> {
  const known = kept.get(fileHash);
  if (known !== undefined) return known;
  const bytes = await readStoredFile(storageKey);
  if (!bytes || sha256(bytes) !== fileHash) return null;
  const record = readRecord(bytes);
  if (record !== null) keep(fileHash, record);
  return record;
}

function keep(fileHash: string, record: string): void {
  kept.set(fileHash, record);
  size += record.length;
  for (const [oldest, text] of kept) {
    if (size <= MOST_KEPT) return;
    kept.delete(oldest);
    size -= text.length;
  }
}
