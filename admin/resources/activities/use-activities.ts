import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { activityEndpoints as activities } from '../../../bff/contract/activities/endpoints.ts';
import type {
  AddRegistration,
  AdmitRegistrations,
  ListActivities,
  ListRegistrations,
  RecordPresence,
} from '../../../bff/contract/activities/schemas.ts';
import { drawEndpoints as draws } from '../../../bff/contract/draws/endpoints.ts';
import { call } from '../../providers/call.ts';
import type { Paging } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

export const activityKey = (id: string) => ['activities', 'one', id] as const;

export const useActivityList = (paging: Paging, filter: ListActivities) =>
  useList({
    paging,
    key: ['activities', 'list', filter],
    load: (at, signal) => call(activities.listActivities, { query: { ...filter, ...at } }, signal),
  });

export const useActivity = (id: string) =>
  useQuery({
    queryKey: activityKey(id),
    queryFn: ({ signal }) => call(activities.showStaffActivity, { params: { id } }, signal),
  });

/** 报名名单, in the order of signing up. */
export const useRoster = (id: string, paging: Paging, filter: ListRegistrations) =>
  useList({
    paging,
    key: ['activities', 'roster', id, filter],
    load: (at, signal) => call(activities.listRegistrations, { params: { id }, query: { ...filter, ...at } }, signal),
  });

type Act =
  | { act: 'submit' | 'publish'; acknowledged: string[] }
  | { act: 'return'; reason: string }
  | { act: 'hide' | 'show' }
  | { act: 'cancel'; title: string; reason: string; isUrgent: boolean };

/** Publishes, returns, hides, cancels; whatever comes of it, activity and lists are asked for again. */
export function useActivityAct({ id, version }: { id: number; version: number }) {
  const client = useQueryClient();
  const params = { id: String(id) };
  return useMutation({
    mutationFn: async (work: Act): Promise<void> => {
      const { act, ...given } = work;
      const body = { version, ...given };
      // Each act takes what it was given with it.
      if (act === 'hide' || act === 'show')
        await call(activities.hideActivity, { params, body: { version, isHidden: act === 'hide' } });
      else if (act === 'submit') await call(activities.submitActivity, { params, body: body as never });
      else if (act === 'publish') await call(activities.publishActivity, { params, body: body as never });
      else if (act === 'return') await call(activities.returnActivity, { params, body: body as never });
      else await call(activities.cancelActivity, { params, body: body as never });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['activities'] }),
  });
}

/** Adds a lawyer to the list of names by hand. */
export function useAdding(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AddRegistration) => call(activities.addRegistration, { params: { id: String(id) }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['activities'] }),
  });
}

/** Takes a lawyer off it, with the reason. */
export function useRemoving() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: number; reason: string }) =>
      call(activities.removeRegistration, { params: { id: String(id) }, body: { reason } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['activities'] }),
  });
}

/** 取消请假, with the reason. */
export function useRestoring() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: number; reason: string }) =>
      call(activities.restoreLeave, { params: { id: String(id) }, body: { reason } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['activities'] }),
  });
}

/** 资格变动: lets a registration stand, with the reason. */
export function useKeeping() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: number; reason: string }) =>
      call(activities.keepRegistration, { params: { id: String(id) }, body: { reason } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['activities'] }),
  });
}

/** 审核录取. */
export function useAdmitting(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AdmitRegistrations) => call(activities.admitRegistrations, { params: { id: String(id) }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['activities'] }),
  });
}

/** Enters what came of the public draw on which an 抽签 rests. */
export function useDrawing(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (outcome: string) => call(draws.enterOutcome, { params: { id: String(id) }, body: { outcome } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['activities'] }),
  });
}

/** Records who came and who did not. */
export function useMarking(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RecordPresence) => call(activities.recordPresence, { params: { id: String(id) }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['activities'] }),
  });
}
