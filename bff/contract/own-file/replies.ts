import { z } from 'zod';
import {
  appointmentRow,
  assessmentRow,
  duesRow,
  formerNameRow,
  hoursRow,
  mergerRow,
  periodRow,
} from '../records/replies.ts';
import { disciplineRow, firmDetail, lawyerDetail } from '../registry/replies.ts';
import { named } from '../reply-parts.ts';

/** What both kinds of member have; the latest first. */
const yearly = {
  assessments: z.array(assessmentRow.pick({ id: true, year: true, state: true, result: true, filedOn: true })),
  dues: z.array(duesRow.pick({ id: true, year: true, dueFen: true, paidFen: true, state: true, settledOn: true })),
  discipline: z.array(
    disciplineRow.pick({
      id: true,
      kind: true,
      state: true,
      documentNo: true,
      decidedOn: true,
      effectiveFromOn: true,
      effectiveUntilOn: true,
    }),
  ),
};

/**
 * 会员档案: what the registry keeps about the member who asks, nobody else, and without the remarks that staff write for
 * each other.
 */
export const ownFile = named(
  'OwnFile',
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('firm'),
      ...yearly,
      firm: firmDetail.omit({ id: true, version: true, formerNames: true }),
      formerNames: z.array(formerNameRow.pick({ id: true, name: true, untilOn: true })),
      mergers: z.array(mergerRow.pick({ id: true, otherFirmName: true, mergedOn: true })),
    }),
    z.strictObject({
      kind: z.literal('lawyer'),
      ...yearly,
      lawyer: lawyerDetail.omit({ id: true, version: true, firmId: true, periods: true, warnings: true }),
      periods: z.array(periodRow.pick({ id: true, firmName: true, fromOn: true, untilOn: true })),
      appointments: z.array(appointmentRow.pick({ id: true, body: true, position: true, fromOn: true, untilOn: true })),
      hours: z.array(hoursRow.pick({ id: true, title: true, heldOn: true, hours: true, state: true })),
    }),
  ]),
);
export type OwnFile = z.infer<typeof ownFile>;
