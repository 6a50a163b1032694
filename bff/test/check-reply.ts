import type { z } from 'zod';
import { routes } from '../app.ts';
import { errorReply } from '../contract/reply-parts.ts';

/** Routes with what their paths look like, in the order in which the router tries them. */
const looks = routes.map((route) => ({
  route,
  path: new RegExp(`^/api${route.endpoint.path.replace(/:\w+/g, '[^/]+')}$`),
}));

/**
 * Holds an answer of our API to its word: a success to the reply schema of its route, everything else to the schema of
 * errors. Throws with the path of each field that is missing, of another kind, or not in the contract.
 */
export function checkReply(asked: { method: string; path: string }, answer: { status: number; json: unknown }): void {
  const schema = answer.status < 400 ? replyOf(asked) : errorReply;
  const faults = schema.safeParse(answer.json).error?.issues.flatMap((issue) => inWords(issue));
  if (faults) throw new Error(`${asked.method} ${asked.path} ${answer.status}: ${faults.join('; ')}`);
}

function replyOf({ method, path }: { method: string; path: string }): z.ZodType {
  const found = looks.find((look) => look.route.endpoint.method === method && look.path.test(path));
  if (!found?.route.schemas.reply) throw new Error(`${method} ${path} answers JSON without a reply schema`);
  return found.route.schemas.reply;
}

/** `items.0.idHash: not in the contract`. Of a union, what is wrong with the nearest of its kinds. */
function inWords(issue: z.core.$ZodIssue, above: PropertyKey[] = []): string[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${[...path, key].join('.')}: not in the contract`);
  const nearest = issue.code === 'invalid_union' ? issue.errors.toSorted((a, b) => a.length - b.length)[0] : undefined;
  if (nearest?.length) return nearest.flatMap((inner) => inWords(inner, path));
  return [`${path.join('.') || 'the reply'}: ${issue.message}`];
}
