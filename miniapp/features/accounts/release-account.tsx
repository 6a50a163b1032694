import { useState } from 'react';
import { activationEndpoints } from '../../../bff/contract/activation/endpoints.ts';
import { CONTACT_FIELDS, type ContactField } from '../../../bff/contract/activation/enums.ts';
import type { HoldReply } from '../../../bff/contract/activation/replies.ts';
import { holdWords } from '../../../bff/contract/accounts/holds.ts';
import { call } from '../../api/client.ts';
import { OfficePhone } from '../../office/office-phone.tsx';
import { showToast } from '../../platform/page/show-toast.ts';
import { heldOf, noteReleased } from '../../session/use-hold.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Segmented } from '../../ui/fields/segmented.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { FormMessage } from './form-message.tsx';
import styles from './password-form.module.css';
import { useForm } from './use-form.ts';

const WAYS = Object.keys(CONTACT_FIELDS) as ContactField[];

/** 立即启用全部服务: a code to a registered contact vouches for whoever has opened the account. */
export function ReleaseAccount({ hold, onDone }: { hold: HoldReply; onDone: () => void }) {
  const form = useForm('release', { code: '' });
  const ways = WAYS.filter((way) => hold[way] !== null);
  const [chosen, setChosen] = useState<ContactField | null>(null);
  const [sentTo, setSentTo] = useState('');
  const by = chosen ?? ways[0];

  const words = <Notice tone="warn">{holdWords(heldOf(hold))}</Notice>;
  if (!by) {
    return (
      <>
        {words}
        <Notice>协会核对执业证件后可以立即启用。</Notice>
        <OfficePhone when="急用的" />
      </>
    );
  }
  const send = () =>
    void form.submit(async () => {
      const sent = await call(activationEndpoints.requestReleaseCode, { body: { by } });
      setSentTo(`验证码已发送至 ${sent.sentTo}，${sent.minutes}分钟内有效。`);
    });
  const finish = () =>
    void form.submit(async () => {
      await call(activationEndpoints.releaseByCode, { body: { code: form.values.code } });
      noteReleased();
      showToast('已启用全部服务');
      onDone();
    });
  return (
    <Form onSubmit={sentTo === '' ? send : finish} label="立即启用全部服务">
      {words}
      <FormMessage text={form.message} />
      {ways.length > 1 && sentTo === '' ? (
        <Field id="release-by" label="接收方式" group>
          {() => (
            <Segmented
              id="release-by"
              label="接收方式"
              value={by}
              options={ways.map((value) => ({ value, label: CONTACT_FIELDS[value] }))}
              onChange={(value) => setChosen(ways.find((way) => way === value) ?? null)}
            />
          )}
        </Field>
      ) : null}
      {sentTo === '' ? (
        <>
          <Notice>{`验证码发送到登记的${CONTACT_FIELDS[by]} ${hold[by]}，输入后立即启用全部服务。`}</Notice>
          <Button submit className={styles.submit} busyLabel={form.isBusy && '正在发送…'}>
            发送验证码
          </Button>
        </>
      ) : (
        <>
          <Notice>{sentTo}</Notice>
          <TextField
            id={form.idOf('code')}
            label="验证码"
            kind="digits"
            value={form.values.code}
            onChange={form.set('code')}
            placeholder="6位数字"
            autoComplete="one-time-code"
            error={form.faults.code}
          />
          <Button submit className={styles.submit} busyLabel={form.isBusy && '正在启用…'}>
            立即启用
          </Button>
          <Button kind="text" onTap={() => setSentTo('')}>
            没有收到？重新发送
          </Button>
        </>
      )}
    </Form>
  );
}
