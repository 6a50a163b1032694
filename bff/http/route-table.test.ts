import { describe, expect, test } from '@jest/globals';
import { routes } from '../app.ts';
import type { Route } from './route.ts';
import { RouteTable } from './route-table.ts';

const route = (method: string, path: string) => ({ endpoint: { method, path }, schemas: {} }) as unknown as Route;
const named = (table: RouteTable, method: string, path: string) => {
  const found = table.find(method, path);
  return found && [`${found.route.endpoint.method} ${found.route.endpoint.path}`, found.params];
};

const table = new RouteTable([
  route('GET', '/things'),
  route('GET', '/things/:id'),
  route('DELETE', '/things/:id'),
  route('POST', '/things/new'),
  route('GET', '/things/:id/parts/:part'),
  route('GET', '/things/last/notes'),
]);

describe('a path names', () => {
  test.each([
    ['GET', '/things', 'GET /things', {}],
    ['HEAD', '/things', 'GET /things', {}],
    ['GET', '/things/7', 'GET /things/:id', { id: '7' }],
    ['DELETE', '/things/7', 'DELETE /things/:id', { id: '7' }],
    ['POST', '/things/new', 'POST /things/new', {}],
    // A word of another method's path is a value like any other.
    ['GET', '/things/new', 'GET /things/:id', { id: 'new' }],
    ['GET', '/things/last/parts/2', 'GET /things/:id/parts/:part', { id: 'last', part: '2' }],
    ['GET', '/things/%E4%BE%8B%2F1', 'GET /things/:id', { id: '例/1' }],
    ['GET', '/things/%E4%ZZ', 'GET /things/:id', { id: '%E4%ZZ' }],
    ['GET', '/things/__proto__', 'GET /things/:id', { id: '__proto__' }],
  ])('%s %s', (method, path, expected, params) => {
    expect(named(table, method, path)).toEqual([expected, params]);
  });
});

test.each([
  ['POST', '/things'],
  ['GET', '/things/'],
  ['GET', '//things'],
  ['GET', '/things//parts/2'],
  ['GET', '/things/7/parts'],
  ['GET', '/Things'],
  ['GET', ''],
  ['GET', '/'],
  ['GET', '/constructor'],
  ['OPTIONS', '/things'],
])('%s %s names nothing', (method, path) => {
  expect(named(table, method, path)).toBeUndefined();
});

test('two routes of one method and path are refused', () => {
  expect(() => new RouteTable([route('GET', '/a/:id'), route('GET', '/a/:other')])).toThrow('two routes');
});

test('every route of the house is found by its own path', () => {
  const house = new RouteTable(routes);
  for (const one of routes) {
    const path = one.endpoint.path.replace(/:\w+/g, 'x');
    expect(house.find(one.endpoint.method, path)?.route).toBe(one);
  }
});
