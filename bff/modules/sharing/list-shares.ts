import { clock } from '../../platform/clock/clock.ts';
import type { ShareState } from '../../contract/sharing/enums.ts';
import type { MemberActor } from '../../actor.ts';
import { loadShareable } from '../certificates/issued/load-shareable.ts';
import { codeOf, urlOf } from './link-secrets.ts';
import { ShareLink, ShareView } from './model.ts';
import { stateOf } from './rules.ts';

/** Openings shown of each link. */
const SHOWN_VIEWS = 20;

/** A link with what only its member may see. */
export interface ListedShare {
  link: ShareLink;
  state: ShareState;
  /** The certificate stands, so that the link may be changed. */
  isShareable: boolean;
  /** null once it opens nothing. */
  url: string | null;
  code: string | null;
  views: ShareView[];
}

/** Every link of an own certificate, latest first. Throws `not_found` for foreign ones. */
export async function listShares({ actor, id }: { actor: MemberActor; id: number }): Promise<ListedShare[]> {
  const { certificateId, stands } = await loadShareable({ actor, act: 'show', id });
  const links = await ShareLink.findAll({ where: { certificateId }, order: [['id', 'DESC']] });
  return Promise.all(
    links.map(async (link) => {
      const state = stateOf(link, clock.now());
      const isOpen = state === 'open';
      const views =
        link.views === 0
          ? []
          : await ShareView.findAll({ where: { linkId: link.id }, order: [['id', 'DESC']], limit: SHOWN_VIEWS });
      return {
        link,
        state,
        isShareable: stands,
        url: isOpen ? urlOf(link) : null,
        code: isOpen ? codeOf(link) : null,
        views,
      };
    }),
  );
}
