import { Op } from 'sequelize';
import type { MemberActor, StaffActor } from '../../actor.ts';
import { toIso } from '../../contract/dates.ts';
import type { HoursClaimDetail, OwnHoursClaim } from '../../contract/external-hours/replies.ts';
import { ofHoursClaim } from '../../subject.ts';
import { listFiles } from '../files/list-files.ts';
import { findLawyer } from '../registry/lawyers/find-lawyer.ts';
import { hoursRecords } from '../registry/records/hours-records.ts';
import { recordsOf } from '../registry/records/record-kind.ts';
import { readSettings } from '../settings/read-settings.ts';
import { readTimeline } from '../timeline/read-timeline.ts';
import { HoursClaim } from './model.ts';
import { expectLawyer, loadClaim } from './policy.ts';
import { presentCourse, presentLine } from './present.ts';
import { isOverlapping, isSameOrganiser, mostTenths, rightsOf } from './rules.ts';

/** As a member reads of whoever of the staff it was. */
const ASSOCIATION = '协会';

/** An own claim. Throws `forbidden`, `not_found`. */
export async function showOwnClaim({ actor, id }: { actor: MemberActor; id: number }): Promise<OwnHoursClaim> {
  const claim = await loadClaim(expectLawyer(actor), id);
  const subject = ofHoursClaim(id);
  const { mend, withdraw } = rightsOf(claim.state);
  return {
    ...presentCourse(claim),
    note: claim.note,
    opinion: claim.opinion,
    attachments: await listFiles(subject),
    timeline: (await readTimeline(subject)).map((line) => presentLine(line, ASSOCIATION)),
    version: claim.version,
    can: { mend, withdraw },
  };
}

/** A claim with its proof, and what the lawyer has of the same days: whoever decides sees a course that is claimed twice. Throws `not_found`. */
export async function showClaim({ actor, id }: { actor: StaffActor; id: number }): Promise<HoursClaimDetail> {
  const claim = await loadClaim(actor, id);
  const subject = ofHoursClaim(id);
  const { lawyer, firmName } = await findLawyer({ id: claim.lawyerId });
  const { dailyHours } = await readSettings();
  return {
    ...presentCourse(claim),
    lawyerId: lawyer.id,
    lawyerName: lawyer.name,
    licenceNo: lawyer.licenceNo,
    firmName,
    note: claim.note,
    opinion: claim.opinion,
    attachments: await listFiles(subject),
    timeline: (await readTimeline(subject)).map((line) => presentLine(line, null)),
    alike: await alikeOf(claim),
    registered: await registeredOf(claim),
    mostTenths: mostTenths(claim, dailyHours),
    decidedBy: claim.decidedBy,
    decidedAt: toIso(claim.decidedAt),
    version: claim.version,
    can: { decide: rightsOf(claim.state).decide },
  };
}

async function alikeOf(claim: HoursClaim): Promise<HoursClaimDetail['alike']> {
  const { id, lawyerId } = claim;
  const states = ['waiting', 'returned', 'accepted'];
  const others = await HoursClaim.findAll({
    where: { lawyerId, id: { [Op.ne]: id }, state: states },
    order: ['beginsOn', 'id'],
  });
  return others
    .filter((other) => isOverlapping(claim, other))
    .map((other) => ({
      id: other.id,
      state: other.state,
      title: other.title,
      organiser: other.organiser,
      beginsOn: other.beginsOn,
      endsOn: other.endsOn,
      tenths: other.tenths,
      isSame: isSameOrganiser(claim, other),
    }));
}

/** The record that the claim itself became is none of them. */
async function registeredOf(claim: HoursClaim): Promise<HoursClaimDetail['registered']> {
  const records = await recordsOf(hoursRecords, { subjectKind: 'lawyer', subjectId: claim.lawyerId });
  return records
    .filter(({ id, heldOn }) => id !== claim.hoursRecordId && heldOn >= claim.beginsOn && heldOn <= claim.endsOn)
    .map(({ id, title, heldOn, hours, state }) => ({ id, title, heldOn, tenths: Math.round(hours * 10), state }));
}
