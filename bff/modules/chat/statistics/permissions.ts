import type { Call } from '../../../test/api.ts';
import { staff, type Row } from '../../../test/permissions/row.ts';

const period = async (): Promise<Call> => ({ query: { from: '2026-11-01', to: '2026-11-30' } });

/** Whoever answers talks counts them; persons are for administrators alone. */
export const PERMISSIONS: Record<string, Row> = {
  showChatStatistics: { realm: 'staff', passes: staff('service'), call: period },
  showChatPeople: { realm: 'staff', passes: staff(), call: period },
};
