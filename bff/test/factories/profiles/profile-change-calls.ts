import type { Row } from '../../../contract/form-reading/fields.ts';
import { profileChangeEndpoints as changes } from '../../../contract/profile-changes/endpoints.ts';
import type { OwnArchive, ProfileChangeDetail } from '../../../contract/profile-changes/replies.ts';
import type { SectionKey } from '../../../contract/profile/profile.ts';
import { ProfileChange } from '../../../modules/profiles/change-model.ts';
import type { useApi } from '../../api.ts';
import { makeSubmitted } from './profile.ts';
import { profileCalls, signedInLawyer } from './profile-calls.ts';
import { givePassword } from '../registry.ts';

/** Whose account nobody has used yet gets no new contacts from one person alone. */
const PASSWORD = 'lin-zhi-yuan-2026';

/** What lawyers and staff do with changes of approved profiles, through the API. */
export function changeCalls(api: ReturnType<typeof useApi>) {
  const { decide } = profileCalls(api);
  const archive = async (as: string) => (await api.call(changes.showArchive, { as })).json as unknown as OwnArchive;
  const rowsOf = (whole: OwnArchive, key: SectionKey) =>
    (whole.sections.find((one) => one.key === key)?.rows ?? []) as unknown as Row[];
  return {
    archive,
    rowsOf,
    async approvedLawyer(registrar: string, firmId: number) {
      const person = await signedInLawyer(firmId);
      await givePassword({ lawyerId: person.lawyerId }, PASSWORD);
      const { id } = await makeSubmitted(person.lawyerId);
      await decide(registrar, id);
      return { ...person, profileId: id };
    },
    /** Saves a section with some values of its first row changed. */
    async ask(as: string, section: SectionKey, values: object, version?: number) {
      const whole = await archive(as);
      const [first, ...others] = rowsOf(whole, section);
      const rows = [{ id: 'self', ...first, values: { ...first?.values, ...values } }, ...others];
      const body = { version: version ?? whole.version, rows, saidNone: false };
      return api.call(changes.askProfileChange, { as, params: { section }, body: body as never });
    },
    shown: async (as: string, id: number) =>
      (await api.call(changes.showProfileChange, { as, params: { id } })).json as unknown as ProfileChangeDetail,
    pass: (as: string, id: number, version: number, resolved = {}) =>
      api.call(changes.decideProfileChange, {
        as,
        params: { id },
        body: { version, verdict: 'pass', opinion: '', resolved } as never,
      }),
    withdraw: (as: string, id: number) => api.call(changes.withdrawProfileChange, { as, params: { id } }),
    openOf: (lawyerId: number, section?: SectionKey) =>
      ProfileChange.findOne({
        where: { lawyerId, openMark: 'open', ...(section && { section }) },
        rejectOnEmpty: true,
      }),
  };
}
