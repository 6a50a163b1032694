import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { correctionField, correctionWords } from '../../../contract/corrections/enums.ts';
import type { FieldChangeDecision } from '../../../contract/field-changes/schemas.ts';
import { IDENTITY_KINDS } from '../../../contract/registry/enums.ts';
import { maskIdentity, maskPhone } from '../../../contract/text.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofTicket } from '../../../subject.ts';
import { correctables, type IdentityRead } from '../../registry/corrections/correctable.ts';
import type { CorrectionRequest } from '../../registry/corrections/correction-model.ts';
import { encryptEnteredIdentity } from '../../registry/facts/identity.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { overtake } from '../../two-person/read-proposal.ts';
import { requestChange } from '../../two-person/request-change.ts';
import { readOfficeClock } from '../clocks/office-clock.ts';
import type { Ticket } from '../model.ts';
import { resumedClocks } from '../rules.ts';
import { endFieldChange, identityRead, loadUndecided } from './end-field-change.ts';

interface Proposed {
  actor: StaffActor;
  id: number;
  decision: Extract<FieldChangeDecision, { verdict: 'adopt' }>;
}

/**
 * Asks a second person for a change that nobody makes alone: what the registry would refuse is refused now, and nothing is
 * changed until it is confirmed. An earlier proposal that waits is overtaken. Throws as `decideFieldChange`.
 */
export async function proposeFieldChange({ actor, id, decision }: Proposed): Promise<void> {
  const { version, subjectVersion, proofs, body } = decision;
  const load = (t: Transaction) => loadUndecided({ actor, id, version }, t);
  await rehearse(async (t) => {
    const undecided = await load(t);
    const identity = identityRead(undecided.request, decision);
    const adopted = { verdict: 'adopt', subjectVersion, identity } as const;
    await endFieldChange({ ...undecided, actor, proofs, body, decision: adopted }, t);
  });
  await transaction(async (t) => {
    const { ticket, request } = await load(t);
    const read = identityRead(request, decision);
    const identity = read && { kind: read.kind, ...encryptEnteredIdentity(read.number) };
    await overtake(request.proposalId, t);
    const { lastMessageAt } = ticket;
    const payload = { ticketId: id, lastMessageAt, subjectVersion, proofs, body, identity };
    const words = await inWords(ticket, request, read, t);
    const change = await requestChange({ kind: 'field_change', payload, actor, ...words }, t);
    await request.update({ proposalId: change.id }, { transaction: t });
    await writeEvent({ subject: ofTicket(id), event: 'proposed', by: actor }, t);
    await ticket.update(
      {
        ...(ticket.state === 'asked' && resumedClocks(ticket, clock.now(), await readOfficeClock(t))),
        state: 'working',
        ...(ticket.assigneeId === null && { assigneeId: actor.accountId, assigneeName: actor.name }),
        version: ticket.version + 1,
      },
      { transaction: t },
    );
  });
}

class Passed extends Error {}

/** Does the work and rolls it back, so that whatever would refuse it later refuses it now. */
async function rehearse(work: (t: Transaction) => Promise<void>): Promise<void> {
  try {
    await transaction(async (t) => {
      await work(t);
      throw new Passed();
    });
  } catch (error) {
    if (!(error instanceof Passed)) throw error;
  }
}

/** What the second person and the log read; numbers of people are masked, the ticket shows what proves them. */
async function inWords(ticket: Ticket, request: CorrectionRequest, identity: IdentityRead | null, t: Transaction) {
  const { subjectKind, subjectId, field, present, wanted } = request;
  const { name, licenceNo } = await correctables.answer[subjectKind].read(subjectId, t);
  const { label, input } = correctionField(subjectKind, field) ?? { label: field, input: 'words' as const };
  const shown = (value: string) => (field === 'phone' ? maskPhone(value) : correctionWords(input, value));
  return {
    target: `${name}（${licenceNo}）${label}，工单${ticket.number}`,
    before: shown(present) || '空',
    after: identity ? `${IDENTITY_KINDS[identity.kind]} ${maskIdentity(identity.number)}` : shown(wanted),
  };
}
