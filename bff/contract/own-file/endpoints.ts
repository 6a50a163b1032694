import { endpoint } from '../endpoint.ts';
import type {
  AppointmentRow,
  AssessmentRow,
  DuesRow,
  FormerNameRow,
  HoursRow,
  MergerRow,
  PeriodRow,
} from '../records/endpoints.ts';
import type { DisciplineRow, FirmDetail, LawyerDetail } from '../registry/endpoints.ts';

/** What both kinds of member have; the latest first. */
interface Yearly {
  assessments: Pick<AssessmentRow, 'id' | 'year' | 'state' | 'result' | 'filedOn'>[];
  dues: Pick<DuesRow, 'id' | 'year' | 'dueFen' | 'paidFen' | 'state' | 'settledOn'>[];
  discipline: Pick<
    DisciplineRow,
    'id' | 'kind' | 'state' | 'documentNo' | 'decidedOn' | 'effectiveFromOn' | 'effectiveUntilOn'
  >[];
}

/**
 * 会员档案: what the registry keeps about the member who asks, nobody else, and without the remarks that staff write for
 * each other.
 */
export type OwnFile = Yearly &
  (
    | {
        kind: 'firm';
        firm: Omit<FirmDetail, 'id' | 'version' | 'formerNames'>;
        formerNames: Pick<FormerNameRow, 'id' | 'name' | 'untilOn'>[];
        mergers: Pick<MergerRow, 'id' | 'otherFirmName' | 'mergedOn'>[];
      }
    | {
        kind: 'lawyer';
        lawyer: Omit<LawyerDetail, 'id' | 'version' | 'firmId' | 'periods' | 'warnings'>;
        periods: Pick<PeriodRow, 'id' | 'firmName' | 'fromOn' | 'untilOn'>[];
        appointments: Pick<AppointmentRow, 'id' | 'body' | 'position' | 'fromOn' | 'untilOn'>[];
        hours: Pick<HoursRow, 'id' | 'title' | 'heldOn' | 'hours' | 'state'>[];
      }
  );

export const ownFileEndpoints = {
  showOwnFile: endpoint<{ reply: OwnFile }>()({
    method: 'GET',
    path: '/me/file',
    access: 'member',
    summary: 'Everything the registry keeps about the signed-in member',
  }),
} as const;
