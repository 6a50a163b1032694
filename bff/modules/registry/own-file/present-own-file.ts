import type { OwnFile } from '../../../contract/own-file/endpoints.ts';
import type { FirmRecords, LawyerRecords } from '../../../contract/records/endpoints.ts';
import type { DisciplineRow } from '../../../contract/registry/endpoints.ts';
import type { FirmRecord } from '../firms/find-firm.ts';
import type { LawyerRecord } from '../lawyers/find-lawyer.ts';
import { presentFirm, presentLawyer } from '../present.ts';

// List by list and field by field: what staff note in a record must never reach a member by itself.

/** A firm's 会员档案. */
export function presentOwnFirm(kept: {
  record: FirmRecord;
  records: FirmRecords;
  discipline: DisciplineRow[];
}): OwnFile {
  const { id: _id, version: _version, formerNames: _names, ...firm } = presentFirm(kept.record);
  return {
    kind: 'firm',
    firm,
    formerNames: kept.records.formerNames.map(({ id, name, untilOn }) => ({ id, name, untilOn })),
    mergers: kept.records.mergers.map(({ id, otherFirmName, mergedOn }) => ({ id, otherFirmName, mergedOn })),
    ...presentYearly(kept),
  };
}

/** A lawyer's 会员档案. */
export function presentOwnLawyer(kept: {
  record: LawyerRecord;
  records: LawyerRecords;
  discipline: DisciplineRow[];
}): OwnFile {
  const {
    id: _id,
    version: _version,
    firmId: _firmId,
    periods: _periods,
    warnings: _warnings,
    ...lawyer
  } = presentLawyer(kept.record);
  const { periods, appointments, hours } = kept.records;
  return {
    kind: 'lawyer',
    lawyer,
    periods: periods.map(({ id, firmName, fromOn, untilOn }) => ({ id, firmName, fromOn, untilOn })),
    appointments: appointments.map(({ id, body, position, fromOn, untilOn }) => ({
      id,
      body,
      position,
      fromOn,
      untilOn,
    })),
    hours: hours.map(({ id, title, heldOn, hours: count, state }) => ({ id, title, heldOn, hours: count, state })),
    ...presentYearly(kept),
  };
}

function presentYearly({
  records,
  discipline,
}: {
  records: Pick<FirmRecords, 'assessments' | 'dues'>;
  discipline: DisciplineRow[];
}): Pick<OwnFile, 'assessments' | 'dues' | 'discipline'> {
  return {
    assessments: records.assessments.map(({ id, year, state, result, filedOn }) => ({
      id,
      year,
      state,
      result,
      filedOn,
    })),
    dues: records.dues.map(({ id, year, dueFen, paidFen, state, settledOn }) => ({
      id,
      year,
      dueFen,
      paidFen,
      state,
      settledOn,
    })),
    discipline: discipline.map(({ id, kind, state, documentNo, decidedOn, effectiveFromOn, effectiveUntilOn }) => ({
      id,
      kind,
      state,
      documentNo,
      decidedOn,
      effectiveFromOn,
      effectiveUntilOn,
    })),
  };
}
