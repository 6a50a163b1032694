import { expect, test } from '@jest/globals';
import { coarseDevice, isRobot } from './reader.ts';
import { stateOf } from './rules.ts';

const link = { revokedAt: null, expiresAt: 1000, codeTries: 0, viewLimit: 3, views: 0 };

test.each([
  ['fresh', {}, 'open'],
  ['its last moment', { expiresAt: 501 }, 'open'],
  ['the moment after', { expiresAt: 500 }, 'expired'],
  ['its last view', { views: 2 }, 'open'],
  ['none left', { views: 3 }, 'used_up'],
  ['without a limit', { views: 3000, viewLimit: null }, 'open'],
  ['nine wrong codes', { codeTries: 9 }, 'open'],
  ['ten wrong codes', { codeTries: 10 }, 'locked'],
  ['revoked before it expired', { revokedAt: 1, expiresAt: 2, views: 3 }, 'revoked'],
] as const)('a link: %s', (_what, change, state) => {
  expect(stateOf({ ...link, ...change }, 500)).toBe(state);
});

const WECHAT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.20(0x18001432) NetType/WIFI Language/zh_CN';
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';

test.each([
  [WECHAT, '微信'],
  [`${WECHAT} miniProgram/wx1234`, '微信小程序'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/94 wxwork/4.1 MicroMessenger/7.0.1', '企业微信'],
  ['Mozilla/5.0 (Linux; Android 7.0; CUBOT NOTE 20) AppleWebKit/537.36 Chrome/64.0 Mobile Safari/537.36', '手机浏览器'],
  ['Mozilla/5.0 (Linux; Android 12) Chrome/120 Mobile Safari/537.36 Telegram-Android/10.1', '手机浏览器'],
  [CHROME, '电脑浏览器'],
])('a person: %s', (agent, device) => {
  expect(isRobot(agent)).toBe(false);
  expect(coarseDevice(agent)).toBe(device);
});

test.each([
  '',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Twitterbot/1.0',
  'TelegramBot (like TwitterBot)',
  'WhatsApp/2.23.20.0',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
  'Mozilla/5.0 (Windows NT 6.1) SkypeUriPreview Preview/0.5',
  'Mozilla/5.0 (compatible; DingTalkBot-LinkService/1.0)',
  'Mozilla/5.0 (compatible; Baiduspider/2.0)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'curl/8.5.0',
  'python-requests/2.31',
])('a robot: %s', (agent) => {
  expect(isRobot(agent)).toBe(true);
});
