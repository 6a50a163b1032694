import { fieldsOf, textOf, type Asked, type Reply } from '../http.ts';
import { personOf, type World } from '../world.ts';
import { accept, refuse } from './answers.ts';
import { PAGES } from './pages.ts';

/** Templates that the office would have chosen in the mini-program's console, with their keys in order. */
export const TEMPLATES: Record<string, { title: string; keys: string[] }> = {
  'sandbox-decided-0000000000000000000000000001': {
    title: '审核结果通知',
    keys: ['character_string1', 'thing2', 'phrase3', 'time4', 'thing5'],
  },
  'sandbox-paper-00000000000000000000000000002': {
    title: '证明领取通知',
    keys: ['character_string1', 'thing2', 'thing3', 'time4'],
  },
  'sandbox-revoked-000000000000000000000000003': {
    title: '证明状态变更通知',
    keys: ['character_string1', 'thing2', 'phrase3', 'time4'],
  },
  'sandbox-answered-00000000000000000000000004': {
    title: '客服回复提醒',
    keys: ['thing1', 'time2', 'thing3'],
  },
  'sandbox-activity-00000000000000000000000005': {
    title: '活动状态通知',
    keys: ['thing1', 'phrase2', 'time3', 'thing4'],
  },
};

/** The settings of bff/env.ts that name these templates, and what each key is given. */
export function templateSettings(): Record<string, string> {
  const [decided = '', paper = '', standing = '', answered = '', activity = ''] = Object.keys(TEMPLATES);
  return {
    WECHAT_TEMPLATE_DECIDED: `${decided}:character_string1=number,thing2=type,phrase3=result,time4=time,thing5=remark`,
    WECHAT_TEMPLATE_PAPER: `${paper}:character_string1=number,thing2=type,thing3=remark,time4=time`,
    WECHAT_TEMPLATE_STANDING: `${standing}:character_string1=number,thing2=type,phrase3=result,time4=time`,
    WECHAT_TEMPLATE_ANSWERED: `${answered}:thing1=type,time2=time,thing3=remark`,
    WECHAT_TEMPLATE_ACTIVITY: `${activity}:thing1=type,phrase2=result,time3=time,thing4=remark`,
  };
}

/** What each kind of value may be (「订阅消息参数值内容限制说明」). */
const VALUES: Record<string, (value: string) => boolean> = {
  thing: (value) => [...value].length <= 20 && !/[\r\n]/.test(value),
  number: (value) => /^\d{1,32}(\.\d+)?$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => [...value].length <= 5,
  character_string: (value) => /^[\x21-\x7e]{1,32}$/.test(value),
  time: (value) => /^(\d{4}年\d{1,2}月\d{1,2}日 ?)?\d{1,2}:\d{2}(:\d{2})?$/.test(value) || DATE.test(value),
  date: (value) => DATE.test(value),
  amount: (value) => /^[¥￥]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => /^[\d+()-]{1,17}$/.test(value),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  name: (value) => /^(\p{Script=Han}{1,10}|[\x20-\x7e]{1,20})$/u.test(value),
};
const DATE = /^(\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2})( \d{2}:\d{2}(:\d{2})?)?$/;

/** POST /cgi-bin/message/subscribe/send. */
export function sendSubscribeMessage(world: World, asked: Asked): Reply {
  if (asked.method !== 'POST') return refuse(43002);
  const body = fieldsOf(asked.body);
  const openid = textOf(body['touser']);
  if (!personOf(world, world.credentials.appid, openid)) return refuse(40003);
  const templateId = textOf(body['template_id']);
  const template = TEMPLATES[templateId];
  if (!template) return refuse(40037);
  const page = textOf(body['page']);
  if (page !== '' && !PAGES.includes(page.split('?')[0] ?? '')) return refuse(41030);
  const data = valuesOf(body['data']);
  const wrong = template.keys.find((key) => !isAllowed(key, data[key])) ?? strangerIn(data, template.keys);
  if (wrong) return refuse(47003, ` data.${wrong}.value invalid`);
  const permission = `${openid} ${templateId}`;
  const left = world.allowed.get(permission) ?? 0;
  if (left <= 0) return refuse(43101);
  world.allowed.set(permission, left - 1);
  world.messages.unshift({ at: world.now(), openid, templateId, page, data });
  return accept();
}

function valuesOf(data: unknown): Record<string, string> {
  const entries = Object.entries((data ?? {}) as Record<string, { value?: unknown } | undefined>);
  return Object.fromEntries(entries.map(([key, field]) => [key, textOf(field?.value)]));
}

function isAllowed(key: string, value: string | undefined): boolean {
  if (value === undefined || value === '') return false;
  return VALUES[key.replace(/\d+$/, '')]?.(value) ?? false;
}

const strangerIn = (data: Record<string, string>, keys: string[]) =>
  Object.keys(data).find((key) => !keys.includes(key));
