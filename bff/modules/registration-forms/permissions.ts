import { answer, type Row } from '../../test/permissions/row.ts';

/** Who may call what of this module: a lawyer of the own form, which is there once something was approved. */
export const PERMISSIONS: Record<string, Row> = {
  showOwnRegistrationForm: {
    realm: 'member',
    passes: { ...answer(200, 'lawyer', 'other lawyer'), ...answer(404, 'firm', 'other firm') },
  },
  readOwnRegistrationForm: {
    realm: 'member',
    passes: { ...answer(409, 'lawyer', 'other lawyer'), ...answer(404, 'firm', 'other firm') },
  },
};
