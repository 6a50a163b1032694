import { anyMember, type Row } from '../../test/permissions/row.ts';

export const PERMISSIONS: Record<string, Row> = {
  showHome: { realm: 'member', passes: anyMember },
};
