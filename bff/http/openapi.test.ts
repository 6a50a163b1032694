import { beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { routes } from '../app.ts';
import { endpoint } from '../contract/endpoint.ts';
import { ERRORS } from '../contract/errors.ts';
import { reply } from '../contract/reply-parts.ts';
import '../models.ts';
import { useApi } from '../test/api.ts';
import { useDatabase } from '../test/database.ts';
import { openApiDocument } from './openapi.ts';
import { route } from './route.ts';

useDatabase();
const api = useApi();

interface Operation {
  summary: string;
  security: object[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { description: string; content: Record<string, { schema?: JsonSchema }> }>;
}
interface JsonSchema {
  $ref?: string;
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}
let document: { openapi: string; paths: Record<string, Record<string, Operation>>; components: Record<string, object> };
beforeAll(async () => {
  const answer = await api.fetch('/api/openapi.json');
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  document = answer.json as unknown as typeof document;
});

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      operation,
    })),
  );
const at = (method: string, path: string) => document.paths[path]![method]!;

test('every endpoint is listed, and nothing else', () => {
  expect(document.openapi).toBe('3.1.0');
  const served = routes.map(({ endpoint }) => `${endpoint.method} /api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`);
  expect(
    operations()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(served.sort());
});

test('each has a summary, answers, and a parameter for every name in its path', () => {
  for (const { path, operation } of operations()) {
    expect(operation.summary).toMatch(/\S/);
    expect(Object.keys(operation.responses)).toEqual(['200', 'default']);
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect(inPath.map(({ name }) => name)).toEqual(named);
    expect(inPath.every(({ required }) => required)).toBe(true);
  }
});

test('who may call is said: public ones need nothing, all others one of our schemes', () => {
  const known = Object.keys(document.components['securitySchemes'] ?? {});
  for (const { endpoint } of routes) {
    const operation = at(endpoint.method.toLowerCase(), `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`);
    const needed = operation.security.flatMap((choice) => Object.keys(choice));
    expect(needed.filter((scheme) => !known.includes(scheme))).toEqual([]);
    expect(needed.length > 0).toBe(endpoint.access !== 'public');
  }
});

describe('what is sent', () => {
  test('bodies refuse unknown fields, as the server does', () => {
    const bodies = operations().flatMap(({ operation }) => operation.requestBody ?? []);
    expect(bodies.length).toBeGreaterThan(10);
    for (const { content } of bodies) {
      const schema = content['application/json']?.schema;
      if (schema?.properties) expect(schema.additionalProperties).toBe(false);
    }
  });

  test('the application form names its fields and the key that makes a repetition harmless', () => {
    const schema = at('post', '/api/applications').requestBody?.content['application/json']?.schema;
    expect(Object.keys(schema?.properties ?? {}).sort()).toEqual(
      [
        'type',
        'email',
        'purpose',
        'paper',
        'remark',
        'idempotencyKey',
        'seen',
        'sinceFirstPractice',
        'lawyerIds',
        'since',
        'year',
        'freeText',
        'formerLawyer',
        'country',
        'latinName',
        'attachments',
        'consent',
      ].sort(),
    );
    expect(schema?.required).toEqual(expect.arrayContaining(['type', 'email', 'idempotencyKey']));
  });

  test('a list names its query, none of it required', () => {
    const { parameters } = at('get', '/api/applications');
    expect(parameters.map(({ name }) => name).sort()).toEqual([
      'cursor',
      'from',
      'limit',
      'order',
      'outcome',
      'search',
      'standing',
      'state',
      'to',
      'type',
    ]);
    expect(parameters.every(({ required }) => !required)).toBe(true);
  });
});

describe('what is replied', () => {
  const replied = () =>
    operations().flatMap(({ name, operation }) => {
      const content = operation.responses['200']?.content['application/json'];
      return content ? [{ name, schema: content.schema }] : [];
    });
  /** Every schema below `value`, itself included. */
  const below = (value: unknown): JsonSchema[] =>
    value && typeof value === 'object' ? [value, ...Object.values(value).flatMap(below)] : [];

  test('every answer in JSON says what it is, and no object has room for more', () => {
    expect(replied().length).toBeGreaterThan(100);
    expect(replied().filter(({ schema }) => Object.keys(schema ?? {}).length === 0)).toEqual([]);
    const objects = below([replied(), document.components['schemas']]).filter((found) => found.properties);
    expect(objects.length).toBeGreaterThan(100);
    expect(objects.filter((found) => found.additionalProperties !== false)).toEqual([]);
  });

  test('types have names: each is there, and each is used', () => {
    const named = Object.keys(document.components['schemas'] ?? {}).map((id) => `#/components/schemas/${id}`);
    expect(named.length).toBeGreaterThan(80);
    const used = below(document).flatMap(({ $ref }) => $ref ?? []);
    expect([...new Set(used)].sort()).toEqual(named.sort());
    // What refers to itself has a name of its own, not one of the library's.
    expect(named.filter((name) => name.includes('/__'))).toEqual([]);
    expect(at('get', '/api/applications').responses['200']?.content['application/json']?.schema).toMatchObject({
      properties: { items: { type: 'array', items: { $ref: '#/components/schemas/OwnApplicationRow' } } },
    });
  });

  /** Fields and items of which nothing is said (`any`, `unknown`), be they in a list, a union or a table. */
  const unsaid = (where: unknown) =>
    below(where)
      .flatMap(({ properties = {}, items, additionalProperties, anyOf = [] }) => [
        ...Object.entries(properties),
        ...[items, additionalProperties, ...anyOf].map((schema) => ['one of them', schema] as const),
      ])
      .filter(([, schema]) => typeof schema === 'object' && Object.keys(schema).length === 0)
      .map(([field]) => field);

  test('no part of an answer is left open', () => {
    expect(unsaid([replied(), document.components['schemas']])).toEqual([]);
  });

  test.each([
    ['a field', z.unknown(), 'open'],
    ['a list', z.array(z.any()), 'one of them'],
    ['a table', z.record(z.string(), z.unknown()), 'one of them'],
    ['a union', z.union([z.string(), z.unknown()]), 'one of them'],
  ])('control: %s that is left open', (_where, open, field) => {
    const opened = endpoint<{ reply: { open: unknown } }>()(form);
    const it = openApiDocument([route(opened, { reply: z.strictObject({ open }) }, async () => ({ open: 1 }))]);
    expect(unsaid(it)).toEqual([field]);
  });

  const form = { method: 'GET', path: '/x', access: 'public', summary: 'x' } as const;
  const dated = endpoint<{ reply: { at: Date } }>()(form);
  const counted = endpoint<{ reply: { n: number } }>()(form);

  test('what JSON cannot say is refused, not hidden', () => {
    const dates = route(dated, { reply: z.strictObject({ at: z.date() }) }, async () => ({ at: new Date(0) }));
    expect(() => openApiDocument([dates])).toThrow(/Date cannot be represented/);
  });

  test('two types of one name are refused', () => {
    const twice = () => {
      return route(counted, { reply: reply('Twice', { n: z.int() }) }, async () => ({ n: 0 }));
    };
    expect(() => openApiDocument([twice()])).not.toThrow();
    expect(() => openApiDocument([twice(), twice()])).toThrow(/Duplicate schema id "Twice"/);
  });
});

test('files are PDF, everything else is JSON; errors are the contract’s', () => {
  expect(at('get', '/api/applications/{id}/certificate.pdf').responses['200']?.content).toEqual({
    'application/pdf': {},
  });
  expect(at('get', '/api/applications').responses['200']?.content).toHaveProperty(['application/json']);
  expect(JSON.stringify(document.components['schemas'])).toContain(JSON.stringify(Object.keys(ERRORS)));
});
