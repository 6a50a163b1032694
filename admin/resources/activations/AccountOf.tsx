import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { CONTACT_FIELDS } from '../../../bff/contract/activation.ts';
import { activationEndpoints } from '../../../bff/contract/endpoints/activation.ts';
import type { SubjectKind } from '../../../bff/contract/enums.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { ResetMemberPassword } from '../staff/ResetMemberPassword.tsx';
import { Decide } from './ContactChanges.tsx';
import { HandOver } from './HandOver.tsx';

interface Member {
  kind: SubjectKind;
  id: number;
  name: string;
}

function useActivation({ kind, id }: Member) {
  const may = useMay()(activationEndpoints.showActivation);
  return useQuery({
    queryKey: ['activations', 'of', kind, id],
    queryFn: () => call(activationEndpoints.showActivation, { query: { kind, id } }),
    enabled: may,
  }).data;
}

/** What brings a member in: a code for the first use, a new password for whoever has come already. */
export function AccountOf(member: Member) {
  const activation = useActivation(member);
  if (activation === undefined) return null;
  return activation ? (
    <HandOver row={activation} isLarge />
  ) : (
    <ResetMemberPassword kind={member.kind} id={member.id} name={member.name} />
  );
}

/** Contacts of this member that were changed and wait for a second person. */
export function WaitingContacts(member: Member) {
  const may = useMay()(activationEndpoints.decideContactChange);
  const waiting = useActivation(member)?.waiting ?? [];
  return waiting.map((row) => (
    <Alert
      key={row.id}
      type="warning"
      showIcon
      role="note"
      title={`${CONTACT_FIELDS[row.field]}改为 ${row.newValue}，${row.askedByName} 提出：会员尚未开通账号，须由另一人复核后采用`}
      action={may && <Decide row={row} />}
    />
  ));
}
