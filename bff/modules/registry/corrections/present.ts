import type { Actor } from '../../../actor.ts';
import type { OwnCorrection } from '../../../contract/corrections/endpoints.ts';
import { correctionField, correctionWords } from '../../../contract/corrections/enums.ts';
import { toIso } from '../../../contract/dates.ts';
import type { TimelineFact } from '../../timeline/read-timeline.ts';
import type { CorrectionRequest } from './correction-model.ts';

type Asked = Pick<CorrectionRequest, 'id' | 'subjectKind' | 'field' | 'present' | 'wanted' | 'state' | 'requestedAt'>;

/** What every list and page says of a request. */
export function presentRequested({ id, subjectKind, field, present, wanted, state, requestedAt }: Asked) {
  const { label, input } = correctionField(subjectKind, field) ?? { label: field, input: 'words' as const };
  return {
    id,
    label,
    present: correctionWords(input, present),
    wanted: correctionWords(input, wanted),
    state,
    requestedAt: toIso(requestedAt),
  };
}

/** What happened to a request, line by line; members read of the association, not of a person. */
export const presentTimeline = (
  facts: readonly TimelineFact<'correction'>[],
  reader: Actor['kind'],
): OwnCorrection['timeline'] =>
  facts.map(({ event, at, byKind, byName, note }) => ({
    event,
    at: toIso(at),
    by: byKind === 'staff' && reader !== 'staff' ? '协会工作人员' : byName,
    note,
  }));
