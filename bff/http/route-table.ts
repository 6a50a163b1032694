import type { Route } from './route.ts';

/** A route that a request names, and what stands in its path for `:id` and the like. */
export interface Found {
  route: Route;
  params: Record<string, string>;
}

/** A route, and the names of what stands in its path. */
interface Named {
  route: Route;
  names: string[];
}

/** What may stand at one place of a path. */
interface Place {
  named: Map<string, Place>;
  /** `:id`: any text that is not empty. */
  any: Place | undefined;
  /** What the path names when it ends here, by method. */
  routes: Map<string, Named>;
}

const newPlace = (): Place => ({ named: new Map(), any: undefined, routes: new Map() });

/**
 * Routes by method and path, found piece by piece of the path however many there are. A word of the path goes before
 * `:id`; nothing is answered for an empty piece or a stroke at the end. Throws for two routes of one method and path.
 */
export class RouteTable {
  readonly #root = newPlace();

  constructor(routes: readonly Route[]) {
    for (const route of routes) this.#add(route);
  }

  /** What a request below `/api` names; HEAD is asked of GET. @param path as sent, without `/api` */
  find(method: string, path: string): Found | undefined {
    const pieces = path.split('/');
    const values: string[] = [];
    const found = match(this.#root, pieces, 1, method === 'HEAD' ? 'GET' : method, values);
    if (!found) return undefined;
    const params: Record<string, string> = {};
    found.names.forEach((name, at) => (params[name] = decoded(values[at] ?? '')));
    return { route: found.route, params };
  }

  #add(route: Route): void {
    const { method, path } = route.endpoint;
    const names: string[] = [];
    let place = this.#root;
    for (const piece of path.split('/').slice(1)) {
      if (piece.startsWith(':')) {
        names.push(piece.slice(1));
        place = place.any ??= newPlace();
      } else {
        const next = place.named.get(piece) ?? newPlace();
        place.named.set(piece, next);
        place = next;
      }
    }
    if (place.routes.has(method)) throw new Error(`two routes for ${method} ${path}`);
    place.routes.set(method, { route, names });
  }
}

function match(
  place: Place,
  pieces: readonly string[],
  at: number,
  method: string,
  values: string[],
): Named | undefined {
  if (at === pieces.length) return place.routes.get(method);
  const piece = pieces[at] ?? '';
  const next = place.named.get(piece);
  const named = next && match(next, pieces, at + 1, method, values);
  if (named || !place.any || piece === '') return named;
  values.push(piece);
  const found = match(place.any, pieces, at + 1, method, values);
  if (!found) values.pop();
  return found;
}

/** What is no sound percent-encoding stays as it is: it names nothing that exists. */
function decoded(piece: string): string {
  try {
    return piece.includes('%') ? decodeURIComponent(piece) : piece;
  } catch {
    return piece;
  }
}
