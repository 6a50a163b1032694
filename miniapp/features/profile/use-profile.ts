import { useQuery } from '@tanstack/react-query';
import type { SectionData } from '../../../bff/contract/form-reading/fields.ts';
import {
  profileEndpoints as profiles,
  type OwnProfile,
  type SavedSection,
} from '../../../bff/contract/profile/endpoints.ts';
import type { SectionKey } from '../../../bff/contract/profile/profile.ts';
import type { SaveSection } from '../../../bff/contract/profile/schemas.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

const KEY = ['profile'];

/** The lawyer's own profile, whole. What stands in it is reckoned by the server; nothing of it is reckoned here. */
export const useOwnProfile = ({ enabled = true }: { enabled?: boolean } = {}) =>
  useQuery({ queryKey: KEY, queryFn: () => call(profiles.showOwnProfile, {}), enabled });

/** Asks for it anew. Throws ApiError. */
export const fetchOwnProfile = (): Promise<OwnProfile> =>
  queryClient.fetchQuery({ queryKey: KEY, queryFn: () => call(profiles.showOwnProfile, {}), staleTime: 0 });

/** Has it asked for anew where it is shown: 基本信息 decides which sections there are. */
export const askForProfileAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: KEY });

/** Keeps what is typed in a section. Throws ApiError. */
export async function saveSection(section: SectionKey, version: number, typed: SectionData): Promise<SavedSection> {
  const body = { version, ...typed } as SaveSection;
  const saved = await call(profiles.saveSection, { params: { section }, body });
  queryClient.setQueryData<OwnProfile>(KEY, (known) => known && withSaved(known, saved));
  return saved;
}

/** 基本信息 decides which sections there are: their list is asked for again when it is shown. */
const withSaved = (profile: OwnProfile, { section, percent, isConfirmed }: SavedSection): OwnProfile => ({
  ...profile,
  state: profile.state === 'untouched' ? 'filling' : profile.state,
  percent,
  isConfirmed,
  sections: profile.sections.map((one) => (one.key === section.key ? section : one)),
});

export const confirmBasic = (version: number): Promise<OwnProfile> =>
  kept(call(profiles.confirmBasic, { body: { version, confirmed: true } }));

export const submitProfile = (idempotencyKey: string): Promise<OwnProfile> =>
  kept(call(profiles.submitProfile, { body: { idempotencyKey } }));

export const withdrawProfile = (): Promise<OwnProfile> => kept(call(profiles.withdrawProfile, {}));

/** What the server answers is how it stands now; after a refusal it is asked again. */
export async function kept(act: Promise<OwnProfile>): Promise<OwnProfile> {
  try {
    const profile = await act;
    queryClient.setQueryData(KEY, profile);
    return profile;
  } catch (fault) {
    await queryClient.invalidateQueries({ queryKey: KEY });
    throw fault;
  }
}
