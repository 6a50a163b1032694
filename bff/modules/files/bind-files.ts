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
  /** What else than proofs is taken: documents are not looked at everywhere. */
  takesDocuments?: true;
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
    { where: { ...free(what), token: { [Op.in]: [...tokens] } }, transaction: t },
  );
  if (bound === tokens.length) return;
  const isHere = (upload: Upload) => upload.ownerKind === owner.kind && upload.ownerId === owner.id;
  const found = await Upload.findAll({ where: attached(what), order: ['id'], transaction: t });
  const others = found.filter((upload) => !isHere(upload));
  if (found.length !== tokens.length || !(await areReusable(others, what.mayReuse))) throw gone();
  await copyUploads(others, { accountId, to: owner }, t);
}

/** Notes of what was just bound that it shows an identity document. */
export async function markIdentity(
  { owner, tokens }: { owner: SubjectRef; tokens: readonly string[] },
  t: Transaction,
): Promise<void> {
  if (tokens.length === 0) return;
  const where = { ownerKind: owner.kind, ownerId: owner.id, token: { [Op.in]: [...tokens] } };
  await Upload.update({ isIdentity: true }, { where, transaction: t });
}

/** The same of everything that several owners of one kind have. */
export async function markAllIdentity(
  { kind, ids }: { kind: string; ids: readonly number[] },
  t: Transaction,
): Promise<void> {
  await Upload.update({ isIdentity: true }, { where: { ownerKind: kind, ownerId: [...ids] }, transaction: t });
}

/** The same question before anything is submitted. */
export async function expectOwnFiles(what: Attaching): Promise<void> {
  const { tokens, mayReuse } = what;
  if (tokens.length === 0) return;
  const own = await Upload.count({ where: { ...free(what), token: { [Op.in]: [...tokens] } } });
  if (own === tokens.length) return;
  const others = await Upload.findAll({ where: attached(what) });
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

const intakes = ({ takesDocuments }: Attaching) => ({ intake: takesDocuments ? ['proof', 'desk'] : ['proof'] });
const free = (what: Attaching) => ({
  accountId: what.accountId,
  ownerId: null,
  discardedAt: null,
  ...intakes(what),
});
const attached = (what: Attaching) => ({
  token: { [Op.in]: [...what.tokens] },
  ...intakes(what),
  ownerId: { [Op.not]: null },
  discardedAt: null,
});

const gone = () => new AppError('invalid_fields', { fields: { attachments: '有附件已失效，请移除后重新上传' } });
