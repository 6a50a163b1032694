import { Op, type Transaction } from 'sequelize';
import type { SubjectRef } from '../../subject.ts';
import { Upload } from './model.ts';

/** Kind of owner of what was attached once and is no more; nobody answers for it, so nobody is shown it. */
const formerly = (kind: string) => `former-${kind}`;

/**
 * Takes off what something was submitted with and what is not among `tokens` now. The files stay: copies of them may
 * belong to something else.
 */
export async function releaseFiles(
  { owner, tokens }: { owner: SubjectRef; tokens: readonly string[] },
  t: Transaction,
): Promise<void> {
  await Upload.update(
    { ownerKind: formerly(owner.kind) },
    { where: { ownerKind: owner.kind, ownerId: owner.id, token: { [Op.notIn]: [...tokens] } }, transaction: t },
  );
}
