import { correctionEndpoints, type CorrectionDetail } from '../../../bff/contract/corrections/endpoints.ts';
import { FILE_KINDS } from '../../../bff/contract/files/enums.ts';
import { addressOf } from '../../providers/call.ts';

/** What was sent as proof: pictures are in view beside the values, a PDF opens by itself. */
export function Proofs({ correction: { id, attachments } }: { correction: CorrectionDetail }) {
  if (attachments.length === 0) return <p className="quiet">没有上传证明材料</p>;
  return (
    <ul className="plain proofs">
      {attachments.map(({ id: file, name, kind, size }) => {
        const address = addressOf(correctionEndpoints.showCorrectionProof, { params: { id: String(id), file } });
        return (
          <li key={file}>
            <a href={address} target="_blank" rel="noreferrer">
              {kind !== 'pdf' && <img src={address} alt="" />}
              {name}
            </a>{' '}
            <span className="quiet">
              {FILE_KINDS[kind]}，{Math.max(1, Math.round(size / 1024))} KB
            </span>
          </li>
        );
      })}
    </ul>
  );
}
