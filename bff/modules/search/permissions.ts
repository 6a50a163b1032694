import { anyMember, anyStaff, type Row } from '../../test/permissions/row.ts';

/** Who may call what of this module; what each role finds is tested beside the act. */
export const PERMISSIONS: Record<string, Row> = {
  searchOwn: { realm: 'member', passes: anyMember, call: async () => ({ query: { q: '江海' } }) },
  searchOffice: { realm: 'staff', passes: anyStaff, call: async () => ({ query: { q: '江海' } }) },
};
