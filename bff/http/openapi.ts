import type { Context, Next } from 'koa';
import { z, type ZodType } from 'zod';
import type { Access } from '../contract/endpoint.ts';
import { errorReply, NAMED } from '../contract/reply-parts.ts';
import type { Route } from './route.ts';

const PATH = '/api/openapi.json';

/** Answers with the document of these routes. It is written when first asked for: every start would take longer by it. */
export function openApi(routes: readonly Route[]) {
  let document: string | undefined;
  return async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.path !== PATH || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) {
      await next();
      return;
    }
    document ??= JSON.stringify(openApiDocument(routes));
    ctx.state['route'] = PATH;
    ctx.type = 'application/json; charset=utf-8';
    ctx.body = document;
  };
}

/** The OpenAPI 3.1 document of all routes: what is sent by the very schemas that validate, replies by those of the tests. */
export function openApiDocument(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  const { replies, components } = replySchemas(routes);
  for (const route of routes) {
    const path = `/api${route.endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    (paths[path] ??= {})[route.endpoint.method.toLowerCase()] = operation(route, replies.get(route));
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
      schemas: components,
    },
  };
}

/**
 * What each route that answers JSON replies, and the named schemas that these refer to: all at once, so that each of
 * those is written once. Throws where JSON cannot say what a schema says: a reply is never hidden behind `{}`.
 */
function replySchemas(routes: readonly Route[]) {
  const answering = routes.filter(({ schemas }) => schemas.reply);
  const all = z.strictObject({
    ...Object.fromEntries(answering.map(({ schemas }, index) => [index, schemas.reply!])),
    error: errorReply,
  });
  const { properties, $defs } = inComponents(z.toJSONSchema(all, { metadata: NAMED, unrepresentable: 'throw' })) as {
    properties: Record<string, object>;
    $defs: Record<string, object>;
  };
  return { replies: new Map(answering.map((route, index) => [route, properties[index]])), components: $defs };
}

function operation({ endpoint, schemas }: Route, reply: object | undefined): object {
  const body = schemas.body && ('documented' in schemas.body ? schemas.body.documented : schemas.body);
  const content = { [MEDIA_TYPES[endpoint.replies ?? 'json']]: reply ? { schema: reply } : {} };
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
  if (takes === undefined || takes === 'json') return { 'application/json': { schema: jsonSchema(body) } };
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

/** A schema that has a name is one of a reply as well, and is written there. */
function jsonSchema(schema: ZodType): object {
  const { $defs: _inComponents, ...written } = inComponents(
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', metadata: NAMED }),
  ) as { $defs?: object };
  return written;
}

/** Named schemas of one document are components of the whole. */
const inComponents = (schema: object): unknown =>
  JSON.parse(JSON.stringify(schema).replaceAll('#/$defs/', '#/components/schemas/'));
