import { anyStaff, answer, nothing, staff, type Row } from '../../test/permissions/row.ts';
import { setOfficeDay } from './set-office-day.ts';
import { staffActor } from '../../test/factories/registry.ts';

const DATE = '2026-11-30';
const ofDay = { params: { date: DATE } };

/** Who may call what of this module: everybody sees when somebody is there, administrators say when. */
export const PERMISSIONS: Record<string, Row> = {
  showOfficeHours: { realm: 'public', answer: 200 },
  showOfficeCalendar: { realm: 'staff', passes: anyStaff },
  updateOfficeHours: { realm: 'staff', passes: answer(422, 'administrator'), call: nothing },
  setOfficeDay: {
    realm: 'staff',
    passes: staff(),
    call: async () => ({ ...ofDay, body: { kind: 'off', reason: '换届大会' } }),
  },
  clearOfficeDay: {
    realm: 'staff',
    passes: staff(),
    call: async () => {
      const input = { kind: 'off', reason: '换届大会' } as const;
      await setOfficeDay({ actor: staffActor('administrator'), date: DATE, input });
      return ofDay;
    },
  },
  proposeOfficeYear: { realm: 'staff', passes: answer(422, 'administrator'), call: nothing },
};
