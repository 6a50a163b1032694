import { useQuery } from '@tanstack/react-query';
import { activityEndpoints as activities } from '../../../bff/contract/activities/endpoints.ts';
import type { SignedUp } from '../../../bff/contract/activities/replies.ts';
import type { AcceptOffer, AskLeave, ChangeAnswers, SignUp } from '../../../bff/contract/activities/schemas.ts';
import { meetingEndpoints } from '../../../bff/contract/activity-meeting/endpoints.ts';
import { restrictionEndpoints as restrictions } from '../../../bff/contract/activity-restrictions/endpoints.ts';
import { calendarEndpoints, type MadeCalendarFeed } from '../../../bff/contract/calendar/endpoints.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

/** 正在报名活动. */
export const useOpenActivities = () =>
  useQuery({ queryKey: ['activities', 'open'], queryFn: () => call(activities.listOpenActivities, {}) });

/** 我已报名活动. */
export const useOwnRegistrations = () =>
  useQuery({ queryKey: ['activities', 'own'], queryFn: () => call(activities.listOwnRegistrations, {}) });

/** 我的学时. */
export const useOwnHours = () =>
  useQuery({ queryKey: ['activities', 'hours'], queryFn: () => call(activities.showOwnHours, {}) });

/** 我的限制. */
export const useOwnRestrictions = () =>
  useQuery({ queryKey: ['activities', 'restrictions'], queryFn: () => call(restrictions.showOwnRestrictions, {}) });

/** One activity, with what can be done now. */
export const useActivity = (id: number) =>
  useQuery({
    queryKey: ['activities', id],
    queryFn: () => call(activities.showActivity, { params: { id: String(id) } }),
  });

/** 日历订阅. */
export const useCalendarFeed = () =>
  useQuery({ queryKey: ['activities', 'calendar'], queryFn: () => call(calendarEndpoints.showCalendarFeed, {}) });

/** Makes its address, which is answered this once. Throws ApiError. */
export const makeCalendarFeed = (): Promise<MadeCalendarFeed> => kept(call(calendarEndpoints.makeCalendarFeed, {}));

/** Ends it. Throws ApiError. */
export const revokeCalendarFeed = (): Promise<null> => kept(call(calendarEndpoints.revokeCalendarFeed, {}));

/** Signs up. Throws ApiError. */
export const signUp = (id: number, body: SignUp): Promise<SignedUp> =>
  kept(call(activities.signUp, { params: { id: String(id) }, body }));

/** Gives the seat or the place on the waiting list back. Throws ApiError. */
export const cancelRegistration = (id: number): Promise<null> =>
  kept(call(activities.cancelRegistration, { params: { id: String(id) } }));

/** Changes what was answered to the form. Throws ApiError. */
export const changeAnswers = (id: number, body: ChangeAnswers): Promise<null> =>
  kept(call(activities.changeAnswers, { params: { id: String(id) }, body }));

/** 请假. Throws ApiError. */
export const askLeave = (id: number, body: AskLeave): Promise<null> =>
  kept(call(activities.askLeave, { params: { id: String(id) }, body }));

/** Where the meeting is entered. Throws ApiError. */
export const enterMeeting = async (id: number): Promise<string> =>
  (await kept(call(meetingEndpoints.enterMeeting, { params: { id: String(id) } }))).url;

/** Takes the seat that is held, or confirms what the firm has signed one up for. Throws ApiError. */
export const acceptOffer = (id: number, body: AcceptOffer = {}): Promise<null> =>
  kept(call(activities.acceptOffer, { params: { id: String(id) }, body }));

/** Lets it go. Throws ApiError. */
export const declineOffer = (id: number): Promise<null> =>
  kept(call(activities.declineOffer, { params: { id: String(id) } }));

/** Whatever came of it, lists and page are asked for again. */
async function kept<Reply>(act: Promise<Reply>): Promise<Reply> {
  try {
    return await act;
  } finally {
    await queryClient.invalidateQueries({ queryKey: ['activities'] });
  }
}
