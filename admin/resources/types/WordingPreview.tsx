import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select, Skeleton } from 'antd';
import { useState } from 'react';
import { typeEndpoints, type StaffTypeDetail } from '../../../bff/contract/certificate-types/endpoints.ts';
import { SAMPLE_SITUATIONS, type SampleSituation } from '../../../bff/contract/certificate-types/enums.ts';
import { call } from '../../providers/call.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { PdfView } from '../../ui/pdf/PdfPane.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { useSettled } from '../../ui/hooks/use-settled.ts';

interface PreviewProps {
  type: StaffTypeDetail;
  draft: { body: string; rosterTitle: string };
  /** The check has no fault: only then is it worth printing. */
  isSound: boolean;
}

/** A pause in typing, after which the draft is printed. */
const PAUSE_MS = 500;

/** The draft as the real printer prints it, with invented data. While it cannot be printed the last good page stays. */
export function WordingPreview({ type, draft, isSound }: PreviewProps) {
  const [situation, setSituation] = useState<SampleSituation>('typical');
  const settled = useSettled(draft, PAUSE_MS);
  const file = useQuery({
    queryKey: ['types', 'draft', type.id, settled, situation],
    queryFn: ({ signal }) =>
      call(typeEndpoints.previewWording, { params: { id: String(type.id) }, body: { ...settled, situation } }, signal),
    enabled: isSound && settled === draft,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    // Every pause makes one: they are not worth keeping.
    gcTime: 60_000,
  });
  const { error } = file;
  const told = error instanceof ApiFailure ? (Object.values(error.fields)[0] ?? error.message) : sentenceOf(error);
  const isOld = !isSound || settled !== draft || file.isPlaceholderData || file.isError;
  return (
    <div className="desk-letter wording-preview">
      <div className="row">
        <Select
          aria-label="示例情形"
          value={situation}
          onChange={setSituation}
          options={type.situations.map((value) => ({ value, label: SAMPLE_SITUATIONS[value] }))}
        />
        <span role="status">
          {!isSound && <StateTag tone="alert" label="正文有误，显示的是改动前的样子" />}
          {isSound && file.isError && <StateTag tone="alert" label="未能排版" />}
          {isSound && !file.isError && isOld && file.data && <StateTag tone="busy" label="正在排版…" />}
          {!isOld && <StateTag tone="good" label="与正文一致" />}
        </span>
      </div>
      {isSound && file.isError && (
        <p role="alert" className="fault multiline">
          {told}
        </p>
      )}
      {file.data ? (
        <PdfView bytes={file.data} label={`示样：${SAMPLE_SITUATIONS[situation]}`} />
      ) : (
        <Skeleton active paragraph={{ rows: 14 }} className="sheet pdf-waiting" />
      )}
    </div>
  );
}
