import { countAdministrators, lockOpenStaff } from './modules/accounts/lock-administrators.ts';
import { offerAgreedType } from './modules/certificates/types/offer-type.ts';
import { loosenType } from './modules/certificates/types/update-type.ts';
import { publishAgreedWording } from './modules/certificates/types/wordings/publish-wording.ts';
import { adoptOfficeYear } from './modules/office-hours/propose-office-year.ts';
import { relaxSecondFactor } from './modules/settings/update-security.ts';
import { raiseRefundLimit } from './modules/settings/update-settings.ts';
import { createStaffAccount } from './modules/staff-accounts/create-staff-account.ts';
import { grantRoles } from './modules/staff-accounts/grant-roles.ts';
import { resetSecondFactor, resetStaffPassword } from './modules/staff-accounts/reset-access.ts';
import { returnMemberAccount } from './modules/staff-accounts/return-member-account.ts';
import { reopenStaff } from './modules/staff-accounts/update-staff.ts';
import { adoptProposed } from './modules/tickets/field-changes/adopt-proposed.ts';
import { confirmable } from './modules/two-person/confirmable.ts';

/** What takes two persons: kind of change → the act that carries it out once the second one agrees. */
confirmable.connect({
  lockOpenStaff,
  countAdministrators,
  carryOut: {
    async refund_limit({ actor, payload, leave }) {
      await raiseRefundLimit({ actor, ...payload, leave });
      return null;
    },
    async second_factor({ actor, payload, leave }) {
      await relaxSecondFactor({ actor, ...payload, leave });
      return null;
    },
    async staff_created({ actor, payload, leave }) {
      const { login, sentTo } = await createStaffAccount(payload, actor, leave);
      return { login, sentTo };
    },
    roles_granted: ({ actor, payload, leave }) => grantRoles({ actor, ...payload, leave }),
    async staff_reopened({ actor, payload: { accountId: id, had }, leave }) {
      await reopenStaff({ actor, id, confirmed: { leave, had } });
      return null;
    },
    async factor_reset({ actor, payload: { accountId: id, had }, leave }) {
      await resetSecondFactor({ actor, id, confirmed: { leave, had } });
      return null;
    },
    async member_reset({ actor, payload, leave }) {
      await returnMemberAccount({ actor, ...payload, leave });
      return null;
    },
    async office_year({ actor, payload, leave }) {
      await adoptOfficeYear({ actor, ...payload, leave });
      return null;
    },
    async field_change({ actor, payload, leave }) {
      await adoptProposed({ actor, payload, leave });
      return null;
    },
    async type_loosened({ actor, payload, leave }) {
      await loosenType({ actor, ...payload, leave });
      return null;
    },
    async type_offered({ actor, payload, leave }) {
      await offerAgreedType({ actor, ...payload, leave });
      return null;
    },
    async wording_published({ actor, payload, leave }) {
      await publishAgreedWording({ actor, ...payload, leave });
      return null;
    },
    async password_reset({ actor, payload: { accountId: id, had, email }, leave }) {
      const given = await resetStaffPassword({ actor, id, confirmed: { leave, had, email } });
      if ('waiting' in given) throw new Error(`change of account ${id} was confirmed and waits`);
      return given;
    },
  },
});
