import { correctionEndpoints, type CorrectionDetail } from '../../../bff/contract/corrections/endpoints.ts';
import { addressOf } from '../../providers/call.ts';
import { FileLink } from '../../ui/FileLink.tsx';

/** What was sent as proof: pictures are in view beside the values, a PDF opens by itself. */
export function Proofs({ correction: { id, attachments } }: { correction: CorrectionDetail }) {
  if (attachments.length === 0) return <p className="quiet">没有上传证明材料</p>;
  return (
    <ul className="plain proofs">
      {attachments.map((file) => {
        const address = addressOf(correctionEndpoints.showCorrectionProof, {
          params: { id: String(id), file: file.id },
        });
        return (
          <li key={file.id}>
            <FileLink file={file} address={address}>
              {file.kind !== 'pdf' && <img src={address} alt="" />}
            </FileLink>
          </li>
        );
      })}
    </ul>
  );
}
