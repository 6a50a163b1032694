import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

/**
 * What WeChat makes a mini-program declare in 用户隐私保护指引 before it may call it, and `login`, whose identifier is personal
 * too (developers.weixin.qq.com, 小程序隐私协议开发指南). Undeclared calls are refused on the telephones of members.
 */
const TO_DECLARE = `
  getUserProfile getUserInfo login getWeRunData chooseLicensePlate chooseInvoice chooseInvoiceTitle
  getLocation getFuzzyLocation choosePoi chooseLocation startLocationUpdate onLocationChange
  startLocationUpdateBackground chooseAddress chooseImage chooseMedia chooseVideo chooseMessageFile
  startRecord getRecorderManager joinVoIPChat createCameraContext createVKSession
  startFacialRecognitionVerify openBluetoothAdapter createBLEPeripheralServer saveImageToPhotosAlbum
  saveVideoToPhotosAlbum addPhoneContact chooseContact addPhoneCalendar addPhoneRepeatCalendar
  startAccelerometer startCompass startGyroscope startDeviceMotionListening setClipboardData
  getClipboardData`
  .trim()
  .split(/\s+/);
/** Buttons that WeChat itself answers with personal data. */
const BUTTONS = ['getPhoneNumber', 'getRealtimePhoneNumber', 'getUserInfo', 'chooseAvatar'];

/** The program's own scripts; Taro's name every interface there is. */
const scripts = globSync('**/*.js', { cwd: 'dist/weapp' })
  .filter((file) => !['taro.js', 'vendors.js', 'runtime.js'].includes(file))
  .map((file) => readFileSync(path.join('dist/weapp', file), 'utf8'));
const called = (name: string) => scripts.some((script) => new RegExp(`\\.${name}\\(`).test(script));
const tapped = (name: string) => scripts.some((script) => script.includes(`openType:"${name}"`));

it('what the checklist declares to WeChat is what the built mini-program calls', () => {
  const used = [...TO_DECLARE.filter(called), ...BUTTONS.filter(tapped)];
  const table = /<!-- interfaces: begin -->([\s\S]*?)<!-- interfaces: end -->/.exec(
    readFileSync('docs/go-live.md', 'utf8'),
  )?.[1];
  const declared = [...(table ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
  expect(used).toContain('login');
  expect(declared.sort()).toEqual([...new Set(used)].sort());
});
