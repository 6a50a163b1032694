import type { Transaction } from 'sequelize';
import { DAY_MS, monthFolder } from '../../contract/dates.ts';
import { maskIdentities } from '../../contract/text.ts';
import type { FileKind } from '../../contract/files/enums.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { transaction } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { log } from '../../platform/log/log.ts';
import { openDocument, openFile } from '../../platform/opening/open-file.ts';
import { NotOpened, type OpenedFile } from '../../platform/opening/opened.ts';
import { scanner } from '../../platform/scan/scanner.ts';
import type { Actor } from '../../actor.ts';
import { Upload, type Intake } from './model.ts';
import { DESK_REFUSALS, REFUSALS } from './refusals.ts';
import { putBytes } from './stored-bytes.ts';
import { removeUnboundFile } from './remove-unbound-file.ts';

/** An application takes five; whoever tries and removes a few needs a handful more. */
const uploads = { name: 'upload', limit: 40, windowMs: 10 * 60_000 };
/** Whoever leaves a form open overnight finds the files still there. */
const UNBOUND_FOR_MS = DAY_MS;
const TOKEN_BITS = 128;
const MAX_NAME = 100;

export interface Uploading {
  /** Whose the file is until it is attached. */
  actor: Pick<Actor, 'accountId'>;
  name: string;
  bytes: Buffer;
  /** desk: documents of Word, Excel and WPS as well. Absent: proof. */
  intake?: Intake;
  /** Whether so many bytes more are taken; throws when not. In the transaction that writes the row. */
  admit?: (bytes: number, t: Transaction) => Promise<void>;
}

/**
 * Keeps a file for a form that is still being filled in. What it is follows from its content, not from its name, and it
 * has to open. Throws `invalid_fields` with what the member can do for anything but a PDF, JPEG or PNG that opens,
 * `too_many_requests`; whatever the storage throws, and then nothing is kept.
 */
export async function uploadFile(what: Uploading): Promise<Upload> {
  const { actor, intake = 'proof', admit } = what;
  await countAgainst(uploads, String(actor.accountId));
  const { kind, bytes } = await open(what);
  const upload = await transaction(async (t) => {
    await admit?.(bytes.length, t);
    const now = clock.now();
    const token = randomToken(TOKEN_BITS);
    const row = await Upload.create(
      {
        token,
        accountId: actor.accountId,
        ownerKind: null,
        ownerId: null,
        kind,
        size: bytes.length,
        discardedAt: null,
        name: shownName(what.name, kind),
        storageKey: `attachments/${monthFolder(now)}/${token}.${kind}`,
        createdAt: now,
        intake,
        isEncrypted: true,
        contentHash: sha256(bytes),
        scan: scanner() === null ? 'unscanned' : 'pending',
      },
      { transaction: t },
    );
    await enqueue('remove-unbound-file', { uploadId: row.id }, { t, runAt: now + UNBOUND_FOR_MS });
    return row;
  });
  // After the row: a file without one would never be removed, and nobody learns the token of a row without a file.
  try {
    await putBytes(upload, bytes);
  } catch (error) {
    await forget(upload);
    throw error;
  }
  // After the file is there: the scanner would find none.
  if (upload.scan === 'pending') await transaction((t) => enqueue('scan-file', { uploadId: upload.id }, { t }));
  return upload;
}

async function open({ name, bytes, intake }: Uploading): Promise<OpenedFile> {
  try {
    return await (intake === 'desk' ? openDocument(bytes, name) : openFile(bytes, name));
  } catch (cause) {
    if (!(cause instanceof NotOpened)) throw cause;
    log.info({ reason: cause.reason, bytes: bytes.length }, 'a file that does not open');
    throw new AppError('invalid_fields', {
      fields: { file: (intake === 'desk' ? DESK_REFUSALS : REFUSALS)[cause.reason] },
    });
  }
}

/** Leaves nothing of an upload that could not be stored; what cannot be removed either is left to the job. */
async function forget(upload: Upload): Promise<void> {
  try {
    await removeUnboundFile(upload.id);
  } catch (error) {
    log.warn({ err: error, uploadId: upload.id }, 'an upload that failed is removed later');
  }
}

/** The last part of a path, without what could mislead a reader, and with an ending that tells the truth. */
function shownName(name: string, kind: FileKind): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .trim();
  return `${[...maskIdentities(stem)].slice(0, MAX_NAME - 5).join('') || '附件'}.${kind === 'jpeg' ? 'jpg' : kind}`;
}
