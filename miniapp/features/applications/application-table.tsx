import { useState, type ReactNode } from 'react';
import type { OwnApplicationRow } from '../../../bff/contract/certificates/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { pageUrl } from '../../addresses.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Link } from '../../ui/elements.tsx';
import { Table } from '../../ui/lists/table.tsx';
import type { Column } from '../../ui/lists/table-types.ts';
import { shownTime } from '../../ui/times.ts';
import { lawyersInParts } from './lawyers-in-words.ts';
import { ApplicationStateTag, OutcomeTag, StandingTag } from '../../application/application-state.tsx';
import { downloadCertificate } from './download-certificate.ts';
import { MailDialog } from './mail-dialog.tsx';
import { SortButton } from './sort-button.tsx';
import type { ApplicationFilters } from './use-application-filters.ts';
import type { useApplicationPages } from './use-application-pages.ts';
import styles from './application-table.module.css';

/** PC: one page of applications as a table with the acts as text buttons. */
export function ApplicationTable({
  list,
  order,
  namesLawyers,
  onFlip,
}: {
  list: ReturnType<typeof useApplicationPages>;
  order: ApplicationFilters['order'];
  /** A firm's letters name lawyers; a lawyer's own name nobody else. */
  namesLawyers: boolean;
  onFlip: () => void;
}) {
  const [mailing, setMailing] = useState<OwnApplicationRow | null>(null);
  const download = (row: OwnApplicationRow) =>
    downloadCertificate(row).catch((fault: unknown) => showToast(faultText(fault)));
  const columns: Column<OwnApplicationRow>[] = [
    { key: 'number', label: '编号', render: (row) => <Nowrap>{row.number}</Nowrap> },
    { key: 'type', label: '申请类型', render: (row) => <Balanced>{row.typeLabel}</Balanced> },
    ...(namesLawyers
      ? [{ key: 'lawyers', label: '涉及律师', render: (row: OwnApplicationRow) => <Lawyers row={row} /> }]
      : []),
    { key: 'purpose', label: '用途', render: (row) => <Balanced>{row.purpose || '—'}</Balanced> },
    { key: 'email', label: '邮箱', render: (row) => <Address email={row.email} /> },
    {
      key: 'submittedAt',
      label: '申请时间',
      sort: order === 'newest' ? 'descending' : 'ascending',
      head: (
        <>
          <SortButton order={order} onFlip={onFlip} />
          <Box className={styles.second}>审核时间</Box>
        </>
      ),
      // One above the other, each on its line: side by side they leave no room for what the letter is about.
      render: (row) => (
        <>
          <Time at={row.submittedAt} />
          <Box className={styles.second}>
            <Time at={row.decidedAt} />
          </Box>
        </>
      ),
    },
    {
      key: 'state',
      label: '申请状态',
      render: (row) => <ApplicationStateTag state={row.state} />,
    },
    { key: 'outcome', label: '审核结果', render: (row) => <Result row={row} /> },
    {
      key: 'acts',
      label: '操作',
      render: (row) => (
        <Box className={styles.acts}>
          <Link href={pageUrl('application', { id: row.id })} className={styles.act} label={`查看 ${row.number}`}>
            查看
          </Link>
          {row.can.download ? (
            <Button kind="text" className={styles.act} label={`下载 ${row.number}`} onTap={() => void download(row)}>
              下载
            </Button>
          ) : null}
          {row.can.mail ? (
            <Button kind="text" className={styles.act} label={`发送邮箱 ${row.number}`} onTap={() => setMailing(row)}>
              发送邮箱
            </Button>
          ) : null}
        </Box>
      ),
    },
  ];
  return (
    <>
      <Box className={styles.dense}>
        <Table caption="我的证明" columns={columns} rows={list.page.rows} rowKey={(row) => row.id} />
      </Box>
      <Box className={styles.pager}>
        <Button kind="text" disabled={list.page.index === 0} onTap={list.showPrevious}>
          上一页
        </Button>
        <Box as="span">第 {list.page.index + 1} 页</Box>
        <Button
          kind="text"
          disabled={!list.page.hasNext}
          busyLabel={list.query.isFetchingNextPage && '正在加载…'}
          onTap={() => void list.showNext()}
        >
          下一页
        </Button>
      </Box>
      {mailing ? <MailDialog application={mailing} onClose={() => setMailing(null)} /> : null}
    </>
  );
}

/** 审核结果, and beneath it what has become of the certificate since. */
function Result({ row: { outcome, standing } }: { row: OwnApplicationRow }) {
  if (!outcome) return <>—</>;
  return (
    <>
      <OutcomeTag outcome={outcome} />
      {standing && standing !== 'valid' ? <StandingTag standing={standing} /> : null}
    </>
  );
}

function Time({ at }: { at: string | null }) {
  if (!at) return <>—</>;
  return <Nowrap>{shownTime(at)}</Nowrap>;
}

/** Whom it names; no name is broken inside. */
function Lawyers({ row }: { row: OwnApplicationRow }) {
  const names = lawyersInParts(row);
  if (names.length === 0) return <>—</>;
  return (
    <>
      {names.map((name, index) => (
        <Box as="span" key={index} className={styles.name}>
          {name}
        </Box>
      ))}
    </>
  );
}

/** On lines of about one length: no single character is left for the last. */
function Balanced({ children }: { children: string }) {
  return <Box className={styles.balanced}>{children}</Box>;
}

/** Broken before the @ if anywhere. */
function Address({ email }: { email: string }) {
  const at = email.lastIndexOf('@');
  return (
    <>
      {[email.slice(0, at), email.slice(at)].map((part) => (
        <Box as="span" key={part} className={styles.part}>
          {part}
        </Box>
      ))}
    </>
  );
}

function Nowrap({ children }: { children: ReactNode }) {
  return (
    <Box as="span" className={styles.nowrap}>
      {children}
    </Box>
  );
}
