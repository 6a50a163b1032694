import { useMutation, useQueryClient } from '@tanstack/react-query';
import { activityEndpoints } from '../../../../bff/contract/activities/endpoints.ts';
import { meetingEndpoints as meetings } from '../../../../bff/contract/activity-meeting/endpoints.ts';
import type { DecideMeetingLine, ListMeetingLines } from '../../../../bff/contract/activity-meeting/schemas.ts';
import { call } from '../../../providers/call.ts';
import { upload } from '../../../providers/upload.ts';
import type { Choice } from '../../../ui/form/RemoteSelect.tsx';
import type { Paging } from '../../../ui/list/use-address-filters.ts';
import { useList } from '../../../ui/list/use-list.ts';

/** Lines of the lists of a meeting. */
export const useMeetingLines = (id: string, paging: Paging, filter: ListMeetingLines) =>
  useList({
    paging,
    key: ['activities', 'meeting', id, filter],
    load: (at, signal) => call(meetings.listMeetingLines, { params: { id }, query: { ...filter, ...at } }, signal),
  });

/** Reads a list of who was there. */
export function useReadingList(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => upload(meetings.importMeeting, { params: { id: String(id) } }, file),
    onSuccess: () => client.invalidateQueries({ queryKey: ['activities'] }),
  });
}

/** Says whose a line is, or that it counts for nobody. */
export function useDecidingLine() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: DecideMeetingLine & { id: number }) =>
      call(meetings.decideMeetingLine, { params: { id: String(id) }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['activities'] }),
  });
}

/** Those on the list of names who have a seat, by name or licence number. */
export const searchSeated =
  (id: string) =>
  async (text: string, signal: AbortSignal): Promise<Choice[]> => {
    const query = { state: 'registered' as const, ...(text && { search: text }) };
    const { items } = await call(activityEndpoints.listRegistrations, { params: { id }, query }, signal);
    return items.map(({ id: value, name, firm }) => ({ value, label: `${name}　${firm}` }));
  };
