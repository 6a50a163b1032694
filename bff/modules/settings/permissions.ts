import { answer, staff, type Row } from '../../test/permissions/row.ts';
import { readOpinions } from './opinions.ts';

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  // office
  showPublicSettings: { realm: 'public', answer: 200 },
  showSettings: { realm: 'staff', passes: staff() },
  updateSettings: { realm: 'staff', passes: answer(422, 'administrator'), call: async () => ({ body: {} }) },
  showOpinions: { realm: 'staff', passes: staff('reviewer') },
  updateOpinions: {
    realm: 'staff',
    passes: staff('reviewer'),
    call: async () => ({ body: { opinions: ['请补充材料后重新申请。'], version: (await readOpinions()).version } }),
  },
};
