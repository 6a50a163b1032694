import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { LAWYER_CATEGORIES, LAWYER_STATUSES } from '../../../bff/contract/registry/enums.ts';
import { groupDigits } from '../../../bff/contract/text.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../api/client.ts';
import { FROM_THE_FIRST_PAGE } from '../../api/query-client.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form, Link } from '../../ui/elements.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { LoadMore } from '../../ui/lists/load-more.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import styles from './own-lawyers.module.css';

const SHOWN = 10;

/** 律师列表: the firm's own lawyers as they are registered; what is wrong is a finding for the association. */
export function OwnLawyers() {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const query = useInfiniteQuery({
    queryKey: ['own-lawyers-listed', search],
    queryFn: ({ pageParam }) =>
      call(registryEndpoints.listOwnLawyers, {
        query: { ...(search ? { search } : {}), ...(pageParam ? { cursor: pageParam } : {}), limit: SHOWN },
      }),
    initialPageParam: '',
    ...FROM_THE_FIRST_PAGE,
    getNextPageParam: (last) => last.next,
  });
  const lawyers = query.data?.pages.flatMap((page) => page.items);
  return (
    <Sheet title="律师列表">
      <Form onSubmit={() => setSearch(typed.trim())} label="在律师列表中查找">
        <TextField id="listed" label="律师" value={typed} onChange={setTyped} placeholder="姓名或执业证号" />
        <Button submit kind="secondary">
          查找
        </Button>
      </Form>
      {query.isError && !lawyers ? <Failure fault={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton lines={4} /> : null}
      {lawyers?.length === 0 ? <Empty>{search ? '本所没有这位律师' : '登记信息中没有本所律师'}</Empty> : null}
      <Box>
        {lawyers?.map(({ id, name, licenceNo, category, status }) => (
          <Box key={id} className={styles.lawyer}>
            <Box className={styles.who}>
              <Box>{name}</Box>
              <Box className={styles.detail}>
                {[groupDigits(licenceNo), LAWYER_CATEGORIES[category], LAWYER_STATUSES[status]].map((part) => (
                  <Box as="span" key={part} className={styles.part}>
                    {part}
                  </Box>
                ))}
              </Box>
            </Box>
            <Link href={pageUrl('correctionForm', { lawyer: id })} label={`${name}的信息有误`} className={styles.wrong}>
              信息有误
            </Link>
          </Box>
        ))}
      </Box>
      <LoadMore query={query} />
    </Sheet>
  );
}
