import { endpoint, type Page } from '../endpoint.ts';
import type { HoursClaimDetail, HoursClaimed, HoursClaimRow, OwnHoursClaim, OwnHoursClaimRow } from './replies.ts';
import type { ClaimHours, DecideHoursClaim, ListHoursClaims, ListOwnHoursClaims, MendHoursClaim } from './schemas.ts';

type ById = { id: string };
type File = { id: string; file: string };

/** 校外学时申报. Staff of activities see to hours, and so do those who keep the records of members. */
export const externalHoursEndpoints = {
  listOwnHoursClaims: endpoint<{ query: ListOwnHoursClaims; reply: Page<OwnHoursClaimRow> }>()({
    method: 'GET',
    path: '/me/external-hours',
    access: 'member',
    summary: 'Own claims of hours earned elsewhere, the latest first',
  }),
  claimHours: endpoint<{ body: ClaimHours; reply: HoursClaimed }>()({
    method: 'POST',
    path: '/me/external-hours',
    access: 'member',
    summary: 'Claims hours that were earned elsewhere, with what proves them',
  }),
  showOwnHoursClaim: endpoint<{ params: ById; reply: OwnHoursClaim }>()({
    method: 'GET',
    path: '/me/external-hours/:id',
    access: 'member',
    summary: 'An own claim, where it stands, and what can be done with it',
  }),
  mendHoursClaim: endpoint<{ params: ById; body: MendHoursClaim; reply: OwnHoursClaim }>()({
    method: 'PUT',
    path: '/me/external-hours/:id',
    access: 'member',
    summary: 'Mends an own claim that was returned, and hands it in again',
  }),
  withdrawHoursClaim: endpoint<{ params: ById; reply: OwnHoursClaim }>()({
    method: 'POST',
    path: '/me/external-hours/:id/withdrawal',
    access: 'member',
    summary: 'Takes back an own claim that is not decided',
  }),
  showOwnHoursProof: endpoint<{ params: File; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/me/external-hours/:id/attachments/:file',
    access: 'member',
    summary: 'What an own claim was proven with',
    replies: 'file',
  }),
  listHoursClaims: endpoint<{ query: ListHoursClaims; reply: Page<HoursClaimRow> }>()({
    method: 'GET',
    path: '/staff/external-hours',
    access: ['events', 'registrar'],
    summary: 'Claims of hours by state; those that wait first come first served',
  }),
  showHoursClaim: endpoint<{ params: ById; reply: HoursClaimDetail }>()({
    method: 'GET',
    path: '/staff/external-hours/:id',
    access: ['events', 'registrar'],
    summary: 'A claim with its proof and what the lawyer has of the same days',
  }),
  showHoursProof: endpoint<{ params: File; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/external-hours/:id/attachments/:file',
    access: ['events', 'registrar'],
    summary: 'What a claim was proven with',
    replies: 'file',
  }),
  decideHoursClaim: endpoint<{ params: ById; body: DecideHoursClaim; reply: HoursClaimDetail }>()({
    method: 'POST',
    path: '/staff/external-hours/:id/decision',
    access: ['events', 'registrar'],
    summary: 'Accepts a claim, which writes its hours; returns it to be mended; or refuses it',
  }),
} as const;
