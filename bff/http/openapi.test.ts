import { beforeAll, describe, expect, test } from '@jest/globals';
import { routes } from '../app.ts';
import { ERRORS } from '../contract/errors.ts';
import '../models.ts';
import { useApi } from '../test/api.ts';
import { useDatabase } from '../test/database.ts';

useDatabase();
const api = useApi();

interface Operation {
  summary: string;
  security: object[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { description: string; content: Record<string, object> }>;
}
interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean;
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
        ...['type', 'email', 'purpose', 'paper', 'remark', 'idempotencyKey', 'lawyerIds', 'since', 'year', 'freeText'],
        ...['formerLawyer', 'country', 'latinName', 'attachments', 'consent'],
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
      'standing',
      'state',
      'to',
      'type',
    ]);
    expect(parameters.every(({ required }) => !required)).toBe(true);
  });
});

test('files are PDF, everything else is JSON; errors are the contract’s', () => {
  expect(at('get', '/api/applications/{id}/certificate.pdf').responses['200']?.content).toEqual({
    'application/pdf': {},
  });
  expect(at('get', '/api/applications').responses['200']?.content).toHaveProperty(['application/json']);
  expect(JSON.stringify(document.components['schemas'])).toContain(JSON.stringify(Object.keys(ERRORS)));
});
