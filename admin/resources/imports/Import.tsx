import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Segmented, Upload } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Endpoint } from '../../../bff/contract/endpoint.ts';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import { MAX_WAIT_SECONDS } from '../../../bff/contract/files/limits.ts';
import { importEndpoints, type ImportReport } from '../../../bff/contract/imports/endpoints.ts';
import { IMPORT_KINDS, MAX_IMPORT_ROWS, MAX_RUN_ROWS, type ImportKind } from '../../../bff/contract/imports/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { addressOf } from '../../providers/call.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { upload, uploadForFile } from '../../providers/upload.ts';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { Page } from '../../ui/Page.tsx';
import { MarkedFile } from './MarkedFile.tsx';
import { Report } from './Report.tsx';

const KINDS = Object.entries(IMPORT_KINDS).map(([value, label]) => ({ value: value as ImportKind, label }));

/** What is registered, in the columns that are read: to be filled in further, or to be looked through. */
const EXPORTS: Record<ImportKind, Endpoint> = {
  firms: exportEndpoints.exportFirms,
  lawyers: exportEndpoints.exportLawyers,
  assessments: exportEndpoints.exportAssessments,
  dues: exportEndpoints.exportDues,
  hours: exportEndpoints.exportHours,
  discipline: exportEndpoints.exportDiscipline,
  appointments: exportEndpoints.exportAppointments,
  periods: exportEndpoints.exportPeriods,
};

interface Checked {
  file: File;
  report: ImportReport;
}

/** 导入Excel: a sheet is looked through first; what was seen is applied as a whole or not at all. */
export function ImportPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [kind, setKind] = useState<ImportKind>('firms');
  const [checked, setChecked] = useState<Checked | null>(null);
  const check = useMutation({
    mutationFn: async (file: File) => ({
      file,
      report: await upload(importEndpoints.checkImport, { params: { kind } }, file),
    }),
    onMutate: () => setChecked(null),
    onSuccess: (done) => {
      if (done.report.runId === null) setChecked(done);
      else void navigate(pageUrl('importRun', { id: done.report.runId }));
    },
  });
  const apply = useMutation({
    mutationFn: ({ file, report }: Checked) =>
      upload(importEndpoints.applyImport, { params: { kind }, query: { seen: report.fingerprint } }, file),
    onSuccess: ({ counts }) => {
      setChecked(null);
      void client.invalidateQueries();
      void message.success(`已导入：新增 ${counts.create} 行，修改 ${counts.update} 行`);
    },
  });
  const choose = (next: ImportKind) => {
    setKind(next);
    setChecked(null);
    check.reset();
    apply.reset();
  };
  const error = apply.error ?? check.error;
  return (
    <Page
      title="导入Excel"
      name="导入Excel"
      actions={<Link to={pageUrl('transfers', { side: 'imports' })}>导入记录</Link>}
    >
      <section className="sheet padded stack">
        <Segmented<ImportKind>
          className="wrapping"
          aria-label="导入内容"
          options={KINDS}
          value={kind}
          onChange={choose}
        />
        <p className="quiet">
          {`一次最多 ${MAX_RUN_ROWS / 10_000} 万行，超过 ${MAX_IMPORT_ROWS} 行的在后台检查和导入，可以离开页面。证号已登记的为修改，没有登记的为新增；修改时，空白单元格保持原值。可以是 .xlsx、.xls 或 .csv，读取第一个带有表头的可见工作表，表头之上可以有标题。不接受公式。导入前先逐行检查，有任何一行有问题则全部不导入。`}
        </p>
        <div className="row">
          <Button
            icon={<DownloadOutlined />}
            href={addressOf(importEndpoints.downloadTemplate, { params: { kind } })}
            download
          >
            下载{IMPORT_KINDS[kind]}模板
          </Button>
          <ExportButton endpoint={EXPORTS[kind]} input={{}} label={`导出已登记的${IMPORT_KINDS[kind]}`} />
          <Upload
            accept=".xlsx,.xls,.csv"
            showUploadList={false}
            beforeUpload={(file) => {
              apply.reset();
              check.mutate(file);
              return false;
            }}
          >
            <Button type="primary" icon={<UploadOutlined />} loading={check.isPending}>
              选择文件并检查
            </Button>
          </Upload>
        </div>
        {check.isPending && (
          <p role="status" className="quiet">
            {`正在读取和检查，行数多的需要一两分钟。同时读取的文件较多时先排队，最多等 ${MAX_WAIT_SECONDS} 秒，没有轮到会在这里说明。`}
          </p>
        )}
        {error && <Alert type="error" showIcon title={faultOf(error)} />}
      </section>
      {checked && (
        <Report
          fileName={checked.file.name}
          report={checked.report}
          isApplying={apply.isPending}
          onApply={() => apply.mutate(checked)}
          marked={
            <MarkedFile
              kind={kind}
              ask={() => uploadForFile(importEndpoints.markImport, { params: { kind } }, checked.file)}
            />
          }
        />
      )}
    </Page>
  );
}

const faultOf = (error: Error) => (error instanceof ApiFailure && error.fields['file']) || sentenceOf(error);
