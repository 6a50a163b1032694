import { toIso } from '../../contract/dates.ts';
import type { OwnHoursClaimRow } from '../../contract/external-hours/replies.ts';
import type { TimelineFact } from '../timeline/read-timeline.ts';
import type { HoursClaim } from './model.ts';

/** The course of a claim and where it stands, as everybody who may see it does. */
export const presentCourse = (claim: HoursClaim): OwnHoursClaimRow => ({
  id: claim.id,
  state: claim.state,
  title: claim.title,
  organiser: claim.organiser,
  beginsOn: claim.beginsOn,
  endsOn: claim.endsOn,
  kind: claim.kind,
  mode: claim.mode,
  tenths: claim.tenths,
  acceptedTenths: claim.acceptedTenths,
  submittedAt: toIso(claim.submittedAt),
});

/** A line for whom `association` stands in for whoever of the staff it was; `null`: by name, for colleagues. */
export const presentLine = (line: TimelineFact<'hours_claim'>, association: string | null) => ({
  event: line.event,
  at: toIso(line.at),
  by: line.byKind === 'staff' && association !== null ? association : line.byName,
  note: line.note,
});
