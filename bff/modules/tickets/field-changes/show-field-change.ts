import type { Transaction } from 'sequelize';
import type { MemberActor, StaffActor } from '../../../actor.ts';
import { correctionField, correctionWords, transferOf } from '../../../contract/corrections/enums.ts';
import { fieldChange } from '../../../contract/field-changes/enums.ts';
import type { FieldChangeReply, OwnFieldChange } from '../../../contract/field-changes/replies.ts';
import type { KeptFile } from '../../../contract/files/endpoints.ts';
import { listFilesOf } from '../../files/list-files-of.ts';
import { correctables } from '../../registry/corrections/correctable.ts';
import type { CorrectionRequest } from '../../registry/corrections/correction-model.ts';
import { findCorrectionOf, isClaim } from '../../registry/corrections/of-ticket.ts';
import { speaksOf } from '../../registry/corrections/subject-of.ts';
import { readProposal } from '../../two-person/read-proposal.ts';
import { Ticket, TicketMessage } from '../model.ts';
import { loadTicket } from '../policy.ts';

/** What a firm reads of a lawyer who has left it, instead of what the registry says now. */
const LEFT = { name: '已不在本所的律师', licenceNo: '' };

/** What an own ticket asks of the registry. Throws `not_found`. */
export async function showOwnFieldChange(seen: { actor: MemberActor; id: number }): Promise<OwnFieldChange> {
  const { actor, id } = seen;
  await loadTicket(actor, id);
  const request = await findCorrectionOf(id);
  if (!request) return { change: null };
  const { subjectKind: kind, subjectId } = request;
  const isOwn = await speaksOf(actor, { kind, id: subjectId });
  if (!isOwn && (await isJoining(actor, request))) return { change: null };
  return { change: presentAsked(request, isOwn ? await correctables.answer[kind].read(subjectId) : LEFT) };
}

/** A firm asks for a lawyer who joins it: until that is so, it learns nothing of what the registry says. */
async function isJoining(actor: MemberActor, { field, wanted }: CorrectionRequest): Promise<boolean> {
  if (actor.kind !== 'firm' || field !== 'transfer') return false;
  const { licenceNo } = await correctables.answer.firm.read(actor.firmId);
  return transferOf(wanted)?.licenceNo === licenceNo;
}

/** What a ticket of the actor's queues asks of the registry, beside what it says now. Throws `not_found`. */
export async function showFieldChange(seen: { actor: StaffActor; id: number }): Promise<FieldChangeReply> {
  const { actor, id } = seen;
  const ticket = await loadTicket(actor, id);
  const request = await findCorrectionOf(id);
  if (!request) return { change: null };
  const { subjectKind, subjectId, field, present } = request;
  const subject = await correctables.answer[subjectKind].read(subjectId);
  const input = inputOf(request);
  const now = subject.registered[field] ?? '';
  const [proofs, proposal] = await Promise.all([readProofs(id), readProposal(request.proposalId)]);
  const decide = ticket.isOpen && request.state === 'open';
  const { proof, takesTwo } = fieldChange(subjectKind, field);
  return {
    change: {
      ...presentAsked(request, subject),
      subjectKind,
      subjectId,
      subjectVersion: subject.version,
      input,
      now: correctionWords(input, now),
      hasChanged: now !== present,
      proof,
      takesTwo,
      proofs,
      proposal,
      can: { decide, adopt: decide && input !== 'words' && now === present && proposal?.state !== 'waiting' },
    },
  };
}

/** What the member has sent in a ticket and in those that were merged into it, the first things first. */
export async function readProofs(ticketId: number, t?: Transaction): Promise<{ messageId: number; file: KeptFile }[]> {
  const inT = t && { transaction: t };
  const merged = await Ticket.findAll({ where: { mergedInto: ticketId }, attributes: ['id'], ...inT });
  const where = { ticketId: [ticketId, ...merged.map(({ id }) => id)], byKind: 'member' as const };
  const messages = await TicketMessage.findAll({
    where,
    order: ['id'],
    attributes: ['id'],
    ...inT,
  });
  const ids = messages.map((message) => message.id);
  const files = await listFilesOf('ticket_message', ids, t);
  return ids.flatMap((messageId) => (files.get(messageId) ?? []).map((file) => ({ messageId, file })));
}

const inputOf = ({ subjectKind, field }: CorrectionRequest) => correctionField(subjectKind, field)?.input ?? 'words';

function presentAsked(request: CorrectionRequest, { name, licenceNo }: { name: string; licenceNo: string }) {
  const { subjectKind, field, present, wanted, state } = request;
  const input = inputOf(request);
  return {
    label: correctionField(subjectKind, field)?.label ?? field,
    subjectName: name,
    subjectLicenceNo: licenceNo,
    isClaim: isClaim(request),
    present: correctionWords(input, present),
    wanted: correctionWords(input, wanted),
    state,
  };
}
