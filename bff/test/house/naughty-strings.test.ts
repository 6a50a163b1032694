import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ZodType } from 'zod';
import { routes } from '../../app.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import type { Route } from '../../http/route.ts';
import { useApi, type Answer, type Call } from '../api.ts';
import { makeCast, type Caller, type Cast } from '../permissions/callers.ts';
import { readContract } from '../contract.ts';
import { isFull } from '../heavy.ts';
import { HIDDEN, NAUGHTY } from '../naughty-strings.ts';
import { liftLimits, useOffice } from '../office.ts';
import type { Row } from '../permissions/row.ts';
import { TABLE } from '../permissions/table.ts';
import { textFields, withField } from '../text-fields.ts';

useOffice();
const api = useApi();
let cast: Cast;
let endpoints: Map<string, Endpoint>;
beforeAll(async () => {
  await liftLimits();
  cast = await makeCast();
  endpoints = await readContract();
});

/** Requests under way at the same time: with more, each would wait for the others. */
const AT_ONCE = 4;
/** No words that a person typed may keep the server busy for as long; a busy machine is some seconds late by itself. */
const HANG_MS = 10_000;

test('there are 500, all different', () => {
  expect(new Set(NAUGHTY).size).toBe(500);
});

describe.each(Object.keys(TABLE))('%s', (name) => {
  test('takes every string in every text field for what it is: words', async () => {
    const route = routeOf(name);
    const caller = whoPasses(TABLE[name]);
    const as = await cast.tokenOf(caller);
    const valid = (await TABLE[name]?.call?.(cast)) ?? {};
    const fields = fieldsOf(route);
    const calls = fields.flatMap((field, index) =>
      wordsFor(index, field, route, fields.length).map((words) => fillIn(valid, field, words)),
    );
    const faults: unknown[] = [];
    const work = async () => {
      for (let call = calls.pop(); call; call = calls.pop()) {
        const { answer, ms } = await timed(() => api.call(route.endpoint, { ...call, as }));
        const fault = faultOf(answer) ?? (ms > HANG_MS ? `took ${Math.round(ms)} ms` : null);
        if (fault) faults.push({ fault, call });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(faults.slice(0, 3)).toEqual([]);
  });

  test('refuses in every text field what nobody sees, and names the field', async () => {
    const route = routeOf(name);
    const as = await cast.tokenOf(whoPasses(TABLE[name]));
    const valid = (await TABLE[name]?.call?.(cast)) ?? {};
    const passed: unknown[] = [];
    // Path parameters name rows, and what is malformed is not found; the name of a file is cleaned, not refused.
    const typed = fieldsOf(route).filter(({ part }) => part === 'query' || (part === 'body' && takesText(route)));
    for (const [index, field] of typed.entries()) {
      for (const character of hiddenFor(index)) {
        const { status, json } = await api.call(route.endpoint, { ...fillIn(valid, field, `张${character}三`), as });
        const fields = (json['error'] as { fields?: Record<string, string> } | undefined)?.fields ?? {};
        const isRefused = status === 422 && typeof fields[field.path.join('.') || '_'] === 'string';
        if (!isRefused)
          passed.push({ field: field.path, code: character.codePointAt(0)?.toString(16), status, fields });
      }
    }
    expect(passed.slice(0, 3)).toEqual([]);
  });
});

function routeOf(name: string): Route {
  const route = routes.find(({ endpoint }) => endpoint === endpoints.get(name));
  if (!route) throw new Error(name);
  return route;
}

/** Somebody whom the row lets in; the best that can be had, or a stranger at a public door. */
function whoPasses(row: Row | undefined): Caller {
  if (!row || row.realm === 'public') return 'nobody';
  const callers = Object.entries(row.passes) as [Caller, number][];
  const [first] = callers.sort(([, a], [, b]) => a - b);
  if (!first) throw new Error('nobody passes');
  return first[0];
}

type Field = { part: 'body' | 'query' | 'params'; path: readonly string[] };

function fieldsOf({ endpoint, schemas }: Route): Field[] {
  const { body, query } = schemas;
  const form: ZodType | undefined = body && 'choose' in body ? body.documented : body;
  return [
    ...(form ? textFields(form) : []).map((path) => ({ part: 'body', path }) as const),
    ...(query ? textFields(query) : []).map((path) => ({ part: 'query', path }) as const),
    ...[...endpoint.path.matchAll(/:(\w+)/g)].map(([, key = '']) => ({ part: 'params', path: [key] }) as const),
  ];
}

/**
 * A tenth for each field, another tenth for the next; of more than ten fields each has so much that all of them together
 * get every string. Where a page is printed each time, and of an identifier in an address, which is one of a few shapes all
 * over the house, a fiftieth, another one at the next endpoint. All 500 for every field take half an hour:
 * `npm test -- --full`.
 */
function wordsFor(field: number, { part }: Field, { endpoint }: Route, fields: number): readonly string[] {
  const isFiftieth = endpoint.replies === 'pdf' || (part === 'params' && !isFull);
  const share = isFiftieth ? 50 : isFull ? 1 : Math.max(10, fields);
  const turn = field + (isFiftieth ? ROUTES.indexOf(endpoint) : 0);
  const words = NAUGHTY.filter((_, index) => (index + Math.floor(index / share) + turn) % share === 0);
  // An address line that long is refused by Node itself.
  return part === 'body' ? words : words.filter(({ length }) => length < 1_000);
}

/** Every endpoint has its place. */
const ROUTES = routes.map(({ endpoint }) => endpoint);

const takesText = ({ endpoint }: Route): boolean => endpoint.takes !== 'file';

/** Three of the kinds for each field, the next three for the next; all of them with `--full`. */
const hiddenFor = (field: number): readonly string[] => HIDDEN.filter((_, index) => isFull || index % 9 === field % 9);

function fillIn(valid: Call, { part, path }: Field, words: string): Call {
  return { ...valid, [part]: withField(valid[part] ?? {}, path, part === 'params' ? words.toWellFormed() : words) };
}

async function timed(ask: () => Promise<Answer>): Promise<{ answer: Answer; ms: number }> {
  const started = performance.now();
  const answer = await ask();
  return { answer, ms: performance.now() - started };
}

/** What no browser takes for a page. */
const DATA = /^(application\/(json|pdf|zip|vnd\.openxmlformats)|image\/(png|jpeg)$)/;

/** Nothing breaks, and nothing is ever sent as a page that a browser would run. */
function faultOf({ status, headers }: Answer): string | null {
  // 503: a service outside, which the tests have none of.
  if (status >= 500 && status !== 503) return `answered ${status}`;
  const type = headers.get('content-type') ?? '';
  if (!DATA.test(type) && status !== 204) return `answered ${type}`;
  return headers.get('x-content-type-options') === 'nosniff' ? null : 'may be taken for something else';
}
