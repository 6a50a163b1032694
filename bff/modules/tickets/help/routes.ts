import { codeAsked } from '../../../contract/accounts/replies.ts';
import { helpEndpoints as help } from '../../../contract/help/endpoints.ts';
import * as schemas from '../../../contract/help/schemas.ts';
import { nothing } from '../../../contract/reply-parts.ts';
import { route } from '../../../http/route.ts';
import { expectNoBlockedWord } from '../../settings/blocked-words.ts';
import { askForHelp, requestHelpCode } from './ask-for-help.ts';

/** 求助 of people who cannot sign in. */
export const helpRoutes = [
  route(help.requestHelpCode, { body: schemas.requestHelpCode, reply: codeAsked }, ({ body, address }) =>
    requestHelpCode({ ...body, address }),
  ),
  route(help.askForHelp, { body: schemas.askForHelp, reply: nothing }, async ({ body, address }) => {
    await expectNoBlockedWord({ reason: body.reason });
    await askForHelp({ input: body, address });
    return null;
  }),
];
