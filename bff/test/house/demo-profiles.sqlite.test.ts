import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CAMPAIGN_PROGRESS, CAMPAIGN_STATES } from '../../contract/campaigns/enums.ts';
import '../../models.ts';
import '../../personal-data.ts';
import { PHOTO_STATES } from '../../contract/photos/enums.ts';
import { CHANGE_STATES } from '../../contract/profile-changes/enums.ts';
import { PROFILE_STATES, SNAPSHOT_OUTCOMES } from '../../contract/profile/enums.ts';
import { Campaign, CampaignMember } from '../../modules/campaigns/model.ts';
import { ProfileProgress } from '../../modules/campaigns/progress/model.ts';
import { Photo } from '../../modules/photos/model.ts';
import { readNewestFieldSettings } from '../../modules/profile-fields/field-settings.ts';
import { Import } from '../../modules/profile-imports/model.ts';
import { ProfileChange } from '../../modules/profiles/change-model.ts';
import { Profile, ProfileSnapshot, ProfileView } from '../../modules/profiles/model.ts';
import { DataDownload } from '../../modules/rights/model.ts';
import { clock, releaseClock } from '../../platform/clock/clock.ts';
import { useDatabase } from '../database.ts';

useDatabase();
afterAll(releaseClock);

beforeAll(async () => {
  // Scripts lie outside the server's own build.
  const load = async (file: string, name: string): Promise<unknown> => {
    const loaded = (await import(new URL(`../../../scripts/seed/${file}.ts`, import.meta.url).href)) as Record<
      string,
      () => Promise<unknown>
    >;
    return loaded[name]?.();
  };
  await load('demo', 'seedDemo');
  await load('demo-photos', 'seedDemoPhotos');
  await load('profiles/demo-profile-fields', 'seedDemoProfileFields');
  await load('profiles/demo-profiles', 'seedDemoProfiles');
  await load('profiles/demo-profile-changes', 'seedDemoProfileChanges');
  await load('profiles/demo-profile-imports', 'seedDemoProfileImports');
  await load('demo-campaigns', 'seedDemoCampaigns');
  await load('profiles/demo-downloads', 'seedDemoDownloads');
}, 120_000);

/** A draft is there for the moment between cropping and handing in, an opening campaign for that of its first job. */
const ever = (table: object, ...passing: string[]) => Object.keys(table).filter((state) => !passing.includes(state));
const statesOf = (rows: readonly { state: string }[]) => [...new Set(rows.map(({ state }) => state))].sort();

test('the demo association has somebody in every state of 信息补全, 信息变更, photos and campaigns', async () => {
  expect(statesOf(await Profile.findAll())).toEqual(ever(PROFILE_STATES, 'untouched').sort());
  expect(statesOf(await ProfileProgress.findAll())).toEqual(Object.keys(PROFILE_STATES).sort());
  const outcomes = (await ProfileSnapshot.findAll()).map(({ outcome }) => ({ state: outcome ?? 'open' }));
  expect(statesOf(outcomes)).toEqual([...Object.keys(SNAPSHOT_OUTCOMES), 'open'].sort());
  expect(statesOf(await ProfileChange.findAll())).toEqual(ever(CHANGE_STATES).sort());
  expect(statesOf(await Photo.findAll())).toEqual(ever(PHOTO_STATES, 'draft').sort());
  expect(statesOf(await Campaign.findAll())).toEqual(ever(CAMPAIGN_STATES, 'opening').sort());
  const members = await CampaignMember.findAll();
  expect(statesOf(members)).toEqual(Object.keys(CAMPAIGN_PROGRESS).sort());
  expect(members.some(({ isLate }) => isLate)).toBe(true);
  expect(members.some(({ dueOn }) => dueOn !== null)).toBe(true);
  expect(statesOf(await Import.findAll())).toEqual(['applied', 'checked']);
  expect(statesOf(await DataDownload.findAll())).toEqual(['ready', 'removed']);
  expect(await ProfileView.count()).toBe(1);
  // The clock runs again.
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(60_000);
});

test('档案字段 is set in every way in which an office sets it', async () => {
  const { fields } = await readNewestFieldSettings();
  const all = Object.values(fields);
  expect(new Set(all.map(({ use }) => use))).toEqual(new Set(['required', 'hidden', undefined]));
  expect(all.some(({ hint }) => hint)).toBe(true);
  const choices = all.flatMap(({ added = {} }) => Object.values(added));
  expect(new Set(choices.map(({ isOffered }) => isOffered))).toEqual(new Set([true, false]));
});
