import { Alert, Button } from 'antd';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import type { StaffApplicationDetail } from '../../../../bff/contract/certificates/endpoints.ts';
import { quoted } from '../../../../bff/contract/text.ts';
import type { ReplacementPreviewReply } from '../../../../bff/contract/standing/endpoints.ts';
import { REVIEW_RULES } from '../../../../bff/contract/review/enums.ts';
import { MAX_FREE_TEXT } from '../../../../bff/contract/certificates/limits.ts';
import { MAX_PURPOSE } from '../../../../bff/contract/limits.ts';
import { applicationUrl } from '../../../addresses.ts';
import { standingEndpoints } from '../../../../bff/contract/standing/endpoints.ts';
import type { PreviewReplacement } from '../../../../bff/contract/certificates/schemas.ts';
import { call } from '../../../providers/call.ts';
import { PdfPane } from '../../../ui/pdf/PdfPane.tsx';
import { OverrulingFields, wordsOf, type Words } from './OverrulingFields.tsx';
import { faultOf, LinesField, ReasonField, Refusal } from './ReasonField.tsx';
import { useReplacement, useReplacementPreview } from './use-standing.ts';

/** 更正并重新出具: the words are put right, the letter is looked at, then it takes the place of the old one. */
export function Replacement({ application, onClose }: { application: StaffApplicationDetail; onClose(): void }) {
  const id = String(application.id);
  const navigate = useNavigate();
  const [words, setWords] = useState({ purpose: application.purpose, freeText: application.freeText });
  const [reason, setReason] = useState('');
  const [settled, setSettled] = useState<Words>({});
  // Which preview lies open, page by page: nobody issues what could not be looked at.
  const [shown, setShown] = useState('');
  const onShown = useCallback((seen: string) => setShown(seen), []);
  const preview = useReplacementPreview(id);
  const replacement = useReplacement(id);
  const correction = { purpose: words.purpose, ...(application.hasFreeText && { freeText: words.freeText }) };
  const change = (changed: Partial<typeof words>) => {
    setWords({ ...words, ...changed });
    // What was looked at is no longer what would be issued.
    preview.reset();
    replacement.reset();
  };
  const confirm = (seen: string) =>
    replacement.mutate(
      { reason, seen, words: wordsOf(preview.data?.doubts ?? [], settled), ...correction },
      { onSuccess: (successor) => void navigate(applicationUrl(successor)) },
    );
  return (
    <form
      className="confirm"
      aria-label="更正并重新出具"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        if (preview.data && shown === preview.data.seen) confirm(preview.data.seen);
        else if (!preview.data) preview.mutate(correction);
      }}
    >
      <p>
        按现在的登记信息重新出具一份新编号的证明，原证明（编号 {application.number}）立即显示“已被替换”，不能恢复。
        登记信息有误的，请先在律所或律师页面更正。
      </p>
      <LinesField
        autoFocus
        label="用途"
        maxLength={MAX_PURPOSE}
        value={words.purpose}
        onChange={(purpose) => change({ purpose })}
        fault={faultOf(preview.error, 'purpose')}
      />
      {application.hasFreeText && (
        <LinesField
          label="证明内容"
          isRequired
          maxLength={MAX_FREE_TEXT}
          value={words.freeText}
          onChange={(freeText) => change({ freeText })}
          fault={faultOf(preview.error, 'freeText')}
        />
      )}
      <Refusal error={preview.error} shown={['purpose', 'freeText']} />
      {preview.data && (
        <>
          <Seen preview={preview.data} />
          <Pages id={id} correction={correction} seen={preview.data.seen} onShown={onShown} />
          <OverrulingFields
            findings={preview.data.doubts}
            words={settled}
            missing={[]}
            error={replacement.error}
            onChange={setSettled}
          />
          <ReasonField value={reason} onChange={setReason} fault={faultOf(replacement.error, 'reason')} />
          <Refusal error={replacement.error} shown={['reason']} />
        </>
      )}
      <div className="row">
        <Button
          type="primary"
          htmlType="submit"
          disabled={preview.data !== undefined && shown !== preview.data.seen}
          loading={preview.isPending || replacement.isPending}
        >
          {preview.data ? '确认重新出具' : '预览更正后的证明'}
        </Button>
        {replacement.isError && (
          <Button loading={preview.isPending} onClick={() => preview.mutate(correction)}>
            重新预览
          </Button>
        )}
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}

/** The pages of what was previewed: tables, annex and English too. */
function Pages({
  id,
  correction,
  seen,
  onShown,
}: {
  id: string;
  correction: PreviewReplacement;
  seen: string;
  onShown(seen: string): void;
}) {
  const tell = useCallback(() => onShown(seen), [onShown, seen]);
  return (
    <PdfPane
      cacheKey={['applications', 'replacement', id, seen]}
      load={(signal) =>
        call(standingEndpoints.printReplacement, { params: { id }, body: { ...correction, seen } }, signal)
      }
      label="更正后的证明"
      onShown={tell}
    />
  );
}

/** The doubts that whoever confirms answers for, and the corrected words. */
function Seen({ preview }: { preview: ReplacementPreviewReply }) {
  const { paragraphs, applicantPurpose, roster, doubts } = preview;
  return (
    <div role="status">
      {doubts.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`重新核查发现 ${doubts.length} 项须核实，请核实后再确认`}
          description={doubts.map(({ rule, subject, datum, source }, index) => (
            <div key={index}>
              <strong>{REVIEW_RULES[rule]}</strong> {subject}：{datum}（{source}）
            </div>
          ))}
        />
      )}
      <h3>更正后的证明</h3>
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
      {applicantPurpose && <p className="quiet">另注（申请人填写，非本会证明内容）用途：{quoted(applicantPurpose)}</p>}
      {roster && (
        <p>
          {roster.title}：{roster.names.join('、')}
        </p>
      )}
    </div>
  );
}
