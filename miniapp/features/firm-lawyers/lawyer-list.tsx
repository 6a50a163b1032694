import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LAWYER_CATEGORIES, LAWYER_STATUSES } from '../../../bff/contract/registry/enums.ts';
import { progressEndpoints, type FirmLawyer } from '../../../bff/contract/profile-progress/endpoints.ts';
import { FIRM_PROGRESS, firmProgressOf } from '../../../bff/contract/profile-progress/enums.ts';
import { groupDigits } from '../../../bff/contract/text.ts';
import { pageUrl } from '../../addresses.ts';
import { addressOf, call } from '../../api/client.ts';
import { FROM_THE_FIRST_PAGE } from '../../api/query-client.ts';
import { useShown } from '../../platform/address/use-shown.ts';
import { CAN_KEEP_FILES, keepFile } from '../../platform/documents/keep-file.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form, Link } from '../../ui/elements.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { LoadMore } from '../../ui/lists/load-more.tsx';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { IdentityCheck } from './identity-check.tsx';
import styles from './lawyer-list.module.css';

const SHOWN = 20;

/** 律师列表: the firm's own lawyers as they are registered, and how far each is with 信息补全; never what stands in it. */
export function LawyerList() {
  const [search, setSearch] = useShown('firmLawyers', 'search');
  const [typed, setTyped] = useState(search);
  const [checking, setChecking] = useState<FirmLawyer | null>(null);
  const query = useInfiniteQuery({
    queryKey: ['firm-lawyers', search],
    queryFn: ({ pageParam }) =>
      call(progressEndpoints.listFirmLawyers, {
        query: { ...(search ? { search } : {}), ...(pageParam ? { cursor: pageParam } : {}), limit: SHOWN },
      }),
    initialPageParam: '',
    ...FROM_THE_FIRST_PAGE,
    getNextPageParam: (last) => last.next,
  });
  const lawyers = query.data?.pages.flatMap((page) => page.items);
  const keep = () =>
    keepFile(addressOf(progressEndpoints.exportFirmLawyers, { query: search ? { search } : {} }), '律师列表.xlsx');
  return (
    <>
      <Notice>
        此处显示本所律师的登记信息和信息补全的进度。律师填写了什么、审核意见如何，只有本人和协会可以看到。登记有误的，点“信息有误”由协会核实；新转入而不在此处的，请
        <Link href={pageUrl('joining')}>申请律师转入</Link>。
      </Notice>
      <Sheet title="律师列表">
        <Form onSubmit={() => setSearch(typed.trim())} label="在律师列表中查找">
          <TextField id="listed" label="律师" value={typed} onChange={setTyped} placeholder="姓名或执业证号" />
          <Box className={styles.search}>
            <Button submit kind="secondary">
              查找
            </Button>
            {CAN_KEEP_FILES && lawyers && lawyers.length > 0 ? (
              <Button kind="text" onTap={keep}>
                导出Excel
              </Button>
            ) : null}
            <Link href={pageUrl('firmHours')} className={styles.link}>
              本所律师学时
            </Link>
          </Box>
        </Form>
        {query.isError && !lawyers ? <Failure fault={query.error} onRetry={() => void query.refetch()} /> : null}
        {query.isPending ? <Skeleton lines={4} /> : null}
        {lawyers?.length === 0 ? <Empty>{search ? '本所没有这位律师' : '登记信息中没有本所律师'}</Empty> : null}
        <Box>
          {lawyers?.map((lawyer) => (
            <Lawyer key={lawyer.id} lawyer={lawyer} onCheck={() => setChecking(lawyer)} />
          ))}
        </Box>
        <LoadMore query={query} />
      </Sheet>
      {checking ? <IdentityCheck lawyer={checking} onClose={() => setChecking(null)} /> : null}
    </>
  );
}

function Lawyer({ lawyer, onCheck }: { lawyer: FirmLawyer; onCheck: () => void }) {
  const { id, name, licenceNo, category, status, percent } = lawyer;
  const is = firmProgressOf(lawyer);
  const progress = `信息补全${FIRM_PROGRESS[is]}${is === 'open' ? ` ${percent}%` : ''}`;
  return (
    <Box className={styles.lawyer}>
      <Box className={styles.who}>
        <Box>{name}</Box>
        <Box className={styles.detail}>
          {[groupDigits(licenceNo), LAWYER_CATEGORIES[category], LAWYER_STATUSES[status], progress].map((part) => (
            <Box as="span" key={part} className={styles.part}>
              {part}
            </Box>
          ))}
        </Box>
      </Box>
      <Box className={styles.acts}>
        <Button kind="text" onTap={onCheck} label={`核对证件号：${name}`}>
          核对证件号
        </Button>
        <Link href={pageUrl('correctionForm', { lawyer: id })} label={`${name}的信息有误`} className={styles.link}>
          信息有误
        </Link>
      </Box>
    </Box>
  );
}
