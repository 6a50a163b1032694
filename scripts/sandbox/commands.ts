import { toShanghaiDate } from '../../bff/contract/dates.ts';
import { textOf } from './http.ts';
import { newPlatformCertificate } from './pay/keys.ts';
import { payOrder } from './pay/orders.ts';
import { finishRefund } from './pay/refunds.ts';
import { PLACES, TROUBLES, type Trouble } from './troubles.ts';
import { issueCode } from './wechat/login.ts';
import { findPerson, note, openidOf, type Person, type World } from './world.ts';

/** Fields of a form or of a JSON body. */
type Fields = Record<string, unknown>;
type Command = (world: World, fields: Fields) => object | Promise<object>;

const who = (world: World, fields: Fields): Person => {
  const person = findPerson(world, fields['person']);
  if (!person) throw new Error('没有这个人');
  return person;
};

/** What a person, or a test, can do here: POST /sandbox/commands/<name>. A thrown error is shown as it is. */
export const COMMANDS: Record<string, Command> = {
  /** What wx.login, the phone-number button or a web authorisation would hand the page: { person, kind }. */
  code: (world, fields) => {
    const kind = fields['kind'] === 'phone' || fields['kind'] === 'web' ? fields['kind'] : 'login';
    return { code: issueCode(world, kind, who(world, fields)) };
  },
  /** 允许一次: { person, template }. */
  allow: (world, fields) => {
    const person = who(world, fields);
    const key = `${openidOf(person, world.credentials.appid)} ${textOf(fields['template'])}`;
    world.allowed.set(key, (world.allowed.get(key) ?? 0) + 1);
    note(world, 'person', `${person.name} 允许订阅消息`, '一次');
    return {};
  },
  /** Pays at the cashier: { person, order } with the number, the prepay id or the key in the code. */
  pay: (world, fields) => {
    const person = who(world, fields);
    const wanted = textOf(fields['order']);
    const order = [...world.orders.values()].find(({ outTradeNo, prepayId, cashierKey }) =>
      [outTradeNo, prepayId, cashierKey].includes(wanted),
    );
    if (!order) throw new Error('没有这笔订单');
    const refusal = payOrder(world, order, { openid: openidOf(person, order.appid) });
    note(world, 'person', `${person.name} 支付 ${order.outTradeNo}`, refusal ?? '成功');
    if (refusal) throw new Error(refusal);
    return {};
  },
  /** The bank finishes a refund: { refund, status }. */
  refund: (world, fields) => {
    const refund = world.refunds.get(textOf(fields['refund']));
    if (!refund) throw new Error('没有这笔退款');
    const status = fields['status'] === 'ABNORMAL' || fields['status'] === 'CLOSED' ? fields['status'] : 'SUCCESS';
    finishRefund(world, refund, status);
    return {};
  },
  /** Something goes wrong the next times: { where, kind, times, ms }. */
  trouble: (world, fields) => {
    const kind = textOf(fields['kind']);
    const where = textOf(fields['where']);
    if (!Object.hasOwn(TROUBLES, kind) || !Object.hasOwn(PLACES, where)) throw new Error('没有这种故障');
    const trouble = { where, kind, times: Number(fields['times'] ?? 1), ms: Number(fields['ms'] ?? 3000) } as Trouble;
    world.troubles.push(trouble);
    note(world, 'person', `安排故障：${TROUBLES[trouble.kind]}`, `${PLACES[trouble.where]}，${trouble.times} 次`);
    return {};
  },
  /** Back to normal. */
  calm: (world) => {
    world.troubles.length = 0;
    return {};
  },
  /** A new platform certificate signs from now on; the old one stays listed. */
  rotate: async (world) => {
    world.keys.certificates.push(await newPlatformCertificate());
    world.keys.mode = 'certificate';
    note(world, 'person', '更换平台证书', world.keys.certificates.at(-1)?.serial ?? '');
    return {};
  },
  /** Bills can be had at once from now on: nobody who tries things out waits for the next morning. */
  'early-bills': (world) => {
    world.areBillsEarly = true;
    note(world, 'person', '当天账单提前生成', '成功');
    return {};
  },
  /** Every access token given so far is no longer good. */
  'end-tokens': (world) => {
    for (const token of world.tokens.values()) token.endedAt ??= world.now();
    return {};
  },
  /** What a quota has left is used up: { quota } (`urllink`) for today. */
  'use-up': (world, fields) => {
    const day = toShanghaiDate(world.now());
    world.used.set(`${textOf(fields['quota'])} ${day}`, Number.MAX_SAFE_INTEGER - 1_000_000);
    return {};
  },
};
