import { useQuery } from '@tanstack/react-query';
import { addMonths } from '../../bff/contract/dates.ts';
import { APPLICATION_FIELDS } from '../../bff/contract/certificate-types/enums.ts';
import { registryEndpoints } from '../../bff/contract/registry/endpoints.ts';
import { call } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Box, DateInput } from '../ui/elements.tsx';
import { Field } from '../ui/fields/field.tsx';
import { today } from '../ui/times.ts';
import styles from './since-field.module.css';

interface Since {
  since: string;
  sinceFirstPractice: boolean;
}

type Choice = Partial<Since> & { label: string };

/** 起始时间: a day, or one of the three that are asked for most. */
export function SinceField({
  accountId,
  value,
  onChange,
  error,
}: {
  accountId: number;
  value: Since;
  onChange: (changed: Partial<Since>) => void;
  error: string | undefined;
}) {
  const firstDay = useFirstDay(accountId);
  const choices: Choice[] = [
    { label: '近一年', since: addMonths(today(), -12), sinceFirstPractice: false },
    { label: '近三年', since: addMonths(today(), -36), sinceFirstPractice: false },
  ];
  if (firstDay) choices.push(firstDay);
  return (
    <Field
      id="since"
      label={APPLICATION_FIELDS.since}
      required
      {...(error === undefined ? {} : { error })}
      hint="证明自该日起至作出之日的情况"
    >
      {(binding) => (
        <>
          <DateInput {...binding} value={value.since} max={today()} onChange={(since) => onChange({ since })} />
          <Box className={styles.choices}>
            {choices.map(({ label, ...changed }) => (
              <Button key={label} kind="secondary" onTap={() => onChange(changed)}>
                {label}
              </Button>
            ))}
          </Box>
          {value.sinceFirstPractice ? (
            <Box className={styles.later}>
              其后首次执业的律师为各自首次执业之日
              <Button kind="text" onTap={() => onChange({ sinceFirstPractice: false })}>
                取消
              </Button>
            </Box>
          ) : null}
        </>
      )}
    </Field>
  );
}

/** The first day there is: of a lawyer's practice, of a firm. Its lawyers who began later count from their own first day. */
function useFirstDay(accountId: number): Choice | null {
  const { data } = useQuery({
    queryKey: ['record', accountId],
    queryFn: () => call(registryEndpoints.showOwnRecord, {}),
  });
  if (!data) return null;
  return data.kind === 'lawyer'
    ? { label: '自执业起', since: data.firstPractisedOn }
    : { label: '自设立起', since: data.approvedOn, sinceFirstPractice: true };
}
