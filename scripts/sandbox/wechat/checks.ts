import { HOUR_MS } from '../../../bff/contract/dates.ts';
import { fieldsOf, json, textOf, type Asked, type Reply } from '../http.ts';
import { openidOf, personOf, type World } from '../world.ts';
import { refuse } from './answers.ts';

const MAX_CHARACTERS = 2_500;
const LATELY_MS = 2 * HOUR_MS;

/** What this WeChat finds in a text, and the label that it gives it: 违法犯罪, 广告. */
const FOUND = [
  { word: '六合彩', suggest: 'risky', label: 20006 },
  { word: '加微信领', suggest: 'review', label: 10001 },
] as const;
const NOTHING = { suggest: 'pass', label: 100 } as const;

/** POST /wxa/msg_sec_check, version 2: of people who have opened the mini-program within two hours. */
export function checkText(world: World, asked: Asked, appid: string): Reply {
  if (asked.method !== 'POST') return refuse(43002);
  const { version, scene, ...body } = fieldsOf(asked.body);
  const [openid, content] = [textOf(body['openid']), textOf(body['content'])];
  if (version !== 2 || content === '' || [...content].length > MAX_CHARACTERS) return refuse(47001);
  if (![1, 2, 3, 4].includes(Number(scene))) return refuse(40129);
  const person = personOf(world, appid, openid);
  if (!person || openid !== openidOf(person, world.credentials.appid)) return refuse(40003);
  if (!wasHere(world, person.id)) return refuse(61010);
  const { suggest, label } = FOUND.find(({ word }) => content.includes(word)) ?? NOTHING;
  const detail = [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }];
  return json({ errcode: 0, errmsg: 'ok', result: { suggest, label }, detail, trace_id: `sandbox-${world.now()}` });
}

/** Opening the mini-program signs in with a code. */
const wasHere = (world: World, personId: string): boolean =>
  [...world.codes.values()].some(
    ({ kind, personId: of, isUsed, issuedAt }) =>
      kind === 'login' && of === personId && isUsed && issuedAt + LATELY_MS > world.now(),
  );
