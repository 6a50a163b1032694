import { z } from 'zod';
import { keyOf, line, requiredLine } from '../fields.ts';
import { toHalfWidth } from '../text.ts';
import { DIRECTIONS, SCAN_WAYS } from './enums.ts';
import * as limits from './limits.ts';

const token = z.string().regex(/^[\w-]{40,60}$/, { error: '设备已失效，请重新开启签到台' });
/** `former`: what this device was before, of the same activity; what it read in the meantime is not too early. */
export const openDoor = z.strictObject({
  entrance: requiredLine('入口名称', limits.MAX_ENTRANCE),
  former: token.optional(),
});
export type OpenDoor = z.input<typeof openDoor>;
export type OpenDoorParsed = z.output<typeof openDoor>;

export const asDevice = z.strictObject({ token });
export type AsDevice = z.input<typeof asDevice>;

const epoch = z.int().min(0).max(8_640_000_000_000);
const scan = z.strictObject({
  /** The device counts its scans; one that is sent again has the same number. */
  number: z.int().min(1).max(1_000_000),
  /** As it was read or typed. */
  read: z.string().max(limits.MAX_READ),
  /** Whom the device took it for. */
  registrationId: z.int().positive().nullable(),
  direction: keyOf(DIRECTIONS, '方向'),
  way: keyOf(SCAN_WAYS, '方式'),
  deviceAt: epoch,
  /** The server's clock minus the device's, as the device knew it then. */
  offsetMs: z.int().min(-8_640_000_000_000).max(8_640_000_000_000),
});
export type SentScan = z.input<typeof scan>;

export const sendScans = z.strictObject({
  token,
  /** The device's clock now. */
  sentAt: epoch,
  scans: z.array(scan).max(limits.MAX_SCANS),
  /** Scans that the device keeps back for the next time. */
  waiting: z.int().min(0).max(1_000_000),
  /** Who was recorded since this answer of ours is told; 0: everybody. */
  since: epoch,
  /** The device has nothing more to send and forgets everything: nobody waits for it any longer. */
  isLeaving: z.boolean().default(false),
});
export type SendScans = z.input<typeof sendScans>;
export type SendScansParsed = z.output<typeof sendScans>;

export const decideScan = z.strictObject({
  verdict: z.enum(['accepted', 'refused'], { error: '请选择是否认可' }),
  note: line('说明', limits.MAX_SCAN_NOTE).default(''),
});
export type DecideScan = z.input<typeof decideScan>;

export const arrive = z.strictObject({
  code: z.string().max(limits.MAX_READ),
  digits: z
    .string({ error: '请填写主持人公布的4位数字' })
    .overwrite((v) => toHalfWidth(v).replace(/\s/g, ''))
    .regex(/^\d{4}$/, { error: '请填写主持人公布的4位数字' }),
});
export type Arrive = z.input<typeof arrive>;
