import { profileEndpoints as profiles } from '../../../contract/profile/endpoints.ts';
import { REVIEW_REASON } from '../../../contract/profile/enums.ts';
import type { OwnProfile, ProfileDetail, ProfileViews } from '../../../contract/profile/replies.ts';
import { Profile } from '../../../modules/profiles/model.ts';
import { memberToken, type useApi } from '../../api.ts';
import { newKey } from '../certificate.ts';
import { lawyerActor } from './profile.ts';
import { makeLawyer } from '../registry.ts';

/** What lawyers and staff do with profiles, through the API. */
export function profileCalls(api: ReturnType<typeof useApi>) {
  const own = async (as: string) => (await api.call(profiles.showOwnProfile, { as })).json as unknown as OwnProfile;
  const detail = async (as: string, id: number) =>
    (await api.call(profiles.showProfile, { as, params: { id } })).json as unknown as ProfileDetail;
  return {
    own,
    detail,
    /** Looks of which the lawyer reads, but for those of a review itself. */
    async looks(as: string) {
      const { json } = await api.call(profiles.listProfileViews, { as });
      return (json as unknown as ProfileViews).items.filter(({ reason }) => reason !== REVIEW_REASON);
    },
    save: (as: string, section: string, body: object) =>
      api.call(profiles.saveSection, { as, params: { section }, body }),
    submit: (as: string, idempotencyKey = newKey()) =>
      api.call(profiles.submitProfile, { as, body: { idempotencyKey } }),
    withdraw: (as: string) => api.call(profiles.withdrawProfile, { as }),
    async confirm(as: string) {
      const version = sectionOf(await own(as), 'basic')?.version ?? 0;
      return api.call(profiles.confirmBasic, { as, body: { version, confirmed: true } });
    },
    /** Passes every section but those that are rejected with an opinion. */
    async decide(as: string, id: number, opinions: Record<string, string> = {}) {
      const { snapshotId, sections } = await detail(as, id);
      const decisions = sections.map(({ key: section }) => {
        const opinion = opinions[section];
        return opinion ? { section, verdict: 'reject', opinion } : { section, verdict: 'pass' };
      });
      return api.call(profiles.decideProfile, { as, params: { id }, body: { snapshotId, decisions } });
    },
  };
}

export const sectionOf = (profile: OwnProfile, key: string) => profile.sections.find((one) => one.key === key);
export const profileOf = (lawyerId: number) => Profile.findOne({ where: { lawyerId }, rejectOnEmpty: true });

/** A lawyer, signed in. */
export async function signedInLawyer(firmId: number | null = null) {
  const { id: lawyerId } = await makeLawyer({ firmId });
  return { actor: await lawyerActor(lawyerId), as: await memberToken({ lawyerId }), lawyerId };
}
