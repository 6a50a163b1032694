import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { profileEndpoints } from '../../../bff/contract/profile/endpoints.ts';
import type { SectionKey } from '../../../bff/contract/profile/profile.ts';
import type { ProfileRow } from '../../../bff/contract/profile/replies.ts';
import type { DecideProfile, ListProfiles } from '../../../bff/contract/profile/schemas.ts';
import { call } from '../../providers/call.ts';
import { useAnnouncing } from '../../ui/hooks/use-announcing.ts';
import type { Paging } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

export const useProfileList = (paging: Paging, filter: ListProfiles) =>
  useList({
    paging,
    key: ['profiles', 'list', filter],
    load: (at, signal) => call(profileEndpoints.listProfiles, { query: { ...filter, ...at } }, signal),
    isWork: true,
  });

/** Counties that profiles wait from. */
export const useRegions = () =>
  useQuery({
    queryKey: ['profiles', 'regions'],
    queryFn: ({ signal }) => call(profileEndpoints.listProfileRegions, {}, signal),
  });

export const useProfile = (id: string) =>
  useQuery({
    queryKey: ['profiles', 'one', id],
    queryFn: ({ signal }) => call(profileEndpoints.showProfile, { params: { id } }, signal),
    // What was opened for a reason stands beside it: it does not move under the eyes of whoever reviews.
    refetchOnWindowFocus: false,
  });

/** Who else has a waiting profile open. */
export function useReviewers(id: number, isWaiting: boolean): readonly string[] {
  const params = { id: String(id) };
  return useAnnouncing({
    place: isWaiting ? id : null,
    says: 'looking',
    announce: async () => (await call(profileEndpoints.meetAtProfile, { params })).others,
    leave: () => call(profileEndpoints.leaveProfile, { params }),
  });
}

/** An act on a profile; whatever comes of it, everything that shows profiles is asked for again. */
function useAct<Input, Reply>(act: (input: Input) => Promise<Reply>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: ['profiles'] }) });
}

export const useDecide = (id: number) =>
  useAct((body: DecideProfile) => call(profileEndpoints.decideProfile, { params: { id: String(id) }, body }));

export const useReopen = ({ id, version }: { id: number; version: number }) =>
  useAct((reason: string) =>
    call(profileEndpoints.reopenProfile, { params: { id: String(id) }, body: { version, reason } }),
  );

export const usePass = () =>
  useAct((rows: readonly ProfileRow[]) =>
    call(profileEndpoints.passProfiles, {
      body: { items: rows.map(({ id, snapshotId }) => ({ id, snapshotId: snapshotId ?? 0 })) },
    }),
  );

/** Shows what is sensitive in a section, for a reason; not kept after the page is left. */
export const useOpening = (id: number, section: SectionKey) =>
  useMutation({
    mutationFn: (reason: string) =>
      call(profileEndpoints.openProfileSection, { params: { id: String(id) }, body: { section, reason } }),
    gcTime: 0,
  });
