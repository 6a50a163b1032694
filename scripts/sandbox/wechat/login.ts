import { fieldsOf, json, type Asked, type Reply } from '../http.ts';
import { findPerson, openidOf, randomId, type Person, type World } from '../world.ts';
import { accept, refuse } from './answers.ts';
import { CODE_MS, type IssuedCode } from './state.ts';

/** What the WeChat client of `person` hands a page: wx.login, the phone-number button, or a web authorisation. */
export function issueCode(world: World, kind: IssuedCode['kind'], person: Person): string {
  const appid = kind === 'web' ? world.credentials.webAppid : world.credentials.appid;
  const code = `0${randomId(15)}${kind[0]}`;
  world.codes.set(code, { kind, appid, personId: person.id, issuedAt: world.now(), isUsed: false });
  return code;
}

/** GET /sns/jscode2session. */
export function jscode2session(world: World, asked: Asked): Reply {
  const { query } = asked;
  const refusal = checkApp(world, query, world.credentials.appid, world.credentials.secret);
  if (refusal) return refusal;
  const person = redeem(world, 'login', query.get('js_code'));
  if ('refusal' in person) return person.refusal;
  return json({
    session_key: Buffer.from(randomId(16), 'hex').toString('base64'),
    openid: openidOf(person, world.credentials.appid),
    unionid: openidOf(person, 'unionid'),
  });
}

/** GET /sns/oauth2/access_token, scope snsapi_base: openid only. */
export function webAccessToken(world: World, asked: Asked): Reply {
  const { query } = asked;
  const refusal = checkApp(world, query, world.credentials.webAppid, world.credentials.webSecret);
  if (refusal) return refusal;
  const person = redeem(world, 'web', query.get('code'));
  if ('refusal' in person) return person.refusal;
  return json({
    access_token: randomId(40),
    expires_in: 7200,
    refresh_token: randomId(40),
    openid: openidOf(person, world.credentials.webAppid),
    scope: 'snsapi_base',
  });
}

/** POST /wxa/business/getuserphonenumber. */
export function phoneNumber(world: World, asked: Asked): Reply {
  const person = redeem(world, 'phone', fieldsOf(asked.body)['code']);
  if ('refusal' in person) return person.refusal;
  const { phone } = person;
  const watermark = { timestamp: Math.floor(world.now() / 1000), appid: world.credentials.appid };
  return accept({ phone_info: { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark } });
}

function checkApp(world: World, query: URLSearchParams, appid: string, secret: string): Reply | null {
  if (query.get('grant_type') !== 'authorization_code') return refuse(40002);
  if (query.get('appid') !== appid) return refuse(40013);
  if (query.get('secret') !== secret) return refuse(40125);
  return null;
}

function redeem(world: World, kind: IssuedCode['kind'], given: unknown): Person | { refusal: Reply } {
  const code = typeof given === 'string' ? world.codes.get(given) : undefined;
  if (!code || code.kind !== kind || code.issuedAt + CODE_MS <= world.now()) return { refusal: refuse(40029) };
  if (code.isUsed) return { refusal: refuse(40163) };
  code.isUsed = true;
  const person = findPerson(world, code.personId);
  return person ?? { refusal: refuse(40029) };
}
