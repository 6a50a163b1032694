import { appointments } from './appointments.tsx';
import { assessments } from './assessments.tsx';
import { dues } from './dues.tsx';
import { formerNames, mergers } from './firm-changes.tsx';
import { hours } from './hours.tsx';
import { periods } from './periods.tsx';
import type { MemberRecord } from '../../../bff/contract/records/endpoints.ts';
import type { AnyRecordSpec, RecordSpec } from './record-spec.tsx';

/** Every kind of record, by its name in the address. */
const SPECS: readonly AnyRecordSpec[] = [
  untyped(assessments),
  untyped(dues),
  untyped(appointments),
  untyped(hours),
  untyped(formerNames),
  untyped(mergers),
  untyped(periods),
];

export const specOf = (slug: string): AnyRecordSpec | undefined => SPECS.find((spec) => spec.slug === slug);

/** A page hands back to a spec only rows and values that came from it, so that it need not know their type. */
function untyped<Row extends MemberRecord, Values extends object>(spec: RecordSpec<Row, Values>): AnyRecordSpec {
  return spec as unknown as AnyRecordSpec;
}
