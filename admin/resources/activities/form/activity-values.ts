import type {
  ActivityKind,
  ActivityVisibility,
  ActivityWarning,
  Admission,
  LeaveRefund,
  WaitingWay,
} from '../../../../bff/contract/activities/enums.ts';
import * as limits from '../../../../bff/contract/activities/limits.ts';
import type { FormFieldReply, StaffActivity } from '../../../../bff/contract/activities/replies.ts';
import type { CreateActivity, UpdateActivity } from '../../../../bff/contract/activities/schemas.ts';
import type { AttachmentReply } from '../../../../bff/contract/files/replies.ts';
import { readDecimal } from '../../../../bff/contract/text.ts';
import { readShanghaiMinute, toIso } from '../../../../bff/contract/dates.ts';
import type { Eligibility } from '../../../../bff/contract/eligibility/schemas.ts';
import { formatInstant } from '../../../ui/dates.ts';
import type { AttachedFile } from '../../../ui/form/FilesInput.tsx';
import type { Choice } from '../../../ui/form/RemoteSelect.tsx';
import { htmlOfNodes } from '../../../ui/rich-text/rich-dom.ts';
import type { GroupValue } from './GroupsInput.tsx';

/** What is typed: instants as the wall clock in China shows them, numbers as text. */
export interface ActivityValues {
  title: string;
  kind: ActivityKind;
  seriesId: Choice | null;
  organiser: string;
  speakers: string;
  contact: string;
  /** HTML, as it is sent. */
  details: string;
  notice: string;
  poster: AttachmentReply | null;
  attachments: AttachedFile[];
  isOnline: 'online' | 'onsite';
  meetingUrl: string;
  place: string;
  address: string;
  mapPoint: string;
  opensAt: string;
  closesAt: string;
  beginsAt: string;
  endsAt: string;
  cancelHours: string;
  leaveHours: string;
  advanceLeave: 'on' | 'off';
  capacity: string;
  perFirmMax: string;
  groups: GroupValue[];
  admission: Admission;
  drawSource: string;
  drawAt: string;
  waiting: WaitingWay;
  leaveRefund: `${LeaveRefund}`;
  offersStopHours: string;
  visibility: ActivityVisibility;
  eligibility: Eligibility | null;
  form: FormFieldReply[];
  hoursTenths: string;
  acknowledged: ActivityWarning[];
}

export const newActivity: ActivityValues = {
  title: '',
  kind: 'training',
  seriesId: null,
  organiser: '',
  speakers: '',
  contact: '',
  details: '',
  notice: '',
  poster: null,
  attachments: [],
  isOnline: 'onsite',
  meetingUrl: '',
  place: '',
  address: '',
  mapPoint: '',
  opensAt: '',
  closesAt: '',
  beginsAt: '',
  endsAt: '',
  cancelHours: String(limits.DEFAULT_CANCEL_HOURS),
  leaveHours: String(limits.DEFAULT_LEAVE_HOURS),
  advanceLeave: 'on',
  capacity: '',
  perFirmMax: '0',
  groups: [{ name: '', capacity: null, feeFen: 0, eligibility: null }],
  admission: 'order',
  drawSource: '',
  drawAt: '',
  waiting: 'asks',
  leaveRefund: '100',
  offersStopHours: String(limits.DEFAULT_OFFERS_STOP_HOURS),
  visibility: 'all',
  eligibility: null,
  form: [],
  hoursTenths: '0',
  acknowledged: [],
};

const wall = (iso: string) => formatInstant(iso).replace(' ', 'T');

