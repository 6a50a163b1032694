import type { Transaction } from 'sequelize';
import { z } from 'zod';
import type { MemberActor } from '../../../actor.ts';
import { ticketCategory, type TicketCategoryKey } from '../../../contract/tickets/enums.ts';
import { AppError } from '../../../errors.ts';
import { select } from '../../../platform/db/database.ts';

const nameRow = z.strictObject({ name: z.string() });

/** The ticket is about nobody in particular. */
const NOBODY = { aboutLawyerId: null, aboutName: '' } as const;

/**
 * Of whom a ticket is: a firm asks for one of its lawyers of today, where the category is about one person. Throws
 * `invalid_fields`: for another firm's lawyer in the same words as for one that does not exist.
 */
export async function aboutLawyer(
  asked: { actor: MemberActor; category: TicketCategoryKey; lawyerId: number | undefined },
  t: Transaction,
): Promise<{ aboutLawyerId: number | null; aboutName: string }> {
  const { actor, category, lawyerId } = asked;
  if (lawyerId === undefined) return NOBODY;
  const refuse = (lawyer: string) => new AppError('invalid_fields', { fields: { lawyerId: lawyer } });
  if (actor.kind !== 'firm') throw refuse('律师本人的工单不用选择律师');
  if (!ticketCategory(category).isOfOnePerson) throw refuse('该分类不用选择律师');
  const [found] = await select(
    nameRow,
    "SELECT name FROM lawyers WHERE id = ? AND firm_id = ? AND status <> 'cancelled'",
    [lawyerId, actor.firmId],
    t,
  );
  if (!found) throw refuse('请选择本所现在的律师');
  return { aboutLawyerId: lawyerId, aboutName: found.name };
}
