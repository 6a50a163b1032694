import type { Transaction } from 'sequelize';
import { CorrectionRequest } from './correction-model.ts';

/** What a ticket asks of the registry, decided or not; null: nothing. Whoever asks has authorised the ticket. */
export const findCorrectionOf = (ticketId: number): Promise<CorrectionRequest | null> =>
  CorrectionRequest.findOne({ where: { ticketId } });

/** The same, locked, while nobody has decided it; the ticket is locked before. */
export const lockOpenCorrection = (ticketId: number, t: Transaction): Promise<CorrectionRequest | null> =>
  CorrectionRequest.findOne({ where: { ticketId, state: 'open' }, transaction: t, lock: t.LOCK.UPDATE });

/** Whether one of these tickets changed the registry, by adoption or by hand: what was sent in it proves the entry. */
export const isGroundOfEntry = async (ticketIds: readonly number[]): Promise<boolean> =>
  (await CorrectionRequest.count({ where: { ticketId: [...ticketIds], state: 'adopted' } })) > 0;

/** A firm says it of one of its lawyers: a finding for staff, which keeps nobody's letters waiting. */
export const isClaim = ({
  subjectKind,
  subjectId,
  askerKind,
  askerId,
}: Pick<CorrectionRequest, 'subjectKind' | 'subjectId' | 'askerKind' | 'askerId'>): boolean =>
  subjectKind !== askerKind || subjectId !== askerId;
