import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { toShanghaiIso } from '../../../bff/contract/dates.ts';
import { takeTrouble } from '../troubles.ts';
import { note, type World } from '../world.ts';
import { signatureHeaders } from './keys.ts';
import type { SentNotice } from './state.ts';

/** Pauses between attempts, seconds, as documented: 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h. */
const PAUSES_S = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600];
/** A merchant that takes longer is taken to have failed. */
const PATIENCE_MS = 5_000;

interface Notice {
  event: string;
  url: string;
  about: string;
  /** `original_type` and associated data. */
  kind: 'transaction' | 'refund';
  resource: object;
}

/** Tells the merchant, again and again until it says 200 or 204. */
export function sendNotice(world: World, notice: Notice): void {
  const sent: SentNotice = {
    id: randomUUID(),
    event: notice.event,
    url: notice.url,
    about: notice.about,
    attempts: [],
    isDone: false,
  };
  world.notices.unshift(sent);
  const body = bodyOf(world, sent.id, notice);
  if (takeTrouble(world, 'notices', ['drop'])) {
    sent.isDone = true;
    note(world, 'notice', `${notice.event} ${notice.about}`, '按指令丢失，不再发送');
    return;
  }
  const copies = takeTrouble(world, 'notices', ['duplicate']) ? 3 : 1;
  const wait = takeTrouble(world, 'notices', ['reorder', 'delay']);
  for (let copy = 0; copy < copies; copy++) void repeat(world, sent, body, wait?.ms ?? 0);
}

async function repeat(world: World, sent: SentNotice, body: string, firstPauseMs: number): Promise<void> {
  await pause(firstPauseMs, undefined, { ref: false });
  for (let attempt = 0; !sent.isDone; attempt++) {
    const result = await deliver(world, sent.url, body);
    sent.attempts.push({ at: world.now(), result });
    note(world, 'notice', `${sent.event} ${sent.about}`, result);
    if (/^20[04]$/.test(result)) sent.isDone = true;
    const seconds = PAUSES_S[attempt];
    if (seconds === undefined || sent.isDone) return;
    await pause((seconds * 1000) / world.compression, undefined, { ref: false });
  }
}

async function deliver(world: World, url: string, body: string): Promise<string> {
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Mozilla/4.0',
    ...signatureHeaders(world.keys, body, world.now()),
  };
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
    await answer.arrayBuffer();
    return String(answer.status);
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? '对方超过5秒没有应答' : '连接不上对方';
  }
}

function bodyOf(world: World, id: string, { event, kind, resource }: Notice): string {
  return JSON.stringify({
    id,
    create_time: toShanghaiIso(world.now()),
    resource_type: 'encrypt-resource',
    event_type: event,
    summary: event.startsWith('REFUND') ? '退款' : '支付成功',
    resource: { original_type: kind, ...encrypted(world.credentials.apiV3Key, JSON.stringify(resource), kind) },
  });
}

/** AEAD_AES_256_GCM with the merchant's APIv3 key, tag behind the text. */
export function encrypted(apiV3Key: string, plain: string, associatedData: string) {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce);
  cipher.setAAD(Buffer.from(associatedData));
  const bytes = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return {
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: bytes.toString('base64'),
    associated_data: associatedData,
    nonce,
  };
}
