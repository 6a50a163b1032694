import { DAY_MS } from '../../bff/contract/dates.ts';
import { uploadFile } from '../../bff/modules/files/upload-file.ts';
import { cropPhoto } from '../../bff/modules/photos/crop-photo.ts';
import { decidePhoto } from '../../bff/modules/photos/decide-photo.ts';
import { Photo } from '../../bff/modules/photos/model.ts';
import { referPhoto } from '../../bff/modules/photos/refer-photo.ts';
import { readPhotoSettings, updatePhotoSettings } from '../../bff/modules/photos/settings.ts';
import { uploadPhoto } from '../../bff/modules/photos/upload-photo.ts';
import { clock, freezeClock, releaseClock } from '../../bff/platform/clock/clock.ts';
import { memberOf, staffOf } from './demo-actors.ts';
import {
  CLEAN_LAWYER,
  PHOTO_LAWYER,
  REJECTED_LAWYER,
  REOPENED_LAWYER,
  TRANSFERRED_LAWYER,
  WAITING_LAWYER,
  WITHDRAWN_LAWYER,
} from './demo-data.ts';
import { drawLicencePage, drawPortrait, type Portrait } from './demo-portrait.ts';

/** The whole drawing, in the proportions of a portrait. */
const CROP = { x: 0, y: 0, w: 1_200, h: 1_818.9, angle: 0 };

type Verdict = 'pass' | 'refuse';
interface DemoPhoto {
  login: string;
  drawn: Portrait;
  /** Absent: it waits for staff. */
  verdict?: Verdict;
  /** 0: now. */
  daysAgo?: number;
}
const OF_LONG_AGO = { wall: '#c9dcf2', coat: '#3d3a36', hair: '#1d1815', isLong: false };
/** The older one first. */
const PHOTOS: readonly DemoPhoto[] = [
  { login: PHOTO_LAWYER.licenceNo, drawn: OF_LONG_AGO, verdict: 'pass', daysAgo: 90 },
  { login: PHOTO_LAWYER.licenceNo, drawn: { ...OF_LONG_AGO, coat: '#26344f' }, verdict: 'pass', daysAgo: 45 },
  { login: PHOTO_LAWYER.licenceNo, drawn: { ...OF_LONG_AGO, coat: '#7a2430' }, verdict: 'refuse' },
  {
    login: CLEAN_LAWYER.licenceNo,
    drawn: { wall: '#c9dcf2', coat: '#26344f', hair: '#231a14', isLong: false },
    verdict: 'pass',
  },
  {
    login: TRANSFERRED_LAWYER.licenceNo,
    drawn: { wall: '#f4f4f2', coat: '#2b2b33', hair: '#2d211a', isLong: true },
  },
  {
    login: WAITING_LAWYER.licenceNo,
    drawn: { wall: '#dfe8f3', coat: '#33302d', hair: '#1d1815', isLong: false },
    verdict: 'pass',
  },
  {
    login: REJECTED_LAWYER.licenceNo,
    drawn: { wall: '#f4f4f2', coat: '#1f2d3d', hair: '#2a201b', isLong: false },
    verdict: 'pass',
  },
  {
    login: REOPENED_LAWYER.licenceNo,
    drawn: { wall: '#dfe8f3', coat: '#3a2f3d', hair: '#241c18', isLong: true },
    verdict: 'pass',
  },
  {
    login: WITHDRAWN_LAWYER.licenceNo,
    drawn: { wall: '#dfe8f3', coat: '#2f3d33', hair: '#241c18', isLong: false },
    verdict: 'pass',
  },
];

/** Photos of demo lawyers, one in each state; comparing faces is on, by the sandbox. */
export async function seedDemoPhotos(): Promise<void> {
  const admin = await staffOf('admin');
  const settings = await readPhotoSettings();
  await updatePhotoSettings({
    actor: admin,
    settings: { ...settings, faceOn: true, assessedOn: '2026-11-01', assessment: '演示-影响评估-2026-1' },
  });
  const now = clock.now();
  try {
    for (const photo of PHOTOS) {
      if (photo.daysAgo) freezeClock(now - photo.daysAgo * DAY_MS);
      else releaseClock();
      await handIn(photo);
    }
  } finally {
    releaseClock();
  }
}

async function handIn({ login, drawn, verdict }: DemoPhoto): Promise<void> {
  const actor = await memberOf(login);
  if (actor.kind !== 'lawyer') throw new Error(`${login} is no lawyer`);
  const bytes = await drawPortrait(drawn);
  const { upload } = await uploadPhoto({ actor, name: '照片.jpg', bytes });
  await cropPhoto({ actor, input: { upload, crop: CROP, insists: false } });
  const photo = await Photo.findOne({ where: { slot: `draft:${actor.lawyerId}` }, rejectOnEmpty: true });
  const page = await drawLicencePage(bytes, actor.name);
  const { token } = await uploadFile({ actor, name: '执业证照片页.jpg', bytes: page });
  await referPhoto({ actor, id: photo.id, input: { attachments: [token] } });
  if (verdict === undefined) return;
  const { version } = await photo.reload();
  await decidePhoto({ actor: await staffOf('registrar'), id: photo.id, decision: decisionOf(verdict, version) });
}

const decisionOf = (verdict: Verdict, version: number) =>
  verdict === 'pass'
    ? ({ verdict, comparedWith: 'licence', opinion: '', version } as const)
    : ({ verdict, opinion: '照片与执业证照片页相差较大，请重新拍摄近期正面免冠照片', version } as const);
