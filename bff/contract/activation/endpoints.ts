import type { CodeAsked, CodeSent } from '../accounts/replies.ts';
import type {
  Activate,
  ChosenAccounts,
  DecideContactChange,
  ListActivations,
  OfMember,
  ReleaseByCode,
  ReleaseHeld,
  RequestReleaseCode,
  WithReason,
  RequestActivationText,
  RequestForLawyer,
  SendActivations,
} from './schemas.ts';
import type { ListPages } from '../fields.ts';
import type {
  ActivationCodeReply,
  ActivationDetail,
  ActivationResults,
  ActivationRow,
  ContactChangeRow,
  HeldRow,
  HoldReply,
  MemberChangeRow,
} from './replies.ts';
import type { Waiting } from '../two-person/replies.ts';
import { endpoint, type Page } from '../endpoint.ts';

export type * from './replies.ts';

const CLERKS = ['registrar', 'service'] as const;

export const activationEndpoints = {
  requestActivationText: endpoint<{ body: RequestActivationText; reply: CodeAsked }>()({
    method: 'POST',
    path: '/activation/text',
    access: 'public',
    summary: 'Sends a code for the first use to the registered mobile; the same answer for every login',
  }),
  activate: endpoint<{ body: Activate; reply: null }>()({
    method: 'POST',
    path: '/activation',
    access: 'public',
    summary: 'Sets the first password of an account by a code; the same answer for all that does not fit',
  }),
  requestForLawyer: endpoint<{ body: RequestForLawyer; reply: null }>()({
    method: 'POST',
    path: '/firm/activation-requests',
    access: 'firm',
    summary: 'A firm asks that its lawyer be sent a code; it never sees the code',
  }),
  listActivations: endpoint<{ query: ListActivations; reply: Page<ActivationRow> }>()({
    method: 'GET',
    path: '/staff/activations',
    access: CLERKS,
    summary: 'Members who have not set a password yet',
  }),
  showActivation: endpoint<{ query: OfMember; reply: ActivationDetail | null }>()({
    method: 'GET',
    path: '/staff/activations/member',
    access: CLERKS,
    summary: 'Whether one member has come yet: null for who has',
  }),
  handOverCode: endpoint<{ params: { id: string }; reply: ActivationCodeReply }>()({
    method: 'POST',
    path: '/staff/activations/:id/code',
    access: CLERKS,
    summary: 'An activation code to be handed over in person, against the identity card',
  }),
  sendActivations: endpoint<{ body: SendActivations; reply: ActivationResults }>()({
    method: 'POST',
    path: '/staff/activations/messages',
    access: CLERKS,
    summary: 'Sends activation codes to the registered contacts of firms',
  }),
  printActivations: endpoint<{ body: ChosenAccounts; reply: ArrayBuffer }>()({
    method: 'POST',
    path: '/staff/activations/letters',
    access: CLERKS,
    summary: 'Letters with activation codes, one page each, addressed by name',
    replies: 'pdf',
  }),
  listContactChanges: endpoint<{ query: ListPages; reply: Page<ContactChangeRow> }>()({
    method: 'GET',
    path: '/staff/contact-changes',
    access: ['registrar'],
    summary: 'Changed contacts of accounts that nobody has used yet',
  }),
  decideContactChange: endpoint<{ params: { id: string }; body: DecideContactChange; reply: null }>()({
    method: 'POST',
    path: '/staff/contact-changes/:id',
    access: ['registrar'],
    summary: 'A second person confirms or refuses a changed contact',
  }),
  showHold: endpoint<{ reply: HoldReply | null }>()({
    method: 'GET',
    path: '/account/hold',
    access: 'member',
    summary: 'Why the own account is held after its first use, and what ends that; null: it is not',
  }),
  requestReleaseCode: endpoint<{ body: RequestReleaseCode; reply: CodeSent }>()({
    method: 'POST',
    path: '/account/hold/code',
    access: 'member',
    whileHeld: 'open',
    summary: 'Sends a code to a registered contact that ends the hold',
  }),
  releaseByCode: endpoint<{ body: ReleaseByCode; reply: null }>()({
    method: 'POST',
    path: '/account/hold/release',
    access: 'member',
    whileHeld: 'open',
    summary: 'Ends the hold by that code',
  }),
  listHeld: endpoint<{ query: ListPages; reply: Page<HeldRow> }>()({
    method: 'GET',
    path: '/staff/held-accounts',
    access: CLERKS,
    summary: 'Accounts that were opened and are held',
  }),
  releaseHeld: endpoint<{ body: ReleaseHeld; reply: ActivationResults }>()({
    method: 'POST',
    path: '/staff/held-accounts/release',
    access: CLERKS,
    summary: 'A second person vouches for who has opened the accounts',
  }),
  objectToHeld: endpoint<{ params: { id: string }; body: WithReason; reply: Waiting }>()({
    method: 'POST',
    path: '/staff/held-accounts/:id/objection',
    access: CLERKS,
    summary: 'Keeps an account held and asks that it be taken back to before its first use',
  }),
  listMemberChanges: endpoint<{ query: ListPages; reply: Page<MemberChangeRow> }>()({
    method: 'GET',
    path: '/staff/member-changes',
    access: ['registrar'],
    summary: 'New identity numbers and heads of members whose accounts nobody has opened',
  }),
  confirmMemberChange: endpoint<{ params: { id: string }; body: WithReason; reply: null }>()({
    method: 'POST',
    path: '/staff/member-changes/:id/confirmation',
    access: ['registrar'],
    summary: 'A second person has looked at a new identity number or head',
  }),
} as const;
