import { createHash, randomBytes } from 'node:crypto';
import { createOidcState, type OidcState } from './oidc/state.ts';
import type { PayKeys } from './pay/keys.ts';
import type { PayOrder, PayRefund, SentNotice } from './pay/state.ts';
import type { SentText } from './sms/serve.ts';
import type { Trouble } from './troubles.ts';
import type { IssuedCode, IssuedToken, SentMessage } from './wechat/state.ts';

/** An account at the outside services, as a client of theirs is given it. */
export interface Credentials {
  /** The mini-program, and the official account for pages opened inside WeChat. */
  appid: string;
  secret: string;
  webAppid: string;
  webSecret: string;
  mchid: string;
  /** The client that is registered at 会员中心. */
  oidcClientId: string;
  oidcClientSecret: string;
  apiV3Key: string;
}

/** Somebody with WeChat on a phone. */
export interface Person {
  id: string;
  name: string;
  phone: string;
}

/** One line of what happened, the newest first on the page. */
export interface Happening {
  at: number;
  service: 'wechat' | 'pay' | 'sms' | 'face' | 'oidc' | 'notice' | 'person';
  what: string;
  result: string;
}

/** Everything the sandbox knows. It is one process, so plain collections do. */
export interface World {
  now(): number;
  /** Address at which a browser reaches the pages of the sandbox, without a slash at the end. */
  publicUrl: string;
  credentials: Credentials;
  keys: PayKeys;
  /** Seconds of the documented repetition of notices are divided by this. */
  compression: number;
  people: Person[];
  codes: Map<string, IssuedCode>;
  tokens: Map<string, IssuedToken>;
  /** Calls counted against a quota, by name and day. */
  used: Map<string, number>;
  /** Messages each person still allows, by `openid template`. */
  allowed: Map<string, number>;
  messages: SentMessage[];
  /** Texts on phones, the newest first. */
  texts: SentText[];
  orders: Map<string, PayOrder>;
  refunds: Map<string, PayRefund>;
  notices: SentNotice[];
  nonces: Map<string, number>;
  oidc: OidcState;
  /** Bills can be had at once, instead of from ten the next morning. */
  areBillsEarly: boolean;
  troubles: Trouble[];
  happenings: Happening[];
}

/** The first one is registered with this number in the demo association (scripts/seed): it may stand for the login. */
const PEOPLE: Person[] = [
  { id: 'zhiyuan', name: '林知远', phone: '19910007919' },
  { id: 'shuning', name: '温书宁', phone: '19900000002' },
  { id: 'qinghe', name: '顾清和', phone: '19900000003' },
];
const KEPT = 300;

export const CREDENTIALS: Credentials = {
  appid: 'wxa11ce5a11db00001',
  secret: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  webAppid: 'wxa11ce5a11db00002',
  webSecret: 'f0e1d2c3b4a5968778695a4b3c2d1e0f',
  mchid: '1900000109',
  oidcClientId: 'lvzheng',
  oidcClientSecret: 'sandbox-only-secret-of-lvzheng',
  apiV3Key: 'sandbox-only-key-of-32-charactrs',
};

export function createWorld(given: Pick<World, 'now' | 'publicUrl' | 'keys' | 'compression'>): World {
  return {
    ...given,
    credentials: CREDENTIALS,
    people: PEOPLE.map((person) => ({ ...person })),
    codes: new Map(),
    tokens: new Map(),
    used: new Map(),
    allowed: new Map(),
    messages: [],
    texts: [],
    orders: new Map(),
    refunds: new Map(),
    notices: [],
    nonces: new Map(),
    oidc: createOidcState(),
    areBillsEarly: false,
    troubles: [],
    happenings: [],
  };
}

/** Notes what happened; the oldest lines go. */
export function note(world: World, service: Happening['service'], what: string, result: string): void {
  world.happenings.unshift({ at: world.now(), service, what, result });
  world.happenings.length = Math.min(world.happenings.length, KEPT);
}

/** The person's name at one app: another one at each, as in life. */
export function openidOf(person: Pick<Person, 'id'>, appid: string): string {
  return `o${createHash('sha256').update(`${appid} ${person.id}`).digest('base64url').slice(0, 27)}`;
}

/** Whose openid it is at `appid`, if anybody's. */
export function personOf(world: World, appid: string, openid: string): Person | undefined {
  return world.people.find((person) => openidOf(person, appid) === openid);
}

export const findPerson = (world: World, id: unknown): Person | undefined =>
  world.people.find((person) => person.id === id);

export const randomId = (bytes: number): string => randomBytes(bytes).toString('hex');
