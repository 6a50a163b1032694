import { matterEndpoints } from '../../contract/matters/endpoints.ts';
import { verificationEndpoints } from '../../contract/verification/endpoints.ts';
import { CertificateMatter } from '../../modules/certificates/matters/model.ts';
import type { Certificate } from '../../modules/certificates/model.ts';
import type { Lawyer } from '../../modules/registry/model.ts';
import type { Answer, Api } from '../api.ts';
import { makeFirm, makeLawyer, memberActor } from './registry.ts';

/** A firm with so many lawyers, 律师1 and so on. */
export async function firmWith(count = 1) {
  const firm = await makeFirm();
  const lawyers: Lawyer[] = [];
  for (let n = 0; n < count; n++) lawyers.push(await makeLawyer({ firmId: firm.id, name: `律师${n + 1}` }));
  return { firm, lawyers, actor: await memberActor({ firmId: firm.id }) };
}
/** What is open or settled about a letter, in the order in which it came up. */
export const mattersOf = (certificate: Certificate) =>
  CertificateMatter.findAll({ where: { certificateId: certificate.id }, order: ['id'] });

/** What strangers read of a letter. */
export async function verified(api: Api, { token }: Certificate) {
  const answer = await api.call(verificationEndpoints.verifyToken, { params: { token } });
  const { standing, isUnderReview } = answer.json;
  return { standing, isUnderReview };
}

/** Staff settle one matter. */
export function settle(
  api: Api,
  {
    as,
    id,
    act,
    reason = '与处分决定书核对，对象另有其人',
  }: { as: string; id: number; act: 'revoke' | 'uphold'; reason?: string | undefined },
): Promise<Answer> {
  return api.call(matterEndpoints.settleMatter, { as, params: { id: String(id) }, body: { act, reason } });
}
