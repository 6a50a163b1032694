import { z, type ZodType } from 'zod';
import type { Access } from '../contract/endpoint.ts';
import { ERRORS } from '../contract/errors.ts';
import type { Route } from './route.ts';

/** The OpenAPI 3.1 document of all routes, from the very schemas that validate. */
export function openApiDocument(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = `/api${route.endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    (paths[path] ??= {})[route.endpoint.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: { title: '律证 LvZheng API', version: '1.0.0' },
    paths,
    components: {
      securitySchemes: {
        memberCookie: { type: 'apiKey', in: 'cookie', name: 'lz_member' },
        staffCookie: { type: 'apiKey', in: 'cookie', name: 'lz_staff' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Error: errorSchema },
    },
  };
}

function operation({ endpoint, schemas }: Route): object {
  const body = schemas.body && ('documented' in schemas.body ? schemas.body.documented : schemas.body);
  const content = { [MEDIA_TYPES[endpoint.replies ?? 'json']]: {} };
  return {
    summary: endpoint.summary,
    security: securityOf(endpoint.access),
    ...(Array.isArray(endpoint.access) && { 'x-roles': endpoint.access }),
    parameters: [...parameters('path', schemas.params), ...parameters('query', schemas.query)],
    ...(body && { requestBody: { required: true, content: bodyContent(endpoint, body) } }),
    responses: {
      200: { description: 'OK', content },
      default: {
        description: 'Error',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}

const MEDIA_TYPES = {
  json: 'application/json',
  pdf: 'application/pdf',
  file: '*/*',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const;

function bodyContent({ takes }: Route['endpoint'], body: ZodType): object {
  if (takes !== 'file') return { 'application/json': { schema: jsonSchema(body) } };
  const properties = { file: { type: 'string', format: 'binary' } };
  return { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties } } };
}

function securityOf(access: Access): object[] {
  if (access === 'public') return [];
  const isMember = access === 'member' || access === 'firm' || access === 'newcomer';
  return isMember ? [{ memberCookie: [] }, { bearer: [] }] : [{ staffCookie: [] }];
}

function parameters(place: 'path' | 'query', schema: ZodType | undefined): object[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema) as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

const jsonSchema = (schema: ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'requestId'],
      properties: {
        code: { enum: Object.keys(ERRORS) },
        message: { type: 'string' },
        fields: { type: 'object', additionalProperties: { type: 'string' } },
        requestId: { type: 'string' },
      },
    },
  },
};
