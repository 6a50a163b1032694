import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { APPLICATION_FIELDS } from '../../../bff/contract/certificate-types/enums.ts';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { call } from '../../api/client.ts';
import { Field } from '../../ui/fields/field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Box } from '../../ui/elements.tsx';
import { Skeleton } from '../../ui/sheets/blank.tsx';

/**
 * The name in Latin letters. One that the association has confirmed is offered as it stands and cannot be changed here:
 * another name would be another person. A firm asks for somebody else and types what it knows; the server compares.
 */
export function LatinNameField({
  accountId,
  value,
  onChange,
  error,
}: {
  accountId: number;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}) {
  const record = useQuery({
    queryKey: ['record', accountId],
    queryFn: () => call(registryEndpoints.showOwnRecord, {}),
  });
  const confirmed = record.data?.kind === 'lawyer' ? record.data.confirmedLatinName : '';
  useEffect(() => {
    if (confirmed !== '' && confirmed !== value) onChange(confirmed);
  });
  const frame = { id: 'latinName', label: APPLICATION_FIELDS.latinName, ...(error === undefined ? {} : { error }) };
  if (record.isPending) return <Skeleton lines={1} />;
  if (confirmed !== '') {
    return (
      <Field {...frame} group hint="已由协会核定，证明只印这一写法；如有误，请先在会员档案申请更正">
        {() => <Box>{confirmed}</Box>}
      </Field>
    );
  }
  return (
    <TextField
      {...frame}
      required
      value={value}
      onChange={onChange}
      placeholder="例如：LIN Zhiyuan"
      hint="请与护照一致；首次使用由工作人员核定"
    />
  );
}
