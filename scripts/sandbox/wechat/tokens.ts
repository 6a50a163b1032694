import { toShanghaiDate } from '../../../bff/contract/dates.ts';
import { fieldsOf, json, type Asked, type Reply } from '../http.ts';
import { randomId, type World } from '../world.ts';
import { refuse } from './answers.ts';

const LIFE_MS = 7200_000;
/** In the last five minutes a new token is given; the old one stays good until its end. */
const RENEWED_BEFORE_MS = 5 * 60_000;
const FORCED_A_DAY = 20;
const FORCED_APART_MS = 30_000;
const CALLS_A_MINUTE = 10_000;

/** POST /cgi-bin/stable_token. */
export function stableToken(world: World, asked: Asked): Reply {
  if (asked.method !== 'POST') return refuse(43002);
  const { grant_type, appid, secret, force_refresh } = fieldsOf(asked.body);
  if (grant_type !== 'client_credential') return refuse(40002);
  const { credentials } = world;
  if (appid !== credentials.appid && appid !== credentials.webAppid) return refuse(40013);
  if (secret !== (appid === credentials.appid ? credentials.secret : credentials.webSecret)) return refuse(40125);
  if (count(world, `token ${appid} ${Math.floor(world.now() / 60_000)}`) > CALLS_A_MINUTE) return refuse(45011);
  return give(world, appid, force_refresh === true);
}

function give(world: World, appid: string, isForced: boolean): Reply {
  const now = world.now();
  const [token, current] = [...world.tokens].filter(([, one]) => one.appid === appid && isLive(one, now)).at(-1) ?? [];
  if (isForced) {
    const tooSoon = current && now - current.issuedAt < FORCED_APART_MS;
    if (!tooSoon) {
      if (count(world, `forced ${appid} ${toShanghaiDate(now)}`) > FORCED_A_DAY) return refuse(45009);
      for (const one of world.tokens.values()) if (one.appid === appid) one.endedAt ??= now;
      return issue(world, appid);
    }
  }
  if (!token || !current || current.issuedAt + LIFE_MS - now <= RENEWED_BEFORE_MS) return issue(world, appid);
  return json({ access_token: token, expires_in: Math.floor((current.issuedAt + LIFE_MS - now) / 1000) });
}

function issue(world: World, appid: string): Reply {
  const token = `86_${randomId(60)}`;
  world.tokens.set(token, { appid, issuedAt: world.now(), endedAt: null });
  return json({ access_token: token, expires_in: LIFE_MS / 1000 });
}

const isLive = (token: { issuedAt: number; endedAt: number | null }, now: number) =>
  token.endedAt === null && token.issuedAt + LIFE_MS > now;

/** Checks `?access_token=`; answers whose it is, or the refusal. */
export function checkToken(world: World, asked: Asked): { appid: string } | { refusal: Reply } {
  const given = asked.query.get('access_token');
  if (!given) return { refusal: refuse(41001) };
  const token = world.tokens.get(given);
  if (!token || token.endedAt !== null) return { refusal: refuse(40001) };
  if (token.issuedAt + LIFE_MS <= world.now()) return { refusal: refuse(42001) };
  return { appid: token.appid };
}

/** Counts one call of today against a quota; refuses what is beyond it. */
export function overQuota(world: World, name: string, perDay: number): Reply | null {
  return count(world, `${name} ${toShanghaiDate(world.now())}`) > perDay ? refuse(45009) : null;
}

function count(world: World, key: string): number {
  const used = (world.used.get(key) ?? 0) + 1;
  world.used.set(key, used);
  return used;
}
