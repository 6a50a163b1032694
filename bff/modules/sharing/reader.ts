/** Who asks for a page: a person's browser, or a robot that only wants to draw a link card. */
// Names of programs that people read in (Telegram, Slack, Pinterest) are no robots; the phones of CUBOT are none either.
const ROBOTS =
  /(?<!cu)bot\b|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|^whatsapp\/|slack-imgproxy|embedly|linkcheck|iframely|vkshare|sogou web|^curl\/|^wget\/|^python|^go-http|^okhttp|^java\//i;

/** Whether a user agent is a robot's: chat programs fetch a link to show a card, and nobody has read anything. */
export function isRobot(userAgent: string): boolean {
  return userAgent.trim() === '' || ROBOTS.test(userAgent);
}

const PROGRAMS: [RegExp, string][] = [
  [/miniProgram/i, '微信小程序'],
  [/wxwork/i, '企业微信'],
  [/MicroMessenger/i, '微信'],
  [/DingTalk/i, '钉钉'],
  [/Lark|Feishu/i, '飞书'],
  [/Mobile|Android|iPhone|iPad|HarmonyOS/i, '手机浏览器'],
];

/** What a link was opened with, so coarse that it is nobody's: 「微信」, 「电脑浏览器」. */
export function coarseDevice(userAgent: string): string {
  return PROGRAMS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '电脑浏览器';
}
