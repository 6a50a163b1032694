import { searchEndpoints } from '../../contract/search/endpoints.ts';
import { membersSearchReply, searchReply } from '../../contract/search/replies.ts';
import * as schemas from '../../contract/search/schemas.ts';
import { route } from '../../http/route.ts';
import { searchOffice } from './search-office.ts';
import { searchOwn } from './search-own.ts';

export const searchRoutes = [
  route(searchEndpoints.searchOwn, { query: schemas.searchOwn, reply: membersSearchReply }, ({ actor, query }) =>
    searchOwn({ actor, typed: query.q, kind: query.kind }),
  ),
  route(searchEndpoints.searchOffice, { query: schemas.searchOffice, reply: searchReply }, ({ actor, query }) =>
    searchOffice({ actor, typed: query.q }),
  ),
];
