import type { Call } from '../../../test/api.ts';
import { staff, type Row } from '../../../test/permissions/row.ts';

const period =
  (more: Record<string, string> = {}) =>
  async (): Promise<Call> => ({
    query: { from: '2026-11-01', to: '2026-11-30', ...more },
  });
const desk = staff('registrar', 'service', 'reviewer', 'finance', 'events');

/** Each role counts its own queues; persons are for administrators alone. */
export const PERMISSIONS: Record<string, Row> = {
  showTicketStatistics: { realm: 'staff', passes: desk, call: period() },
  showTicketPeople: { realm: 'staff', passes: staff(), call: period() },
  listTicketSteps: { realm: 'staff', passes: desk, call: period({ step: 'came' }) },
};
