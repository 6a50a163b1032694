import { memberIdOf, type Actor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { CorrectionRequest } from './correction-model.ts';

/**
 * In which ticket a request is worked on. Throws `not_found` for a foreign one and one that does not exist alike; that
 * includes a lawyer whose firm asked.
 */
export async function findTicketOf(actor: Actor, id: number): Promise<{ ticketId: number }> {
  const request = await CorrectionRequest.findByPk(id);
  if (!request) throw new AppError('not_found');
  if (actor.kind !== 'staff') {
    const asker = memberIdOf(actor);
    if (request.askerKind !== asker.kind || request.askerId !== asker.id) throw new AppError('not_found');
  }
  return { ticketId: request.ticketId };
}
