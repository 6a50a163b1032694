import { uploadFile } from '../../bff/modules/files/upload-file.ts';
import { cropPhoto } from '../../bff/modules/photos/crop-photo.ts';
import { decidePhoto } from '../../bff/modules/photos/decide-photo.ts';
import { Photo } from '../../bff/modules/photos/model.ts';
import { referPhoto } from '../../bff/modules/photos/refer-photo.ts';
import { readPhotoSettings, updatePhotoSettings } from '../../bff/modules/photos/settings.ts';
import { uploadPhoto } from '../../bff/modules/photos/upload-photo.ts';
import { memberOf, staffOf } from './demo-actors.ts';
import { REJECTED_LAWYER, REOPENED_LAWYER, WAITING_LAWYER } from './demo-data.ts';
import { drawLicencePage, drawPortrait, type Portrait } from './demo-portrait.ts';

/** The whole drawing, in the proportions of a portrait. */
const CROP = { x: 0, y: 0, w: 1_200, h: 1_818.9, angle: 0 };

interface DemoPhoto {
  login: string;
  drawn: Portrait;
  isPassed: boolean;
}
const PHOTOS: readonly DemoPhoto[] = [
  {
    login: '14499201210100017',
    drawn: { wall: '#c9dcf2', coat: '#26344f', hair: '#231a14', isLong: false },
    isPassed: true,
  },
  {
    login: '14499201511100034',
    drawn: { wall: '#f4f4f2', coat: '#2b2b33', hair: '#2d211a', isLong: true },
    isPassed: false,
  },
  {
    login: WAITING_LAWYER.licenceNo,
    drawn: { wall: '#dfe8f3', coat: '#33302d', hair: '#1d1815', isLong: false },
    isPassed: true,
  },
  {
    login: REJECTED_LAWYER.licenceNo,
    drawn: { wall: '#f4f4f2', coat: '#1f2d3d', hair: '#2a201b', isLong: false },
    isPassed: true,
  },
  {
    login: REOPENED_LAWYER.licenceNo,
    drawn: { wall: '#dfe8f3', coat: '#3a2f3d', hair: '#241c18', isLong: true },
    isPassed: true,
  },
];

/** Photos of demo lawyers, one in use and one that waits for staff; comparing faces is on, by the sandbox. */
export async function seedDemoPhotos(): Promise<void> {
  const admin = await staffOf('admin');
  const settings = await readPhotoSettings();
  await updatePhotoSettings({
    actor: admin,
    settings: { ...settings, faceOn: true, assessedOn: '2026-11-01', assessment: '演示-影响评估-2026-1' },
  });
  for (const { login, drawn, isPassed } of PHOTOS) {
    const actor = await memberOf(login);
    const bytes = await drawPortrait(drawn);
    const { upload } = await uploadPhoto({ actor, name: '照片.jpg', bytes });
    await cropPhoto({ actor, input: { upload, crop: CROP, insists: false } });
    const lawyerId = actor.kind === 'lawyer' ? actor.lawyerId : 0;
    const photo = await Photo.findOne({ where: { slot: `draft:${lawyerId}` }, rejectOnEmpty: true });
    const page = await drawLicencePage(bytes, actor.name);
    const { token } = await uploadFile({ actor, name: '执业证照片页.jpg', bytes: page });
    await referPhoto({ actor, id: photo.id, input: { attachments: [token] } });
    if (!isPassed) continue;
    const { version } = await photo.reload();
    const decision = { verdict: 'pass', comparedWith: 'licence', opinion: '', version } as const;
    await decidePhoto({ actor: await staffOf('registrar'), id: photo.id, decision });
  }
}
