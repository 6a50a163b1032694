import { expect, test } from '@jest/globals';
import { coarseDevice, describeDevice } from './device.ts';
import { isRobot } from './robot.ts';

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
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/91 Safari/537.36 dingtalk-win/1.0.0 DingTalk(6.5.10)', '钉钉'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/96 Safari/537.36 Lark/5.20.4 LarkLocale/zh_CN', '飞书'],
  ['Mozilla/5.0 (Linux; Android 10) Chrome/89 MQQBrowser/6.2 TBS/046141 Mobile Safari/537.36 QQ/8.9.3', '手机浏览器'],
  ['Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114 Safari/537.36 ArkWeb/4.1 Mobile', '手机浏览器'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/81 Safari/537.36 MicroMessenger/7.0.20 NetType/WIFI WindowsWechat', '微信'],
  ['Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko', '电脑浏览器'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/87 Safari/537.36 SE 2.X MetaSr 1.0', '电脑浏览器'],
  [CHROME.replace('Chrome', 'HeadlessChrome'), '电脑浏览器'],
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
  'Go-http-client/1.1',
  'okhttp/4.9.3',
  'Java/17.0.1',
  'Sogou web spider/4.0',
  'LarkUrlBot/1.0',
  'Slack-ImgProxy (+https://api.slack.com/robots)',
  'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 Chrome/53 Safari/537.36 WeChat-LinkPreview',
  'Mozilla/5.0 QQ-URL-Manager',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 9_1 like Mac OS X) Mobile/13B143 Safari/601.1 (compatible; Bytespider)',
])('a robot: %s', (agent) => {
  expect(isRobot(agent)).toBe(true);
});

test.each([
  [WECHAT, '微信 · iPhone'],
  [CHROME, 'Chrome · Windows'],
  [`${CHROME} Edg/130.0`, 'Edge · Windows'],
  [`${CHROME} wxwork/4.1 MicroMessenger/7.0.1`, '企业微信 · Windows'],
  ['Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114 Safari/537.36 Mobile', 'Chrome · 鸿蒙'],
  ['curl/8.5.0', '未知设备'],
])('%s is known to its owner as %s', (agent, name) => expect(describeDevice(agent)).toBe(name));
