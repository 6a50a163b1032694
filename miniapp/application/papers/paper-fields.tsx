import { PICKUPS, type Pickup } from '../../../bff/contract/certificates/enums.ts';
import type { FieldFaults } from '../../../bff/contract/errors.ts';
import { Field } from '../../ui/fields/field.tsx';
import { Segmented } from '../../ui/fields/segmented.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useOffice } from '../../office/use-office.ts';
import type { FormValues } from '../draft.ts';
import { OfferedMailings } from '../offers/offered-mailings.tsx';
import { PaperFees } from './paper-fees.tsx';

const WANTED = [
  { value: 'no', label: '不需要' },
  { value: 'yes', label: '需要' },
] as const;
const PICKUP_OPTIONS = Object.entries(PICKUPS).map(([value, label]) => ({ value, label }));

/** 纸质证明: number of copies and how to get them; an address only when it is mailed. */
export function PaperFields({
  accountId,
  values,
  faults,
  set,
  people,
}: {
  accountId: number;
  values: FormValues;
  faults: FieldFaults;
  set: <K extends keyof FormValues>(name: K) => (value: FormValues[K]) => void;
  /** So many lawyers get as many copies each; absent: one application. */
  people?: number;
}) {
  const office = useOffice();
  const collect = office.data ? `领取地点：${office.data.officeAddress}；时间：${office.data.officeHours}` : undefined;
  return (
    <>
      <Field id="wantsPaper" label="纸质证明" required group>
        {() => (
          <Segmented
            id="wantsPaper"
            label="纸质证明"
            value={values.wantsPaper ? 'yes' : 'no'}
            options={WANTED}
            onChange={(value) => set('wantsPaper')(value === 'yes')}
          />
        )}
      </Field>
      {values.wantsPaper ? (
        <>
          <TextField
            id="copies"
            label="申请数量"
            required
            kind="digits"
            value={values.copies}
            onChange={set('copies')}
            error={faults.copies}
          />
          <Field
            id="pickup"
            label="领取方式"
            required
            group
            error={faults.pickup}
            hint={values.pickup === 'collect' ? collect : undefined}
          >
            {() => (
              <Segmented
                id="pickup"
                label="领取方式"
                value={values.pickup}
                options={PICKUP_OPTIONS}
                onChange={(value) => set('pickup')(value as Pickup)}
              />
            )}
          </Field>
          {values.pickup === 'mail' ? (
            <>
              <OfferedMailings
                accountId={accountId}
                value={values}
                onChoose={({ recipient, phone, address }) => {
                  set('recipient')(recipient);
                  set('phone')(phone);
                  set('address')(address);
                }}
              />
              <TextField
                id="recipient"
                label="收件人"
                required
                autoComplete="name"
                value={values.recipient}
                onChange={set('recipient')}
                error={faults.recipient}
              />
              <TextField
                id="phone"
                label="收件电话"
                required
                kind="phone"
                autoComplete="tel"
                value={values.phone}
                onChange={set('phone')}
                error={faults.phone}
              />
              <TextField
                id="address"
                label="收件地址"
                required
                autoComplete="street-address"
                value={values.address}
                onChange={set('address')}
                error={faults.address}
              />
            </>
          ) : null}
          <PaperFees values={values} people={people} />
        </>
      ) : null}
    </>
  );
}
