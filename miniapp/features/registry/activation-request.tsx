import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { activationEndpoints } from '../../../bff/contract/activation/endpoints.ts';
import { registryEndpoints, type OwnLawyer } from '../../../bff/contract/registry/endpoints.ts';
import { groupDigits } from '../../../bff/contract/text.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Empty, Failure } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { Box, Form } from '../../ui/elements.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import styles from './activation-request.module.css';

const SHOWN = 10;

/** 代律师申请开通码: the firm asks, the association sends the code to the lawyer in person. */
export function ActivationRequest() {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [asking, setAsking] = useState<OwnLawyer | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const found = useQuery({
    queryKey: ['own-lawyers-found', search],
    queryFn: () => call(registryEndpoints.listOwnLawyers, { query: { search, limit: SHOWN } }),
    enabled: search !== '',
  });
  const ask = async (lawyer: OwnLawyer) => {
    setBusy(true);
    try {
      await call(activationEndpoints.requestForLawyer, { body: { lawyerId: lawyer.id } });
      setAsking(null);
      showToast('已提交，请等待协会寄出');
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet title="代律师申请开通码">
      <Notice>
        律师收不到短信验证码时，可由本所代为申请。开通码由协会寄给律师本人，本所不能代收、代拆；账号已经开通的，协会不会再寄。
      </Notice>
      <Form onSubmit={() => setSearch(typed.trim())} label="查找本所律师">
        <TextField id="lawyer" label="律师" value={typed} onChange={setTyped} placeholder="姓名或执业证号" />
        <Button submit kind="secondary" busyLabel={found.isFetching && '正在查找…'}>
          查找
        </Button>
      </Form>
      {found.isError ? <Failure fault={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data?.items.length === 0 ? <Empty>本所没有这位律师</Empty> : null}
      {found.data?.items.map((lawyer) => (
        <Box key={lawyer.id} className={styles.found}>
          <Box>
            <Box>{lawyer.name}</Box>
            <Box className={styles.detail}>{groupDigits(lawyer.licenceNo)}</Box>
          </Box>
          <Button
            kind="text"
            label={`申请开通码：${lawyer.name}`}
            onTap={() => {
              setError('');
              setAsking(lawyer);
            }}
          >
            申请开通码
          </Button>
        </Box>
      ))}
      <Confirm
        isOpen={asking !== null}
        onClose={() => setAsking(null)}
        title="申请开通码"
        question={`请协会把${asking?.name ?? ''}律师的开通码寄给本人。`}
        act="提交申请"
        kind="primary"
        onAct={() => asking && void ask(asking)}
        busyLabel={isBusy && '正在提交…'}
        error={error}
      />
    </Sheet>
  );
}
