import { rightsEndpoints as rights } from '../../contract/rights/endpoints.ts';
import * as replies from '../../contract/rights/replies.ts';
import * as schemas from '../../contract/rights/schemas.ts';
import { idParams, route } from '../../http/route.ts';
import { askDownload } from './download/ask-download.ts';
import { listDownloads, takeDownload } from './download/take-download.ts';
import { listRemovals } from './retention/list-removals.ts';

/** What a person may ask of the association about the own data. */
export const rightsRoutes = [
  route(rights.listDataDownloads, { reply: replies.dataDownloads }, ({ actor }) => listDownloads({ actor })),
  route(
    rights.askDataDownload,
    { body: schemas.askDownload, reply: replies.dataDownloads },
    async ({ actor, body }) => {
      await askDownload({ actor, ...body });
      return listDownloads({ actor });
    },
  ),
  route(rights.takeDataDownload, { params: idParams }, ({ actor, params }) => takeDownload({ actor, id: params.id })),
  route(rights.listRetentionRemovals, { reply: replies.retentionRemovals }, () => listRemovals()),
];
