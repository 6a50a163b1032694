import { Op, type Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import type { SubjectRef } from '../../subject.ts';
import { copyUploads } from './copy-files.ts';
import { Upload } from './model.ts';

export interface Attaching {
  accountId: number;
  tokens: readonly string[];
  /** Whether files of something earlier may be attached again; absent: of nothing. */
  mayReuse?: (owner: SubjectRef) => Promise<boolean>;
}

/**
 * Makes uploads the attachments of what is just being submitted. What belongs to something earlier whose files may be
 * reused gets a row of its own over the same stored file; what is attached here already stays. Throws `invalid_fields`
 * when one is not the account's own, belongs to something else, or has been removed.
 */
export async function bindFiles(what: Attaching & { owner: SubjectRef }, t: Transaction): Promise<void> {
  const { accountId, owner, tokens } = what;
  if (tokens.length === 0) return;
  const [bound] = await Upload.update(
    { ownerKind: owner.kind, ownerId: owner.id },
    { where: { ...free(accountId), token: { [Op.in]: [...tokens] } }, transaction: t },
  );
  if (bound === tokens.length) return;
  const isHere = (upload: Upload) => upload.ownerKind === owner.kind && upload.ownerId === owner.id;
  const found = await Upload.findAll({ where: attached(tokens), order: ['id'], transaction: t });
  const others = found.filter((upload) => !isHere(upload));
  if (found.length !== tokens.length || !(await areReusable(others, what.mayReuse))) throw gone();
  await copyUploads(others, { accountId, to: owner }, t);
}

/** The same question before anything is submitted. */
export async function expectOwnFiles({ accountId, tokens, mayReuse }: Attaching): Promise<void> {
  if (tokens.length === 0) return;
  const own = await Upload.count({ where: { ...free(accountId), token: { [Op.in]: [...tokens] } } });
  if (own === tokens.length) return;
  const others = await Upload.findAll({ where: attached(tokens) });
  if (own + others.length !== tokens.length || !(await areReusable(others, mayReuse))) throw gone();
}

async function areReusable(uploads: readonly Upload[], mayReuse: Attaching['mayReuse']): Promise<boolean> {
  const owners = new Map<string, SubjectRef>();
  for (const { ownerKind, ownerId } of uploads) {
    if (ownerKind === null || ownerId === null) return false;
    owners.set(`${ownerKind}:${ownerId}`, { kind: ownerKind, id: ownerId });
  }
  for (const owner of owners.values()) if (!(await mayReuse?.(owner))) return false;
  return true;
}

const free = (accountId: number) => ({ accountId, ownerId: null, discardedAt: null });
const attached = (tokens: readonly string[]) => ({
  token: { [Op.in]: [...tokens] },
  ownerId: { [Op.not]: null },
  discardedAt: null,
});

const gone = () => new AppError('invalid_fields', { fields: { attachments: '有附件已失效，请移除后重新上传' } });
