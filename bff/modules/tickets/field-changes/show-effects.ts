import type { StaffActor } from '../../../actor.ts';
import { correctionField, correctionWords } from '../../../contract/corrections/enums.ts';
import type { FieldChangeEffects } from '../../../contract/field-changes/replies.ts';
import { toChineseDate } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { countWaitingReviews, findPrintingLetters } from '../../certificates/matters/printing-letters.ts';
import type { CorrectionRequest } from '../../registry/corrections/correction-model.ts';
import { findCorrectionOf } from '../../registry/corrections/of-ticket.ts';
import { loadTicket } from '../policy.ts';
import { openOrders } from './open-orders.ts';

/** Letters named; the others are counted. */
const NAMED = 5;

/** 影响: what rests on the value that a ticket wants changed. Throws `not_found`. */
export async function showEffects({ actor, id }: { actor: StaffActor; id: number }): Promise<FieldChangeEffects> {
  await loadTicket(actor, id);
  const request = await findCorrectionOf(id);
  if (!request) throw new AppError('not_found');
  const member = { kind: request.subjectKind, id: request.subjectId };
  const [letters, reviews, orders] = await Promise.all([
    findPrintingLetters({ member, words: printed(request) }),
    countWaitingReviews(member),
    openOrders.answer.countOf(member),
  ]);
  return {
    letters: { count: letters.items.length, isMore: letters.isMore, latest: letters.items.slice(0, NAMED) },
    reviews,
    orders,
  };
}

/** The present value as letters print it; '' where they do not. */
function printed({ subjectKind, field, present }: CorrectionRequest): string {
  const spec = correctionField(subjectKind, field);
  if (!spec?.isPrinted || present === '') return '';
  if (spec.input === 'day') return toChineseDate(present);
  // The kind of the document stands before its masked number.
  if (spec.input === 'identity') return present.slice(present.lastIndexOf(' ') + 1);
  return spec.input === 'transfer' ? present : correctionWords(spec.input, present);
}
