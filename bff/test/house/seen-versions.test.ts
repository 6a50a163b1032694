import { beforeAll, expect, test } from '@jest/globals';
import { z, type ZodType } from 'zod';
import { routes } from '../../app.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import type { Route } from '../../http/route.ts';
import { readContract } from '../contract.ts';

/** Whoever changes a record of the staff says which version was seen: otherwise the last writer wins, unnoticed. */

/** What is set anew by whoever sets it, and written over nobody's words. */
const NO_RECORDS: Record<string, string> = {
  announcePresence: 'who looks at an application just now',
  finishReading: 'that a letter was read, once',
  announceAtTicket: 'who looks at a ticket just now',
  meetAtProfile: 'who looks at a profile just now',
  setOwnPresence: 'a switch of one’s own',
  setPresenceOf: 'the same switch, by whoever leads',
};

let names: Map<Endpoint, string>;
beforeAll(async () => {
  names = new Map([...(await readContract())].map(([name, endpoint]) => [endpoint, name]));
});

type Served = Pick<Route, 'endpoint' | 'schemas'>;
function asksForVersion({ schemas: { body } }: Served): boolean {
  if (!body) return false;
  const schema: ZodType = 'choose' in body ? body.documented : body;
  return JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })).includes('"version"');
}
/** Names of what staff change without saying what they saw. */
const careless = (served: readonly Served[]): string[] =>
  served
    .filter(({ endpoint: { method, path } }) => method === 'PUT' && path.startsWith('/staff/'))
    .filter((route) => !asksForVersion(route))
    .map(({ endpoint }) => names.get(endpoint) ?? endpoint.path);

test('every change of a record asks for the version that was seen', () => {
  expect(careless(routes).sort()).toEqual(Object.keys(NO_RECORDS).sort());
});

test('control: one that does not ask is noticed', () => {
  const forgetful = routes.map((route) =>
    names.get(route.endpoint) === 'setOfficeDay' ? { ...route, schemas: { body: z.strictObject({}) } } : route,
  );
  expect(careless(forgetful)).toContain('setOfficeDay');
});
