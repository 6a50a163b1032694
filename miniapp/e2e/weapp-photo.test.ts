import { expect, it } from '@jest/globals';
import { drawPortrait } from '../../scripts/seed/demo-portrait.ts';
import { PAGES } from '../addresses.ts';
import { asked, called, prepareWalk } from './walk.ts';

/** A lawyer's photo in the production mini-program: chosen, cropped by five numbers, handed to staff. */
const walk = prepareWalk();

it('is chosen out of the album, framed, and verified by staff, as WeChat has not granted the comparison of faces', async () => {
  const bytes = await drawPortrait({ wall: '#c9dcf2', coat: '#26344f', hair: '#231a14', isLong: true });
  const app = await walk.signedIn('曾转所', { chatFiles: [{ name: '我.jpg', bytes }] });
  app.open(PAGES.photo);
  await app.sees('证件翻拍');
  await app.tap('选择照片');
  await app.tap('同意并继续');
  await app.sees('裁剪照片');
  await app.tap('放大');
  await app.tap('右倾1°');
  await app.tap('下一步');
  await app.sees('核验照片');
  await app.tap('提交人工核验');
  await app.sees('人工核验中');
  expect(called(app, 'chooseMedia')).toHaveLength(1);
  const [cropped] = asked(app, '/me/photos');
  expect(JSON.parse(String(cropped?.options.data))).toMatchObject({ crop: { angle: 1 }, insists: false });
});
