import { searchEndpoints } from '../../contract/search/endpoints.ts';
import { searchReply } from '../../contract/search/replies.ts';
import * as schemas from '../../contract/search/schemas.ts';
import { route } from '../../http/route.ts';
import { searchOffice } from './search-office.ts';

export const searchRoutes = [
  route(searchEndpoints.searchOffice, { query: schemas.searchOffice, reply: searchReply }, ({ actor, query }) =>
    searchOffice({ actor, typed: query.q }),
  ),
];
