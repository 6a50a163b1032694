import { staffEndpoints } from '../../contract/staff/endpoints.ts';
import * as staffSchemas from '../../contract/staff/schemas.ts';
import { idParams, route } from '../../http/route.ts';
import { listStaff, showStaff } from './list-staff.ts';
import { openStaff } from './open-staff.ts';
import { resetMemberPassword } from './reset-member.ts';
import { resetSecondFactor, resetStaffPassword } from './reset-access.ts';
import { closeStaff, reopenStaff, updateStaff } from './update-staff.ts';
import { readSecurity } from '../settings/read-security.ts';
import { updateSecurity } from '../settings/update-security.ts';

export const staffRoutes = [
  route(staffEndpoints.listStaff, {}, () => listStaff()),
  route(staffEndpoints.createStaff, { body: staffSchemas.createStaff }, ({ actor, body }) =>
    openStaff({ actor, staff: body }),
  ),
  route(
    staffEndpoints.updateStaff,
    { params: idParams, body: staffSchemas.updateStaff },
    async ({ actor, params, body }) => {
      const waiting = await updateStaff({ actor, id: params.id, ...body });
      return { ...(await showStaff(params.id)), waiting };
    },
  ),
  route(staffEndpoints.closeStaff, { params: idParams }, async ({ actor, params }) => {
    await closeStaff({ actor, id: params.id });
    return showStaff(params.id);
  }),
  route(staffEndpoints.reopenStaff, { params: idParams }, async ({ actor, params }) => {
    const waiting = await reopenStaff({ actor, id: params.id });
    return { ...(await showStaff(params.id)), waiting };
  }),
  route(staffEndpoints.resetStaffPassword, { params: idParams }, ({ actor, params }) =>
    resetStaffPassword({ actor, id: params.id }),
  ),
  route(staffEndpoints.resetSecondFactor, { params: idParams }, async ({ actor, params }) => {
    const waiting = await resetSecondFactor({ actor, id: params.id });
    return { ...(await showStaff(params.id)), waiting };
  }),
  route(staffEndpoints.resetMemberPassword, { body: staffSchemas.resetMemberPassword }, ({ actor, body }) =>
    resetMemberPassword({ actor, ...body }),
  ),
  route(staffEndpoints.showSecurity, {}, () => readSecurity()),
  route(staffEndpoints.updateSecurity, { body: staffSchemas.securitySettings }, ({ actor, body }) =>
    updateSecurity({ actor, settings: body }),
  ),
];
