import { ROLES } from '../../contract/enums.ts';
import type { SecuritySettings } from '../../contract/schemas/accounts.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { StaffActor } from '../accounts/actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { Setting } from './model.ts';
import { forgetSecurity, readSecurity, SECURITY } from './read-security.ts';

const inWords = ({ secondFactorRoles }: SecuritySettings) =>
  secondFactorRoles.map((role) => ROLES[role]).join('、') || '无';

/** Says which roles must have a second factor; whoever has none yet is asked to set one up with the next request. */
export async function updateSecurity({
  actor,
  settings,
}: {
  actor: StaffActor;
  settings: SecuritySettings;
}): Promise<SecuritySettings> {
  forgetSecurity();
  const before = await readSecurity();
  if (inWords(before) === inWords(settings)) return before;
  await transaction(async (t) => {
    await Setting.upsert(
      { name: SECURITY, value: JSON.stringify(settings), updatedAt: clock.now() },
      { transaction: t, conflictFields: ['name'] },
    );
    await writeAudit(
      {
        actor,
        action: 'settings.updated',
        targetKind: 'settings',
        targetId: 0,
        target: '二次验证必须开启',
        detail: `${inWords(before)}→${inWords(settings)}`,
      },
      t,
    );
  });
  forgetSecurity();
  return readSecurity();
}
