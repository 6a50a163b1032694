import { staff, type Row } from '../../../test/permissions/row.ts';

/** The staff of 活动 count who came. */
export const PERMISSIONS: Record<string, Row> = {
  showActivityStatistics: {
    realm: 'staff',
    passes: staff('events'),
    call: async () => ({ query: { from: '2026-11-01', to: '2026-11-30' } }),
  },
};
