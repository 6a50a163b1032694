import { useQuery } from '@tanstack/react-query';
import type { SectionData } from '../../../../bff/contract/form-reading/fields.ts';
import {
  profileChangeEndpoints as changes,
  type AskedChange,
  type OwnArchive,
} from '../../../../bff/contract/profile-changes/endpoints.ts';
import type { SectionKey } from '../../../../bff/contract/profile/profile.ts';
import type { SaveSection } from '../../../../bff/contract/profile/schemas.ts';
import { call } from '../../../api/client.ts';
import { queryClient } from '../../../api/query-client.ts';

const KEY = ['profile', 'archive'];
const load = () => call(changes.showArchive, {});

export type OwnChange = OwnArchive['changes'][number];

/** What is in force of the lawyer's profile, and what was asked to be changed. */
export const useArchive = () => useQuery({ queryKey: KEY, queryFn: load });

/** Asks for it anew. Throws ApiError. */
export const fetchArchive = (): Promise<OwnArchive> =>
  queryClient.fetchQuery({ queryKey: KEY, queryFn: load, staleTime: 0 });

/** Changes a section as it was seen at that version of the profile. Throws ApiError. */
export async function askChange(section: SectionKey, version: number, wanted: SectionData): Promise<AskedChange> {
  const body = { version, ...wanted } as SaveSection;
  const asked = await call(changes.askProfileChange, { params: { section }, body });
  queryClient.setQueryData(KEY, asked.archive);
  return asked;
}

/** Takes back a change that waits; whatever comes of it, what is shown is asked for anew. Throws ApiError. */
export async function withdrawChange(id: number): Promise<void> {
  try {
    queryClient.setQueryData(KEY, await call(changes.withdrawProfileChange, { params: { id: String(id) } }));
  } catch (fault) {
    await queryClient.invalidateQueries({ queryKey: KEY });
    throw fault;
  }
}

/** The change of a section that waits. */
export const waitingOf = ({ changes: all }: OwnArchive, key: SectionKey): OwnChange | undefined =>
  all.find(({ section, state }) => section === key && state === 'waiting');

/** The last change of a section, where it was rejected and nothing was asked for since. */
export function rejectedOf({ changes: all }: OwnArchive, key: SectionKey): OwnChange | undefined {
  const last = all.find(({ section }) => section === key);
  return last?.state === 'rejected' ? last : undefined;
}
