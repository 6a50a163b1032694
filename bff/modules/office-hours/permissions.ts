import { anyStaff, answer, nothing, staff, type Row } from '../../test/permissions/row.ts';
import { setOfficeDay } from './set-office-day.ts';
import { staffActor } from '../../test/factories/registry.ts';
import { OfficeDay, versionOf } from './model.ts';

const DATE = '2026-11-30';
const ofDay = { params: { date: DATE } };
const OWN_DAY = { onDate: DATE, layer: 'office' };
const OFF = { version: 0, kind: 'off', reason: '换届大会' } as const;
/** Every caller is the first to say something of it. */
const forgetDay = () => OfficeDay.destroy({ where: OWN_DAY });

/** Who may call what of this module: everybody sees when somebody is there, administrators say when. */
export const PERMISSIONS: Record<string, Row> = {
  showOfficeHours: { realm: 'public', answer: 200 },
  showOfficeCalendar: { realm: 'staff', passes: anyStaff },
  updateOfficeHours: { realm: 'staff', passes: answer(422, 'administrator'), call: nothing },
  setOfficeDay: {
    realm: 'staff',
    passes: staff(),
    call: async () => {
      await forgetDay();
      return { ...ofDay, body: OFF };
    },
  },
  clearOfficeDay: {
    realm: 'staff',
    passes: staff(),
    call: async () => {
      await forgetDay();
      await setOfficeDay({ actor: staffActor('administrator'), date: DATE, input: OFF });
      const day = await OfficeDay.findOne({ where: OWN_DAY });
      return { ...ofDay, query: { version: String(versionOf(day)) } };
    },
  },
  proposeOfficeYear: { realm: 'staff', passes: answer(422, 'administrator'), call: nothing },
};
