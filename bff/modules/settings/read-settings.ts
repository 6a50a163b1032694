import type { Transaction } from 'sequelize';
import { SHIPPED_MEETING_FORMATS } from '../../contract/meeting-formats/schemas.ts';
import { SHIPPED_BLOCKED_WORDS, SHIPPED_PURPOSES, type OfficeSettings } from '../../contract/settings/schemas.ts';
import { env } from '../../env.ts';
import { Setting } from './model.ts';
import { keepsState } from '../../platform/singletons.ts';

/** The row of `settings` that holds OfficeSettings. */
export const OFFICE = 'office';
/** Every page and letter asks; another process sees a change this many ms later at most. */
const CACHE_MS = 3_000;

let cached: { settings: OfficeSettings; readAt: number } | undefined;
keepsState(forgetSettings);

/** Those of a fresh installation. */
export const defaultSettings = (): OfficeSettings => ({
  version: 0,
  association: env.ASSOCIATION_NAME,
  associationEnglish: 'Jianghai Lawyers Association',
  registryPhone: '0700-88886601',
  disciplinePhone: '0700-88886602',
  officeAddress: '江海市文华区法律服务大厦3楼会员服务大厅',
  officeMapPoint: '',
  officeHours: '工作日 9:00–11:30，13:30–18:00',
  icpNumber: '',
  policeNumber: '',
  purposes: SHIPPED_PURPOSES,
  rosterOrder: 'stroke',
  signatoryEnglish: 'Secretary-General',
  addressEnglish: '',
  certificateEmail: '',
  verifyingEnglish: 'To verify, scan the QR code, or enter the number and the code on this website.',
  copyFeeFen: 0,
  postageFen: 0,
  refundApprovalFen: 20_000,
  applicationsPerHour: 60,
  bulkLawyersPerHour: 1_000,
  completionDays: 15,
  paperPaymentDays: 7,
  mailsPerRecipientDay: 10,
  blockedWords: SHIPPED_BLOCKED_WORDS,
  activityApproval: 'second',
  hoursRequirements: [],
  yearlyHours: 40,
  dailyHours: 8,
  meetingFormats: [...SHIPPED_MEETING_FORMATS],
  activityHoldMinutes: 15,
  noShowLimit: 3,
  noShowMonths: 12,
  noShowDays: 60,
  chatOfferMinutes: 3,
  chatMostWaiting: 60,
  chatMostOwn: 4,
});

/** A row's settings, over the defaults of a fresh installation. */
export function officeOf(row: Setting | null): OfficeSettings {
  const kept = row && (JSON.parse(row.value) as Partial<OfficeSettings>);
  const settings = { ...defaultSettings(), ...kept };
  // Those that were written before this part of them existed ask for none of it.
  const hoursRequirements = settings.hoursRequirements.map((one) => ({ ...one, ethicsOnsite: one.ethicsOnsite ?? 0 }));
  return { ...settings, hoursRequirements };
}

/**
 * What staff have set, over the defaults of a fresh installation.
 * @param t the caller's transaction, within which a second connection could be waited for in vain
 */
export async function readSettings(t?: Transaction): Promise<OfficeSettings> {
  if (cached && Date.now() - cached.readAt < CACHE_MS) return cached.settings;
  const row = await Setting.findOne({ where: { name: OFFICE }, ...(t && { transaction: t }) });
  const settings = officeOf(row);
  cached = { settings, readAt: Date.now() };
  return settings;
}

/** The same as the database has them now, for somebody who is about to change them. */
export async function readNewestSettings(): Promise<OfficeSettings> {
  return officeOf(await Setting.findOne({ where: { name: OFFICE } }));
}

/** The next reader looks at the database again. */
export function forgetSettings(): void {
  cached = undefined;
}
