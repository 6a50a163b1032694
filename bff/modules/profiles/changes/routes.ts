import { profileChangeEndpoints as changes } from '../../../contract/profile-changes/endpoints.ts';
import * as replies from '../../../contract/profile-changes/replies.ts';
import * as schemas from '../../../contract/profile-changes/schemas.ts';
import { openedSection, passedProfiles } from '../../../contract/profile/replies.ts';
import { openSection, saveSection, sectionParams } from '../../../contract/profile/schemas.ts';
import { pageOf } from '../../../contract/reply-parts.ts';
import { idParams, route } from '../../../http/route.ts';
import { askChange } from './ask-change.ts';
import { decideChange } from './decide-change.ts';
import { listChanges } from './list-changes.ts';
import { passChanges } from './pass-changes.ts';
import { showArchive } from './show-archive.ts';
import { openChange, showChange } from './show-change.ts';
import { withdrawChange } from './withdraw-change.ts';

const reason = openSection.pick({ reason: true });

/** 信息变更: what lawyers change of an approved profile, at once or after a review. */
export const profileChangeRoutes = [
  route(changes.showArchive, { reply: replies.ownArchive }, ({ actor }) => showArchive({ actor })),
  route(
    changes.askProfileChange,
    { params: sectionParams, body: saveSection, reply: replies.askedChange },
    async ({ actor, params, body }) => {
      const asked = await askChange({ actor, key: params.section, input: body });
      return { ...asked, archive: await showArchive({ actor }) };
    },
  ),
  route(changes.withdrawProfileChange, { params: idParams, reply: replies.ownArchive }, async ({ actor, params }) => {
    await withdrawChange({ actor, id: params.id });
    return showArchive({ actor });
  }),
  route(
    changes.listProfileChanges,
    { query: schemas.listProfileChanges, reply: pageOf(replies.profileChangeRow) },
    ({ query }) => listChanges(query),
  ),
  route(changes.passProfileChanges, { body: schemas.passProfileChanges, reply: passedProfiles }, ({ actor, body }) =>
    passChanges({ actor, items: body.items }),
  ),
  route(changes.showProfileChange, { params: idParams, reply: replies.profileChangeDetail }, ({ actor, params }) =>
    showChange({ actor, id: params.id }),
  ),
  route(
    changes.openProfileChange,
    { params: idParams, body: reason, reply: openedSection },
    ({ actor, params, body }) => openChange({ actor, id: params.id, reason: body.reason }),
  ),
  route(
    changes.decideProfileChange,
    { params: idParams, body: schemas.decideProfileChange, reply: replies.profileChangeDetail },
    async ({ actor, params, body }) => {
      await decideChange({ actor, id: params.id, input: body });
      return showChange({ actor, id: params.id });
    },
  ),
];
