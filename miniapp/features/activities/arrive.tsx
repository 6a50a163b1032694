import { useState } from 'react';
import { doorEndpoints, type Arrived } from '../../../bff/contract/door/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { useSending } from '../../application/use-sending.ts';
import { scanCode } from '../../platform/device/scan-code.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { shownWeekday } from './shown-weekday.ts';

/** What stands in the address on the screen of the hall. */
const codeIn = (scanned: string): string => /[?&]code=([\w.-]+)/.exec(scanned)?.[1] ?? scanned;

/** 现场签到: by the code on the screen of the hall, with the digits that the host says. */
export function Arrive({ code: given }: { code: string }) {
  const [code, setCode] = useState(codeIn(given));
  const [digits, setDigits] = useState('');
  const [done, setDone] = useState<Arrived | null>(null);
  const { faults, fault, isBusy, mended, send } = useSending(['digits']);
  if (done) return <Done arrived={done} />;
  const scan = async () => {
    const scanned = await scanCode?.();
    if (scanned) setCode(codeIn(scanned));
  };
  const submit = () =>
    send(async () => {
      setDone(await call(doorEndpoints.arrive, { body: { code, digits } }));
      await queryClient.invalidateQueries({ queryKey: ['activities'] });
    });
  return (
    <>
      <Sheet title="现场签到">
        {code ? (
          <Field id="digits" label="主持人公布的4位数字" required {...(faults.digits ? { error: faults.digits } : {})}>
            {(binding) => (
              <Input
                {...binding}
                value={digits}
                kind="digits"
                onChange={(next) => {
                  setDigits(next);
                  mended('digits');
                }}
              />
            )}
          </Field>
        ) : (
          <Notice>{scanCode ? '请扫描会场大屏上的签到码。' : '请用微信扫描会场大屏上的签到码。'}</Notice>
        )}
      </Sheet>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <ActionBar>
        {code ? (
          <Button onTap={() => void submit()} busyLabel={isBusy && '正在签到…'}>
            签到
          </Button>
        ) : null}
        {scanCode ? (
          <Button kind={code ? 'secondary' : 'primary'} onTap={() => void scan()}>
            {code ? '重新扫描' : '扫描大屏'}
          </Button>
        ) : null}
        {!code && !scanCode ? (
          <Button onTap={() => goTo(pageUrl('activities', { view: 'own' }))}>我的活动</Button>
        ) : null}
      </ActionBar>
    </>
  );
}

function Done({ arrived: { title, at, isFirst } }: { arrived: Arrived }) {
  return (
    <>
      <Sheet title={isFirst ? '签到成功' : '您已签到'}>
        <Facts
          rows={[
            ['活动', title],
            ['签到时间', shownWeekday(at)],
          ]}
        />
      </Sheet>
      <ActionBar>
        <Button onTap={() => goTo(pageUrl('activities', { view: 'own' }))}>我的活动</Button>
      </ActionBar>
    </>
  );
}
