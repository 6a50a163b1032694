import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../actor.ts';
import { PHOTO_SETTING_LABELS } from '../../contract/photos/enums.ts';
import type { PhotoSettings } from '../../contract/photos/schemas.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { keepsState } from '../../platform/singletons.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { lockSetting } from '../settings/lock-setting.ts';
import { readSetting, settingOf } from '../settings/read-setting.ts';

const NAME = 'photos';
/** Every home page and form asks; another process sees a change this many ms later at most. */
const CACHE_MS = 3_000;

let cached: { settings: PhotoSettings; readAt: number } | undefined;
keepsState(forget);

/** The next reader looks at the database again. */
function forget(): void {
  cached = undefined;
}

/** Thresholds as measured on drawn pictures; the office calibrates them on real ones (`calibratedOn`). */
const DEFAULTS: PhotoSettings = {
  version: 0,
  blurredBelow: 2.2,
  softBelow: 3.5,
  darkBelow: 60,
  brightAbove: 215,
  unevenAbove: 25,
  calibratedOn: '',
  faceOn: false,
  assessedOn: '',
  assessment: '',
  wechatGrant: '',
  needsStaff: false,
  changeDays: 30,
  checksPerDay: 5,
  checksPerMonth: 20,
  evidenceDays: 180,
  replacedDays: 180,
};

const settingsOf = (value: string | null): PhotoSettings => ({
  ...DEFAULTS,
  ...(value && (JSON.parse(value) as Partial<PhotoSettings>)),
});

/**
 * What the office has set, over the defaults.
 * @param t the caller's transaction, within which a second connection could be waited for in vain
 */
export async function readPhotoSettings(t?: Transaction): Promise<PhotoSettings> {
  if (cached && Date.now() - cached.readAt < CACHE_MS) return cached.settings;
  const settings = settingsOf(await readSetting(NAME, t));
  cached = { settings, readAt: Date.now() };
  return settings;
}

/** The same, to be read together with what rests on them. */
export const photoSettingsOf = () => settingOf(NAME);

/** What photoSettingsOf has read. */
export const presentPhotoSettings = ([row]: readonly { value: string }[]): PhotoSettings =>
  settingsOf(row?.value ?? null);

type Named = keyof typeof PHOTO_SETTING_LABELS;

/** Replaces them, with an audit line that says what they were. Throws `changed_meanwhile`. */
export async function updatePhotoSettings({
  actor,
  settings,
}: {
  actor: StaffActor;
  settings: PhotoSettings;
}): Promise<void> {
  await transaction(async (t) => {
    const row = await lockSetting(NAME, t);
    const before = settingsOf(row.value);
    if (before.version !== settings.version) throw new AppError('changed_meanwhile');
    const keys = Object.keys(PHOTO_SETTING_LABELS) as Named[];
    const changed = keys.filter((key) => before[key] !== settings[key]);
    if (changed.length === 0) return;
    const value = JSON.stringify({ ...settings, version: before.version + 1 } satisfies PhotoSettings);
    await row.update({ value, updatedAt: clock.now() }, { transaction: t });
    await writeAudit(
      {
        actor,
        action: 'settings.updated',
        targetKind: 'settings',
        targetId: 0,
        target: '照片设置',
        detail: changed
          .map((key) => `${PHOTO_SETTING_LABELS[key]}：${inWords(before[key])}→${inWords(settings[key])}`)
          .join('；'),
      },
      t,
    );
  });
  forget();
}

const inWords = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? '开' : '关') : String(value) || '未填';
