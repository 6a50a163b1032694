import { endpoint } from '../endpoint.ts';
import type {
  Arrived,
  DoorPage,
  DoorRoster,
  HallDigits,
  HallScreen,
  OpenedDoor,
  OwnCode,
  ScansTaken,
} from './replies.ts';
import type { Arrive, AsDevice, DecideScan, OpenDoor, SendScans } from './schemas.ts';

export type * from './replies.ts';

type Id = { id: string };

export const doorEndpoints = {
  showOwnCode: endpoint<{ params: Id; reply: OwnCode }>()({
    method: 'GET',
    path: '/me/registrations/:id/code',
    access: 'member',
    summary: 'What the code of a registration at the door is made of',
  }),
  arrive: endpoint<{ body: Arrive; reply: Arrived }>()({
    method: 'POST',
    path: '/me/arrivals',
    access: 'member',
    summary: 'Says that the lawyer is there, by the code on the screen of the hall and what its host says',
  }),
  openDoor: endpoint<{ params: Id; body: OpenDoor; reply: OpenedDoor }>()({
    method: 'POST',
    path: '/staff/activities/:id/door-devices',
    access: ['events'],
    summary: 'Makes this device one of the door, with the list of names and the key of the codes',
  }),
  showDoor: endpoint<{ params: Id; reply: DoorPage }>()({
    method: 'GET',
    path: '/staff/activities/:id/door',
    access: ['events'],
    summary: 'The devices of the door, what they have sent, and what is to be looked at',
  }),
  dismissDevice: endpoint<{ params: Id; reply: DoorPage }>()({
    method: 'POST',
    path: '/staff/door-devices/:id/dismissal',
    access: ['events'],
    summary: 'Ends a device of the door: nothing it sends is taken any more',
  }),
  decideScan: endpoint<{ params: Id; body: DecideScan; reply: DoorPage }>()({
    method: 'POST',
    path: '/staff/scans/:id/decision',
    access: ['events'],
    summary: 'Says whether a doubtful scan counts',
  }),
  showHallScreen: endpoint<{ params: Id; reply: HallScreen }>()({
    method: 'GET',
    path: '/staff/activities/:id/hall-screen',
    access: ['events'],
    summary: 'The code on the screen of the hall, another one every 15 seconds',
  }),
  showHallDigits: endpoint<{ params: Id; reply: HallDigits }>()({
    method: 'GET',
    path: '/staff/activities/:id/hall-digits',
    access: ['events'],
    summary: 'The digits that the host of the hall says',
  }),
  readRoster: endpoint<{ body: AsDevice; reply: DoorRoster }>()({
    method: 'POST',
    path: '/door/roster',
    access: 'public',
    summary: 'The list of names anew, for a device of the door',
  }),
  sendScans: endpoint<{ body: SendScans; reply: ScansTaken }>()({
    method: 'POST',
    path: '/door/scans',
    access: 'public',
    summary: 'What a device of the door has scanned, once however often it is sent',
  }),
} as const;