/** An activity as the form shows it. */
export function toActivityValues(activity: StaffActivity): ActivityValues {
  return {
    title: activity.title,
    kind: activity.kind,
    seriesId: activity.series && { value: activity.series.id, label: activity.series.title },
    organiser: activity.organiser,
    speakers: activity.speakers,
    contact: activity.contact,
    details: htmlOfNodes(activity.details),
    notice: activity.notice,
    poster: activity.poster,
    attachments: activity.attachments.map(({ id, name }) => ({ id, name })),
    meetingUrl: activity.meetingUrl,
    place: activity.place,
    address: activity.address,
    mapPoint: activity.mapPoint,
    admission: activity.admission,
    drawSource: activity.drawSource,
    drawAt: activity.drawAt ? wall(activity.drawAt) : '',
    waiting: activity.waiting,
    visibility: activity.visibility,
    isOnline: activity.isOnline ? 'online' : 'onsite',
    opensAt: wall(activity.opensAt),
    closesAt: wall(activity.closesAt),
    beginsAt: wall(activity.beginsAt),
    endsAt: wall(activity.endsAt),
    cancelHours: String(activity.cancelHours),
    leaveHours: String(activity.leaveHours),
    advanceLeave: activity.advanceLeave ? 'on' : 'off',
    capacity: String(activity.capacity),
    perFirmMax: String(activity.perFirmMax),
    groups: activity.groups.map(({ taken: _taken, ...group }) => group),
    leaveRefund: `${activity.leaveRefund}`,
    offersStopHours: String(activity.offersStopHours),
    eligibility: activity.eligibility,
    form: activity.form,
    hoursTenths: String(activity.hoursTenths / 10),
    acknowledged: [],
  };
}

/** Whether lots are drawn for it, and whether it is held online: what else is asked hangs on it. */
export const isDrawn = ({ admission }: ActivityValues): boolean => admission === 'draw';
export const isOnline = (values: ActivityValues): boolean => values.isOnline === 'online';

const instant = (typed: string) => toIso(readShanghaiMinute(typed)) ?? typed;

/** A copy takes over everything but the instants and who signed up; its groups are new ones. */
export function toCopiedValues(activity: StaffActivity): ActivityValues {
  const { groups, ...values } = toActivityValues(activity);
  return {
    ...values,
    opensAt: '',
    closesAt: '',
    beginsAt: '',
    endsAt: '',
    drawSource: '',
    drawAt: '',
    // Another meeting has another address.
    meetingUrl: '',
    groups: groups.map(({ id: _id, ...group }) => group),
  };
}

/** What is sent, unjudged: the server says what is wrong. One group without a number of its own has all seats. */
export function toActivityInput(entered: ActivityValues): CreateActivity {
  const { hoursTenths, acknowledged: _acknowledged, ...values } = entered;
  const tenths = Math.round(readDecimal(hoursTenths, 1) * 10);
  return {
    ...values,
    poster: values.poster?.id ?? null,
    attachments: values.attachments.map(({ id }) => id),
    seriesId: values.seriesId?.value ?? null,
    isOnline: isOnline(entered),
    advanceLeave: values.advanceLeave === 'on',
    leaveRefund: Number(values.leaveRefund) as LeaveRefund,
    opensAt: instant(values.opensAt),
    closesAt: instant(values.closesAt),
    beginsAt: instant(values.beginsAt),
    endsAt: instant(values.endsAt),
    // What is not asked any more was typed before something else was chosen.
    meetingUrl: isOnline(entered) ? values.meetingUrl : '',
    drawSource: isDrawn(entered) ? values.drawSource : '',
    drawAt: isDrawn(entered) && values.drawAt ? instant(values.drawAt) : null,
    groups: values.groups.map(({ feeFen, ...group }) => ({
      ...group,
      capacity: group.capacity ?? values.capacity,
      feeFen: feeFen as number,
    })),
    // What is no number is refused by the server, in words.
    hoursTenths: Number.isNaN(tenths) ? (hoursTenths as never) : tenths,
  };
}

export const toActivityUpdate = (values: ActivityValues, version: number): UpdateActivity => ({
  ...toActivityInput(values),
  version,
  acknowledged: values.acknowledged,
});
