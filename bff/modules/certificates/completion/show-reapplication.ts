import type { ReapplicationReply } from '../../../contract/certificates/replies.ts';
import type { MemberActor } from '../../../actor.ts';
import { feesOf, type PaperPrices } from '../../../contract/papers/fees.ts';
import { readRoster } from '../../registry/facts/read-registry-facts.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { CertificateType, type Application } from '../model.ts';
import { loadFor } from '../policy.ts';
import { readLawyers } from '../reading/read-lawyers.ts';
import { listTypes } from '../types/find-type.ts';

/**
 * What of an earlier application can be asked for once more, for the form that opens with it, and what has changed since,
 * a sentence each: the type, lawyers who have left, the member's own name, fees. The rest says the pre-check. Throws
 * `not_found`.
 */
export async function showReapplication({
  actor,
  id,
}: {
  actor: MemberActor;
  id: number;
}): Promise<ReapplicationReply> {
  const { application } = await loadFor(actor, 'show', id);
  const [type, offered, named, office] = await Promise.all([
    CertificateType.findByPk(application.typeId, { rejectOnEmpty: true }),
    listTypes(actor),
    readLawyers(id),
    readSettings(),
  ]);
  const offer = offered.find((one) => one.type.id === type.id);
  const own = type.lawyerScope === 'chosen' && actor.kind === 'firm' ? new Set(await readRoster(actor.firmId)) : null;
  const left = own ? named.filter((lawyer) => !own.has(lawyer.id)) : [];
  return {
    type: offer?.unmet.length === 0 ? type.code : null,
    lawyers: named.filter((lawyer) => !left.includes(lawyer)),
    said: [
      ...(offer ? offer.unmet.map((why) => `暂不可申请“${type.label}”：${why}`) : [retired(application, type)]),
      ...(left.length > 0 ? [`${left.map(({ name }) => name).join('、')}已不在本所，没有带入`] : []),
      ...renamed(application, actor),
      ...repriced(application, office),
    ],
  };
}

function renamed({ applicantName }: Application, { name }: MemberActor): string[] {
  return applicantName === name ? [] : [`申请人名称已由“${applicantName}”变更为“${name}”，证明按现在的名称出具`];
}

/** A returned application keeps its type: another one is asked for anew. */
const retired = ({ state }: Application, { label }: CertificateType): string =>
  state === 'returned' ? `“${label}”已停用，不能再补正` : `“${label}”已停用，请改选其他证明`;

function repriced({ paper }: Application, prices: PaperPrices): string[] {
  if (!paper) return [];
  const { copyFeeFen = 0, postageFen = 0 } = paper.fees ?? {};
  const now = feesOf(paper, prices);
  const isSame = now.copyFeeFen === copyFeeFen && now.postageFen === postageFen;
  return isSame ? [] : ['纸质证明的费用已调整，按现在的价格计'];
}
