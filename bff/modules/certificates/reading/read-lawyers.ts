import { z } from 'zod';
import { select } from '../../../platform/db/database.ts';

const lawyerRow = z.strictObject({ id: z.int(), name: z.string(), licenceNo: z.string() });
export type LawyerOfApplication = z.infer<typeof lawyerRow>;

/** The lawyers whom an application names, in their order, called as they are today. */
export function readLawyers(applicationId: number): Promise<LawyerOfApplication[]> {
  return select(
    lawyerRow,
    `SELECT l.id, l.name, l.licence_no AS licenceNo FROM application_lawyers n JOIN lawyers l ON l.id = n.lawyer_id
     WHERE n.application_id = ? ORDER BY n.position`,
    [applicationId],
  );
}
