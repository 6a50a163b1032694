import type { StaffActor } from '../../../actor.ts';
import { fieldChange } from '../../../contract/field-changes/enums.ts';
import type { FieldChangeDecision } from '../../../contract/field-changes/schemas.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { findCorrectionOf } from '../../registry/corrections/of-ticket.ts';
import { identityRead, endFieldChange, loadUndecided } from './end-field-change.ts';
import { proposeFieldChange } from './propose-field-change.ts';

/**
 * 采纳并更正, 不采纳, or settled on the registry page: the entry with its history, what the ticket asked, the answer and
 * the clocks in one transaction (ADR 49). What nobody may change alone is proposed to a second person, once every check
 * has let it through. Throws `not_found`, `changed_meanwhile`, `wrong_state`, `invalid_fields`, and what the registry
 * refuses: then nothing has happened.
 */
export async function decideFieldChange(decided: {
  actor: StaffActor;
  id: number;
  decision: FieldChangeDecision;
}): Promise<void> {
  const { actor, id, decision } = decided;
  const seen = { actor, id, version: decision.version };
  if (decision.verdict === 'adopt') {
    const request = await findCorrectionOf(id);
    if (!request) throw new AppError('not_found');
    if (fieldChange(request.subjectKind, request.field).takesTwo) return proposeFieldChange({ actor, id, decision });
  }
  await transaction(async (t) => {
    const undecided = await loadUndecided(seen, t);
    if (decision.verdict !== 'adopt') {
      const { verdict, body } = decision;
      return endFieldChange({ ...undecided, actor, body, proofs: [], decision: { verdict } }, t);
    }
    const { verdict, subjectVersion, proofs, body } = decision;
    const identity = identityRead(undecided.request, decision);
    return endFieldChange({ ...undecided, actor, body, proofs, decision: { verdict, subjectVersion, identity } }, t);
  });
}
