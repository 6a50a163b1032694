import { staffEndpoints } from '../../contract/staff/endpoints.ts';
import * as staffSchemas from '../../contract/staff/schemas.ts';
import * as accountReplies from '../../contract/accounts/replies.ts';
import * as replies from '../../contract/staff/replies.ts';
import * as changeReplies from '../../contract/two-person/replies.ts';
import { idParams, route } from '../../http/route.ts';
import { listStaff, showStaff } from './list-staff.ts';
import { openStaff } from './open-staff.ts';
import { resetMemberPassword } from './reset-member.ts';
import { resetSecondFactor, resetStaffPassword } from './reset-access.ts';
import { closeStaff, reopenStaff, updateStaff } from './update-staff.ts';
import { readNewestSecurity } from '../settings/read-security.ts';
import { updateSecurity } from '../settings/update-security.ts';

export const staffRoutes = [
  route(staffEndpoints.listStaff, { reply: replies.staffRow.array() }, () => listStaff()),
  route(
    staffEndpoints.createStaff,
    { body: staffSchemas.createStaff, reply: replies.createdStaff.or(changeReplies.waiting) },
    ({ actor, body }) => openStaff({ actor, staff: body }),
  ),
  route(
    staffEndpoints.updateStaff,
    { params: idParams, body: staffSchemas.updateStaff, reply: replies.staffSaved },
    async ({ actor, params, body }) => {
      const waiting = await updateStaff({ actor, id: params.id, ...body });
      return { ...(await showStaff(params.id)), waiting };
    },
  ),
  route(staffEndpoints.closeStaff, { params: idParams, reply: replies.staffRow }, async ({ actor, params }) => {
    await closeStaff({ actor, id: params.id });
    return showStaff(params.id);
  }),
  route(staffEndpoints.reopenStaff, { params: idParams, reply: replies.staffSaved }, async ({ actor, params }) => {
    const waiting = await reopenStaff({ actor, id: params.id });
    return { ...(await showStaff(params.id)), waiting };
  }),
  route(
    staffEndpoints.resetStaffPassword,
    { params: idParams, reply: accountReplies.sentAccess.or(changeReplies.waiting) },
    ({ actor, params }) => resetStaffPassword({ actor, id: params.id }),
  ),
  route(
    staffEndpoints.resetSecondFactor,
    { params: idParams, reply: replies.staffSaved },
    async ({ actor, params }) => {
      const waiting = await resetSecondFactor({ actor, id: params.id });
      return { ...(await showStaff(params.id)), waiting };
    },
  ),
  route(
    staffEndpoints.resetMemberPassword,
    { body: staffSchemas.resetMemberPassword, reply: replies.sentReset.or(changeReplies.waiting) },
    ({ actor, body }) => resetMemberPassword({ actor, ...body }),
  ),
  route(staffEndpoints.showSecurity, { reply: replies.securityReply }, () => readNewestSecurity()),
  route(
    staffEndpoints.updateSecurity,
    { body: staffSchemas.securitySettings, reply: replies.securitySaved },
    ({ actor, body }) => updateSecurity({ actor, settings: body }),
  ),
];
