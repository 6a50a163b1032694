import { beforeAll, beforeEach } from '@jest/globals';
import {
  sharingEndpoints as endpoints,
  type OpenedShareReply,
  type ShareLinkReply,
} from '../../contract/sharing/endpoints.ts';
import type { Certificate } from '../../modules/certificates/model.ts';
import { kv } from '../../platform/kv/kv.ts';
import { memberToken, type Answer, type Api } from '../api.ts';
import { issue } from './certificate.ts';
import { makeFirm, memberActor } from './registry.ts';
import { keepsState } from '../../platform/singletons.ts';

/** An iPhone in WeChat. */
export const AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 12_5 like Mac OS X) AppleWebKit/605.1 Mobile MicroMessenger/8.0';

interface Opening {
  visit?: string;
  code?: string;
  headers?: Record<string, string>;
}

let visits = 0;
keepsState(() => {
  visits = 0;
});
/** The key of one loading of the page. */
export const newVisit = (): string => String(++visits).padStart(32, '0');
export const sharesIn = (answer: Answer): ShareLinkReply[] => answer.json as unknown as ShareLinkReply[];
export const tokenOf = (share: { url: string | null }): string => new URL(share.url ?? '').pathname.replace('/s/', '');
export const stateOf = (answer: Answer): string => (answer.json as unknown as OpenedShareReply).state;

/** Every caller of a test has one address: what was guessed before is forgiven. */
export async function forgiveGuesses(): Promise<void> {
  for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '::1']) await kv.delete(`rate:share:${address}`);
}

/** A firm with an issued certificate, and everything that is done with its links. */
export function useShareLinks(api: Api) {
  const own = { firmId: 0, certificate: undefined as Certificate | undefined };
  const issued = async (): Promise<Certificate> => issue(await memberActor({ firmId: own.firmId }));
  beforeAll(async () => {
    own.firmId = (await makeFirm()).id;
    own.certificate = await issued();
  });
  beforeEach(forgiveGuesses);
  const certificate = (): Certificate => {
    if (!own.certificate) throw new Error('no certificate yet');
    return own.certificate;
  };
  const token = () => memberToken({ firmId: own.firmId });
  const idOf = (of: Certificate) => ({ id: of.applicationId });
  return {
    certificate,
    issued,
    token,
    async share(input: object = {}, of = certificate()): Promise<ShareLinkReply> {
      const body = { recipient: '江海银行文华支行', ...input };
      const answer = await api.call(endpoints.createShare, { as: await token(), params: idOf(of), body });
      const [newest] = sharesIn(answer);
      if (!newest) throw new Error(`no link: ${answer.status}`);
      return newest;
    },
    async shown(id: number): Promise<ShareLinkReply | undefined> {
      const answer = await api.call(endpoints.listShares, { as: await token(), params: idOf(certificate()) });
      return sharesIn(answer).find((link) => link.id === id);
    },
    open(link: string, { visit = newVisit(), code, headers = { 'user-agent': AGENT } }: Opening = {}): Promise<Answer> {
      const body = { token: link, visit, ...(code !== undefined && { code }) };
      return api.call(endpoints.openShare, { body, headers });
    },
    async revoke(id: number): Promise<Answer> {
      const params = { ...idOf(certificate()), shareId: id };
      return api.call(endpoints.revokeShare, { as: await token(), params });
    },
  };
}
