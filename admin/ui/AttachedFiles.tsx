import { Tabs } from 'antd';
import type { AttachmentReply } from '../../bff/contract/files/endpoints.ts';
import { PdfPane } from './pdf/PdfPane.tsx';

interface AttachedFilesProps {
  files: AttachmentReply[];
  addressOf(file: AttachmentReply): string;
  load(file: AttachmentReply, signal: AbortSignal): Promise<ArrayBuffer>;
}

/** What somebody sent as proof, in view: one file at a time, a picture as it is, a PDF page by page. */
export function AttachedFiles({ files, addressOf, load }: AttachedFilesProps) {
  if (files.length === 0) return null;
  const tabs = files.map((file, index) => ({
    key: file.id,
    label: files.length > 1 ? `${index + 1}. ${file.name}` : file.name,
    children:
      file.kind === 'pdf' ? (
        <PdfPane
          cacheKey={['attachment', file.id]}
          load={(signal) => load(file, signal)}
          href={addressOf(file)}
          label={file.name}
        />
      ) : (
        <a href={addressOf(file)} target="_blank" rel="noreferrer">
          <img src={addressOf(file)} alt={file.name} />
        </a>
      ),
  }));
  return (
    <section className="sheet padded attached" aria-label="附件内容">
      <h2>附件</h2>
      <Tabs items={tabs} destroyOnHidden />
    </section>
  );
}
