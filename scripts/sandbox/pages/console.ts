import { PLACES, TROUBLES } from '../troubles.ts';
import { TEMPLATES } from '../wechat/messages.ts';
import { openidOf, personOf, type Happening, type World } from '../world.ts';
import { button, cells, escape, frame, heads, section, timeOf, yuan } from './frame.ts';

const SERVICES: Record<Happening['service'], string> = {
  wechat: '微信',
  pay: '微信支付',
  sms: '短信',
  face: '人脸比对',
  oidc: '会员中心',
  notice: '支付通知',
  person: '操作',
};
const STATES = { NOTPAY: '待支付', SUCCESS: '已支付', CLOSED: '已关闭', REFUND: '转入退款' };
const TYPES = { JSAPI: '小程序', MWEB: '手机浏览器', NATIVE: '电脑扫码' };
const REFUND_STATES = { PROCESSING: '处理中', SUCCESS: '已退款', CLOSED: '已关闭', ABNORMAL: '异常' };
const SHOWN = 40;

/** /sandbox: who is there, what is waiting for a person, what happened. */
export function consolePage(world: World): string {
  const lead =
    '<p class="lead">这里代替微信、微信支付、短信、人脸比对和会员中心，不会产生真实的消息和资金往来。拒绝的情形和返回的错误码与官方文档一致。</p>';
  const parts = [orders(world), refunds(world), people(world), messages(world), troubles(world), happenings(world)];
  return frame('模拟的外部服务（测试环境）', lead + parts.join(''));
}

function orders(world: World): string {
  const rows = [...world.orders.values()]
    .reverse()
    .slice(0, SHOWN)
    .map((order) => {
      const payers = world.people.filter(
        (person) => order.payerOpenid === null || openidOf(person, order.appid) === order.payerOpenid,
      );
      const verb = order.tradeType === 'NATIVE' ? '扫码支付' : '支付';
      const acts = payers.map(({ id, name }) =>
        button(`${name}${verb}`, 'pay', { person: id, order: order.outTradeNo }),
      );
      const state = order.state === 'NOTPAY' && order.expiresAt <= world.now() ? '已过期' : STATES[order.state];
      return cells(
        timeOf(order.createdAt),
        `${escape(order.description)}<br><code>${escape(order.outTradeNo)}</code>`,
        TYPES[order.tradeType],
        yuan(order.total),
        state,
        state === '待支付' ? acts.join('') : '',
      );
    });
  return section(
    '订单',
    rows,
    '还没有订单。会员在线支付时，订单出现在这里。',
    heads('时间', '内容', '方式', '金额', '状态', ''),
  );
}

function refunds(world: World): string {
  const rows = [...world.refunds.values()]
    .reverse()
    .slice(0, SHOWN)
    .map((refund) => {
      const finish = (label: string, status: string) => button(label, 'refund', { refund: refund.outRefundNo, status });
      const isWaiting = refund.status === 'PROCESSING';
      return cells(
        timeOf(refund.createdAt),
        `${escape(refund.reason)}<br><code>${escape(refund.outRefundNo)}</code>`,
        yuan(refund.refund),
        REFUND_STATES[refund.status],
        isWaiting ? finish('退款到账', 'SUCCESS') + finish('退款异常', 'ABNORMAL') : '',
      );
    });
  return section('退款', rows, '还没有退款。', heads('时间', '原因', '金额', '状态', ''));
}

function people(world: World): string {
  const rows = world.people.map(({ id, name, phone }) => {
    const openid = openidOf({ id }, world.credentials.appid);
    const allow = Object.entries(TEMPLATES).map(([template, { title }]) => {
      const left = world.allowed.get(`${openid} ${template}`) ?? 0;
      return button(`允许一次：${title}${left > 0 ? `（余 ${left}）` : ''}`, 'allow', { person: id, template });
    });
    return cells(escape(name), escape(phone), `<code>${escape(openid)}</code>`, allow.join(''));
  });
  return section('微信用户', rows, '', heads('姓名', '手机号', '小程序 openid', '订阅消息'));
}

function messages(world: World): string {
  const rows = world.messages.slice(0, SHOWN).map(({ at, openid, templateId, page, data }) => {
    const to = personOf(world, world.credentials.appid, openid)?.name ?? '';
    const words = Object.values(data).map(escape).join('<br>');
    return cells(timeOf(at), escape(to), TEMPLATES[templateId]?.title ?? '', words, `<code>${escape(page)}</code>`);
  });
  return section('已送达的订阅消息', rows, '还没有消息。', heads('时间', '收件人', '模板', '内容', '打开页面'));
}

function troubles(world: World): string {
  const options = (values: Record<string, string>) =>
    Object.entries(values)
      .map(([value, label]) => `<option value="${value}">${label}</option>`)
      .join('');
  const planned = world.troubles.map((one) => `${PLACES[one.where]}：${TROUBLES[one.kind]}，还有 ${one.times} 次`);
  return `<section><h2>故障</h2><form method="post" action="/sandbox/commands/trouble">
<select name="where" aria-label="哪里">${options(PLACES)}</select><select name="kind" aria-label="怎样">${options(TROUBLES)}</select>
<input type="number" name="times" value="1" min="1" aria-label="次数"><input type="hidden" name="back" value="/sandbox"><button>安排</button></form>
${button('恢复正常', 'calm', {})}${button('凭证全部失效', 'end-tokens', {})}${button('更换平台证书', 'rotate', {})}${button('当天账单提前生成', 'early-bills', {})}
<p class="none">${planned.length === 0 ? '目前一切正常。' : planned.join('；')}</p></section>`;
}

function happenings(world: World): string {
  const rows = world.happenings.slice(0, SHOWN).map(({ at, service, what, result }) => {
    const tone = /^(成功|2\d\d)$/.test(result) ? 'good' : service === 'person' ? '' : 'bad';
    return cells(
      timeOf(at),
      SERVICES[service],
      `<code>${escape(what)}</code>`,
      `<span class="${tone}">${escape(result)}</span>`,
    );
  });
  return section('发生过什么', rows, '还没有调用。', heads('时间', '服务', '内容', '结果'));
}
