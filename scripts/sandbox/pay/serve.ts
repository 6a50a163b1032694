import { toShanghaiIso } from '../../../bff/contract/dates.ts';
import { json, type Asked, type Reply } from '../http.ts';
import { note, type World } from '../world.ts';
import { refuse } from './answers.ts';
import { downloadBill, tradeBill } from './bills.ts';
import { refuseUnsigned } from './check-request.ts';
import { signatureHeaders } from './keys.ts';
import { encrypted } from './notices.ts';
import { closeOrder, placeOrder, queryOrder, type PlaceKind } from './orders.ts';
import { queryRefund, requestRefund } from './refunds.ts';

export const isPayPath = (path: string): boolean => path.startsWith('/v3/');

/** Answers as api.mch.weixin.qq.com: every request checked, every answer signed but the bill's file. */
export function servePay(world: World, asked: Asked): Reply {
  const refusal = refuseUnsigned(world, asked);
  const reply = refusal ?? answer(world, asked);
  note(world, 'pay', `${asked.method} ${asked.path}`, resultOf(reply));
  if (asked.path === '/v3/billdownload/file' && reply.status === 200) return reply;
  return signed(world, reply);
}

/** A reply with the headers by which the merchant knows it. */
export function signed(world: World, reply: Reply): Reply {
  const headers = signatureHeaders(world.keys, reply.body.toString(), world.now());
  return { ...reply, headers: { ...reply.headers, ...headers, 'Request-ID': crypto.randomUUID() } };
}

function answer(world: World, asked: Asked): Reply {
  const { method, path } = asked;
  const place = /^\/v3\/pay\/transactions\/(jsapi|h5|native)$/.exec(path)?.[1] as PlaceKind | undefined;
  if (method === 'POST' && place) return placeOrder(world, asked, place);
  const [, outTradeNo, isClose] = /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)(\/close)?$/.exec(path) ?? [];
  if (outTradeNo && isClose && method === 'POST') return closeOrder(world, asked, outTradeNo);
  if (outTradeNo && !isClose && method === 'GET') return queryOrder(world, asked, outTradeNo);
  if (method === 'POST' && path === '/v3/refund/domestic/refunds') return requestRefund(world, asked);
  const outRefundNo = /^\/v3\/refund\/domestic\/refunds\/([^/]+)$/.exec(path)?.[1];
  if (method === 'GET' && outRefundNo) return queryRefund(world, outRefundNo);
  if (method === 'GET' && path === '/v3/bill/tradebill') return tradeBill(world, asked);
  if (method === 'GET' && path === '/v3/billdownload/file') return downloadBill(world, asked);
  if (method === 'GET' && path === '/v3/certificates') return listCertificates(world);
  return refuse('RESOURCE_NOT_EXISTS', '请求的资源不存在');
}

function listCertificates(world: World): Reply {
  const { certificates } = world.keys;
  if (certificates.length === 0) return refuse('RESOURCE_NOT_EXISTS', '无可用的平台证书，请使用微信支付公钥');
  return json({
    data: certificates.map(({ serial, pem, effectiveAt, expiresAt }) => ({
      serial_no: serial,
      effective_time: toShanghaiIso(effectiveAt),
      expire_time: toShanghaiIso(expiresAt),
      encrypt_certificate: encrypted(world.credentials.apiV3Key, pem, 'certificate'),
    })),
  });
}

function resultOf({ status, body }: Reply): string {
  if (status < 400) return String(status);
  const { code = '', message = '' } = JSON.parse(body.toString()) as { code?: string; message?: string };
  return `${status} ${code} ${message}`;
}
