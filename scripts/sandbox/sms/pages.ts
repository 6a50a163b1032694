import { cells, escape, frame, heads, section, timeOf } from '../pages/frame.ts';
import type { World } from '../world.ts';

const SHOWN = 40;

/** /sandbox/sms: what the phones have received, the newest first. */
export function textsPage(world: World): string {
  const rows = world.texts.slice(0, SHOWN).map(({ at, to, words }) => cells(timeOf(at), escape(to), escape(words)));
  const lead =
    '<p class="lead">这里代替短信服务，不会真的发出短信。签名、模板、每个号码的频率限制与腾讯云短信一致。</p>';
  return frame('测试短信', lead + section('已送达', rows, '还没有短信。', heads('时间', '手机号', '内容')));
}
