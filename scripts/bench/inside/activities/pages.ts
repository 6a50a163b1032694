/** Process that asks every list of activities for a page near the top and one far down, in a database full of registrations. */
import { z } from 'zod';
import '../../../../bff/connections.ts';
import '../../../../bff/models.ts';
import type { FirmActor, LawyerActor, StaffActor } from '../../../../bff/actor.ts';
import type { RegistrationState } from '../../../../bff/contract/activities/enums.ts';
import { listFirmActivities } from '../../../../bff/modules/activities/firms/list-firm-activities.ts';
import { listActivities } from '../../../../bff/modules/activities/office/list-activities.ts';
import { listRegistrations } from '../../../../bff/modules/activities/office/list-registrations.ts';
import { listRestrictions } from '../../../../bff/modules/activities/restrictions/list-restrictions.ts';
import { listOpenActivities } from '../../../../bff/modules/activities/signing-up/list-open-activities.ts';
import { listOwnRegistrations } from '../../../../bff/modules/activities/signing-up/list-own-registrations.ts';
import { showOwnHours } from '../../../../bff/modules/activities/signing-up/show-own-hours.ts';
import { database, select } from '../../../../bff/platform/db/database.ts';
import { turnPages, type List } from '../time-lists.ts';

await database.open();
const common = { accountId: 1, name: '', address: '127.0.0.1' };
const actor: StaffActor = { kind: 'staff', roles: ['events'], ...common };
const found = await select(
  z.strictObject({ activityId: z.int(), lawyerId: z.int(), firmId: z.int() }),
  `SELECT activity_id AS activityId, lawyer_id AS lawyerId, firm_id AS firmId FROM activity_registrations
    WHERE state = 'waiting' AND firm_id IS NOT NULL ORDER BY id DESC LIMIT 1`,
  [],
);
const { activityId = 0, lawyerId = 0, firmId = 0 } = found[0] ?? {};
const lawyer: LawyerActor = { kind: 'lawyer', lawyerId, ...common };
const firm: FirmActor = { kind: 'firm', firmId, ...common };

const activities =
  (filter: Partial<Parameters<typeof listActivities>[0]>): List =>
  (cursor) =>
    listActivities({ actor, ...filter, cursor });
const roster =
  (filter: { state?: RegistrationState; changed?: 'yes'; search?: string }): List =>
  (cursor) =>
    listRegistrations({ id: activityId, ...filter, cursor });
/** A list of one page, as long as it is. */
const whole =
  (read: () => Promise<unknown>): List =>
  async () => {
    await read();
    return { items: [], next: null, total: 0, totalIsCapped: false };
  };

await turnPages({
  活动: activities({}),
  即将开始: activities({ scope: 'coming' }),
  我经办的: activities({ scope: 'mine' }),
  待审核的: activities({ scope: 'applied' }),
  资格变动的: activities({ scope: 'changed' }),
  已结束的: activities({ phase: 'ended' }),
  报名名单: roster({}),
  已报名的: roster({ state: 'registered' }),
  候补的: roster({ state: 'waiting' }),
  名单中资格变动的: roster({ changed: 'yes' }),
  报名限制: (cursor) => listRestrictions({ cursor }),
  受限中: (cursor) => listRestrictions({ state: 'current', cursor }),
  正在报名活动: whole(() => listOpenActivities({ actor: lawyer })),
  我已报名活动: whole(() => listOwnRegistrations({ actor: lawyer })),
  我的学时: whole(() => showOwnHours({ actor: lawyer })),
  本所可报名的活动: whole(() => listFirmActivities({ actor: firm })),
});
await database.close();
