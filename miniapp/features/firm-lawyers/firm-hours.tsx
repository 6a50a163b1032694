import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { shanghaiYear } from '../../../bff/contract/dates.ts';
import { firmHoursEndpoints } from '../../../bff/contract/firm-hours/endpoints.ts';
import type { FirmHours } from '../../../bff/contract/firm-hours/replies.ts';
import { HOURS_KINDS, HOURS_MODES } from '../../../bff/contract/records/enums.ts';
import { LAWYER_STATUSES } from '../../../bff/contract/registry/enums.ts';
import { groupDigits } from '../../../bff/contract/text.ts';
import { addressOf, call } from '../../api/client.ts';
import { FROM_THE_FIRST_PAGE } from '../../api/query-client.ts';
import { useShown } from '../../platform/address/use-shown.ts';
import { CAN_KEEP_FILES, keepFile } from '../../platform/documents/keep-file.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form, SelectInput } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Segmented } from '../../ui/fields/segmented.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { LoadMore } from '../../ui/lists/load-more.tsx';
import { StateTag } from '../../ui/marks/state-tag.tsx';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import styles from './lawyer-list.module.css';

const SHOWN = 20;
/** As many years as a firm looks back. */
const YEARS = 5;
const WHOM = [
  { value: '', label: '全部律师' },
  { value: 'yes', label: '未修满的' },
];

/** 本所律师学时: what each of the firm's lawyers has of a year by kind, against what it asks for; never the courses. */
export function FirmHoursList() {
  const [search, setSearch] = useShown('firmHours', 'search');
  const [typed, setTyped] = useState(search);
  const [thisYear] = useState(() => shanghaiYear(Date.now()));
  const [year, setYear] = useState(thisYear);
  const [isLacking, setLacking] = useState(false);
  const filter = { year, ...(search ? { search } : {}), ...(isLacking ? { lacking: 'yes' as const } : {}) };
  const query = useInfiniteQuery({
    queryKey: ['firm-hours', filter],
    queryFn: ({ pageParam }) =>
      call(firmHoursEndpoints.listFirmHours, {
        query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}), limit: SHOWN },
      }),
    initialPageParam: '',
    ...FROM_THE_FIRST_PAGE,
    getNextPageParam: (last) => last.next,
  });
  const lawyers = query.data?.pages.flatMap((page) => page.items);
  const years = Array.from({ length: YEARS }, (_, back) => String(thisYear - back));
  return (
    <>
      <Notice>
        此处显示本所律师每年计入的学时合计，有异议的不计入。参加了哪些课程、证明材料只有本人和协会可以看到。校外学时由律师本人申报，协会认定后计入。
      </Notice>
      <Sheet title="本所律师学时">
        <Form onSubmit={() => setSearch(typed.trim())} label="在本所律师学时中查找">
          <Field id="year" label="年度">
            {(binding) => (
              <SelectInput
                {...binding}
                value={String(year)}
                onChange={(next) => setYear(Number(next))}
                options={years.map((value) => ({ value, label: `${value}年度` }))}
              />
            )}
          </Field>
          <TextField id="listed" label="律师" value={typed} onChange={setTyped} placeholder="姓名或执业证号" />
          <Box className={styles.whom}>
            <Segmented
              id="lacking"
              label="是否修满"
              value={isLacking ? 'yes' : ''}
              options={WHOM}
              onChange={(next) => setLacking(next === 'yes')}
              compact
            />
          </Box>
          <Box className={styles.search}>
            <Button submit kind="secondary">
              查找
            </Button>
            {CAN_KEEP_FILES && lawyers && lawyers.length > 0 ? (
              <Button
                kind="text"
                onTap={() =>
                  keepFile(addressOf(firmHoursEndpoints.exportFirmHours, { query: filter }), '本所律师学时.xlsx')
                }
              >
                导出Excel
              </Button>
            ) : null}
          </Box>
        </Form>
        {query.isError && !lawyers ? <Failure fault={query.error} onRetry={() => void query.refetch()} /> : null}
        {query.isPending ? <Skeleton lines={4} /> : null}
        {lawyers?.length === 0 ? (
          <Empty>{search || isLacking ? '没有符合条件的律师' : '登记信息中没有本所律师'}</Empty>
        ) : null}
        <Box>
          {lawyers?.map((lawyer) => (
            <Lawyer key={lawyer.id} lawyer={lawyer} />
          ))}
        </Box>
        <LoadMore query={query} />
      </Sheet>
    </>
  );
}

function Lawyer({ lawyer }: { lawyer: FirmHours }) {
  const { name, licenceNo, status, ethicsTenths, businessTenths, otherTenths, totalTenths, requiredTenths } = lawyer;
  const missing = Math.max(
    0,
    requiredTenths - totalTenths,
    lawyer.requiredEthicsTenths - ethicsTenths,
    lawyer.requiredEthicsOnsiteTenths - lawyer.ethicsOnsiteTenths,
    lawyer.requiredBusinessTenths - businessTenths,
  );
  const parts = [
    groupDigits(licenceNo),
    LAWYER_STATUSES[status],
    partOf(HOURS_KINDS.ethics, ethicsTenths, lawyer.requiredEthicsTenths),
    ...(lawyer.requiredEthicsOnsiteTenths > 0
      ? [partOf(`其中${HOURS_MODES.onsite}`, lawyer.ethicsOnsiteTenths, lawyer.requiredEthicsOnsiteTenths)]
      : []),
    partOf(HOURS_KINDS.business, businessTenths, lawyer.requiredBusinessTenths),
    `${HOURS_KINDS.other} ${otherTenths / 10}`,
  ];
  return (
    <Box className={styles.lawyer}>
      <Box className={styles.hours}>
        <Box>{name}</Box>
        <Box className={styles.detail}>
          {parts.map((part) => (
            <Box as="span" key={part} className={styles.part}>
              {part}
            </Box>
          ))}
        </Box>
      </Box>
      <Box className={styles.acts}>
        <Box as="span" className={styles.total}>
          {requiredTenths > 0 ? `${totalTenths / 10} / ${requiredTenths / 10}学时` : `${totalTenths / 10}学时`}
        </Box>
        {requiredTenths === 0 ? null : missing === 0 ? (
          <StateTag tone="good">已修满</StateTag>
        ) : (
          <StateTag tone="due">{`还缺${missing / 10}`}</StateTag>
        )}
      </Box>
    </Box>
  );
}

/** 业务 6.5, or 业务 6.5 / 12 where some of the kind are asked for. */
const partOf = (kind: string, tenths: number, required: number) =>
  required > 0 ? `${kind} ${tenths / 10} / ${required / 10}` : `${kind} ${tenths / 10}`;
