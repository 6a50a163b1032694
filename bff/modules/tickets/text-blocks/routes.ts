import { textBlockEndpoints as blocks } from '../../../contract/ticket-text-blocks/endpoints.ts';
import * as replies from '../../../contract/ticket-text-blocks/replies.ts';
import * as schemas from '../../../contract/ticket-text-blocks/schemas.ts';
import { idParams, route } from '../../../http/route.ts';
import { fillTextBlocks } from './fill-text-blocks.ts';
import { addTextBlock, changeTextBlock, listTextBlocks, removeTextBlock } from './keep-text-blocks.ts';

/** 文本块. */
export const textBlockRoutes = [
  route(blocks.listTextBlocks, { reply: replies.textBlocks }, () => listTextBlocks()),
  route(blocks.addTextBlock, { body: schemas.addTextBlock, reply: replies.textBlocks }, async ({ actor, body }) => {
    await addTextBlock({ actor, input: body });
    return listTextBlocks();
  }),
  route(
    blocks.changeTextBlock,
    { params: idParams, body: schemas.changeTextBlock, reply: replies.textBlocks },
    async ({ actor, params, body }) => {
      await changeTextBlock({ actor, id: params.id, input: body });
      return listTextBlocks();
    },
  ),
  route(
    blocks.removeTextBlock,
    { params: idParams, body: schemas.removeTextBlock, reply: replies.textBlocks },
    async ({ actor, params, body }) => {
      await removeTextBlock({ actor, id: params.id, version: body.version });
      return listTextBlocks();
    },
  ),
  route(blocks.fillTextBlocks, { params: idParams, reply: replies.filledTextBlocks }, ({ actor, params }) =>
    fillTextBlocks({ actor, id: params.id }),
  ),
];
