import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { CONTACT_FIELDS } from '../../../bff/contract/activation/enums.ts';
import { activationEndpoints } from '../../../bff/contract/activation/endpoints.ts';
import type { SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { ResetMemberPassword } from './ResetMemberPassword.tsx';
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
  const [isHanding, setIsHanding] = useState(false);
  if (activation === undefined) return null;
  if (!activation) return <ResetMemberPassword kind={member.kind} id={member.id} name={member.name} />;
  return (
    <>
      <Button onClick={() => setIsHanding(true)}>当面发放开通码</Button>
      <HandOver member={isHanding ? activation : null} onClose={() => setIsHanding(false)} />
    </>
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
