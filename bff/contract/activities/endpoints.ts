import { endpoint } from '../endpoint.ts';
import type { AttachmentReply } from '../files/replies.ts';
import type { PayableReply, PaymentDetail } from '../payments/replies.ts';
import type { StartPayment } from '../payments/schemas.ts';
import type { ActivityRefunds } from '../activity-refunds/replies.ts';
import type { OwnHours } from '../own-hours/replies.ts';
import type {
  ActivityPage,
  ActivityRows,
  OpenActivities,
  OwnRegistrations,
  RegistrationRows,
  SignedUp,
  StaffActivity,
} from './replies.ts';
import type {
  AcceptOffer,
  AddRegistration,
  AdmitRegistrations,
  AskLeave,
  CancelActivity,
  ChangeAnswers,
  CreateActivity,
  HideActivity,
  KeepRegistration,
  ListActivities,
  ListRegistrations,
  PublishActivity,
  RecordPresence,
  RemoveRegistration,
  RestoreLeave,
  ReturnActivity,
  SignUp,
  UpdateActivity,
} from './schemas.ts';

export type * from './replies.ts';

type Id = { id: string };

export const activityEndpoints = {
  listOpenActivities: endpoint<{ reply: OpenActivities }>()({
    method: 'GET',
    path: '/me/activities',
    access: 'member',
    summary: 'Activities whose sign-up is open and that are for the member',
  }),
  showActivity: endpoint<{ params: Id; reply: ActivityPage }>()({
    method: 'GET',
    path: '/me/activities/:id',
    access: 'member',
    summary: 'An activity, why it is not for the member, and what can be done now and until when',
  }),
  showActivityPoster: endpoint<{ params: Id & { file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/me/activities/:id/poster/:file',
    access: 'member',
    summary: 'The poster of an activity that the member may read',
    replies: 'file',
  }),
  showActivityFile: endpoint<{ params: Id & { file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/me/activities/:id/files/:file',
    access: 'member',
    summary: 'An attachment of an activity that the member may read',
    replies: 'file',
  }),
  signUp: endpoint<{ params: Id; body: SignUp; reply: SignedUp }>()({
    method: 'POST',
    path: '/me/activities/:id/registrations',
    access: 'member',
    summary: 'Signs the lawyer up, or puts him on the waiting list; twice makes one',
  }),
  listOwnRegistrations: endpoint<{ reply: OwnRegistrations }>()({
    method: 'GET',
    path: '/me/registrations',
    access: 'member',
    summary: 'What the lawyer has signed up for, what comes next first',
  }),
  showOwnHours: endpoint<{ reply: OwnHours }>()({
    method: 'GET',
    path: '/me/hours',
    access: 'member',
    summary: 'Hours of the lawyer by year, what is missing this year, and what would fill it',
  }),
  cancelRegistration: endpoint<{ params: Id; reply: null }>()({
    method: 'POST',
    path: '/me/registrations/:id/cancel',
    access: 'member',
    summary: 'Gives the seat or the place on the waiting list back',
  }),
  changeAnswers: endpoint<{ params: Id; body: ChangeAnswers; reply: null }>()({
    method: 'PUT',
    path: '/me/registrations/:id/answers',
    access: 'member',
    summary: 'Changes what was answered to the form, until cancelling ends as it was promised',
  }),
  askLeave: endpoint<{ params: Id; body: AskLeave; reply: null }>()({
    method: 'POST',
    path: '/me/registrations/:id/leave',
    access: 'member',
    summary: 'Asks for leave, effective at once',
  }),
  acceptOffer: endpoint<{ params: Id; body: AcceptOffer; reply: null }>()({
    method: 'POST',
    path: '/me/registrations/:id/acceptance',
    access: 'member',
    summary: 'Takes a seat that is held for the lawyer, or confirms what the firm has signed him up for',
  }),
  declineOffer: endpoint<{ params: Id; reply: null }>()({
    method: 'POST',
    path: '/me/registrations/:id/refusal',
    access: 'member',
    summary: 'Lets a held seat go to the next who waits, or declines what the firm has signed him up for',
  }),
  startRegistrationPayment: endpoint<{ params: Id; body: StartPayment; reply: PayableReply }>()({
    method: 'POST',
    path: '/me/registrations/:id/payment',
    access: 'member',
    summary: 'Begins to pay for a seat that is held',
  }),
  showRegistrationPayment: endpoint<{ params: Id; reply: PaymentDetail | null }>()({
    method: 'GET',
    path: '/me/registrations/:id/payment',
    access: 'member',
    summary: 'How the payment of a registration stands',
  }),
  downloadRegistrationReceipt: endpoint<{ params: Id; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/me/registrations/:id/payment/receipt',
    access: 'member',
    summary: 'The receipt of a registration, as PDF',
    replies: 'pdf',
  }),
  listActivityRefunds: endpoint<{ reply: ActivityRefunds }>()({
    method: 'GET',
    path: '/staff/activity-refunds',
    access: ['finance'],
    summary: 'How far the payments of cancelled activities have come back, with what failed',
  }),
  sendActivityRefunds: endpoint<{ params: Id; reply: ActivityRefunds }>()({
    method: 'POST',
    path: '/staff/activities/:id/refunds',
    access: ['finance'],
    summary: 'The second person agrees to the refunds of a cancelled activity, or has those that failed sent again',
  }),
  listActivities: endpoint<{ query: ListActivities; reply: ActivityRows }>()({
    method: 'GET',
    path: '/staff/activities',
    access: ['events'],
    summary: 'Activities, the latest first',
  }),
  createActivity: endpoint<{ body: CreateActivity; reply: StaffActivity }>()({
    method: 'POST',
    path: '/staff/activities',
    access: ['events'],
    summary: 'Writes an activity as a draft',
  }),
  uploadActivityPoster: endpoint<{ body: object; reply: AttachmentReply }>()({
    method: 'POST',
    path: '/staff/activities/posters',
    access: ['events'],
    summary: 'Uploads a poster; gone after a day unless an activity is saved with it',
    takes: 'file',
  }),
  showStaffPoster: endpoint<{ params: Id & { file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/activities/:id/poster/:file',
    access: ['events'],
    summary: 'The poster of an activity',
    replies: 'file',
  }),
  uploadActivityFile: endpoint<{ body: object; reply: AttachmentReply }>()({
    method: 'POST',
    path: '/staff/activities/files',
    access: ['events'],
    summary: 'Uploads an attachment; gone after a day unless an activity is saved with it',
    takes: 'file',
  }),
  showStaffActivityFile: endpoint<{ params: Id & { file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/activities/:id/files/:file',
    access: ['events'],
    summary: 'An attachment of an activity',
    replies: 'file',
  }),
  showStaffActivity: endpoint<{ params: Id; reply: StaffActivity }>()({
    method: 'GET',
    path: '/staff/activities/:id',
    access: ['events'],
    summary: 'An activity, with what is odd about it and what was changed',
  }),
  updateActivity: endpoint<{ params: Id; body: UpdateActivity; reply: StaffActivity }>()({
    method: 'PUT',
    path: '/staff/activities/:id',
    access: ['events'],
    summary: 'Changes an activity; what was promised to those who signed up is only lengthened',
  }),
  submitActivity: endpoint<{ params: Id; body: PublishActivity; reply: StaffActivity }>()({
    method: 'POST',
    path: '/staff/activities/:id/submission',
    access: ['events'],
    summary: 'Asks a second person to publish an activity',
  }),
  publishActivity: endpoint<{ params: Id; body: PublishActivity; reply: StaffActivity }>()({
    method: 'POST',
    path: '/staff/activities/:id/publication',
    access: ['events'],
    summary: 'Publishes an activity; by a second person where the office wants one',
  }),
  returnActivity: endpoint<{ params: Id; body: ReturnActivity; reply: StaffActivity }>()({
    method: 'POST',
    path: '/staff/activities/:id/return',
    access: ['events'],
    summary: 'Makes an activity that waits for its publication a draft again',
  }),
  hideActivity: endpoint<{ params: Id; body: HideActivity; reply: StaffActivity }>()({
    method: 'POST',
    path: '/staff/activities/:id/hiding',
    access: ['events'],
    summary: 'Takes a published activity out of sight, or shows it again; registrations stay',
  }),
  cancelActivity: endpoint<{ params: Id; body: CancelActivity; reply: StaffActivity }>()({
    method: 'POST',
    path: '/staff/activities/:id/cancellation',
    access: ['events'],
    summary: 'Cancels an activity for good and tells everybody who signed up',
  }),
  listRegistrations: endpoint<{ params: Id; query: ListRegistrations; reply: RegistrationRows }>()({
    method: 'GET',
    path: '/staff/activities/:id/registrations',
    access: ['events'],
    summary: 'Who signed up, in the order of signing up',
  }),
  addRegistration: endpoint<{ params: Id; body: AddRegistration; reply: null }>()({
    method: 'POST',
    path: '/staff/activities/:id/registrations',
    access: ['events'],
    summary: 'Signs a lawyer up by hand, beyond conditions and windows, where there is a seat',
  }),
  admitRegistrations: endpoint<{ params: Id; body: AdmitRegistrations; reply: null }>()({
    method: 'POST',
    path: '/staff/activities/:id/admissions',
    access: ['events'],
    summary: 'Admits applicants while there are seats, puts them on the waiting list, or refuses them with a reason',
  }),
  removeRegistration: endpoint<{ params: Id; body: RemoveRegistration; reply: null }>()({
    method: 'POST',
    path: '/staff/registrations/:id/removal',
    access: ['events'],
    summary: 'Takes a lawyer out of an activity, with the reason that he is told',
  }),
  restoreLeave: endpoint<{ params: Id; body: RestoreLeave; reply: null }>()({
    method: 'POST',
    path: '/staff/registrations/:id/restoring',
    access: ['events'],
    summary: 'Undoes a leave: the seat again, or the first place on the waiting list',
  }),
  keepRegistration: endpoint<{ params: Id; body: KeepRegistration; reply: null }>()({
    method: 'POST',
    path: '/staff/registrations/:id/keeping',
    access: ['events'],
    summary: 'Lets the registration of who is no longer an active member stand, with the reason',
  }),
  recordPresence: endpoint<{ params: Id; body: RecordPresence; reply: null }>()({
    method: 'POST',
    path: '/staff/activities/:id/presence',
    access: ['events'],
    summary: 'Records by hand who came and who did not, or takes that back',
  }),
} as const;
