import type { Transaction } from 'sequelize';
import type { MemberActor } from '../../../actor.ts';
import { keyedIndex } from '../../../platform/crypto/keyed-index.ts';
import { contentHashOf, submitOnce } from '../../../platform/db/submit-once.ts';
import { Ticket } from '../model.ts';

/** Opens the ticket once its key is known to be new; `again` looks for the same submission after the asker was locked. */
type Open<Input> = (
  asked: { actor: MemberActor; input: Input; contentHash: string },
  again: () => Promise<number | null>,
  t: Transaction,
) => Promise<number>;

/** Opens one ticket for one key, however often it comes. Throws `idempotency_conflict` and as `open`. Answers its id. */
export async function openOnce<Input extends { idempotencyKey: string }>(
  { actor, input }: { actor: MemberActor; input: Input },
  open: Open<Input>,
): Promise<number> {
  const where = { accountId: actor.accountId, idempotencyKey: input.idempotencyKey };
  // The hash is keyed: from a plain one, an identity number in the content could be guessed.
  const contentHash = keyedIndex('tickets.content', contentHashOf(input));
  return submitOnce({
    contentHash,
    find: (t) => Ticket.findOne({ where, transaction: t }),
    submit: (t, again) => open({ actor, input, contentHash }, again, t),
    conflict: '该次提交已用于另一份工单，请刷新页面后重新填写',
  });
}
