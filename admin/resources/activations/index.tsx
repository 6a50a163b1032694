import { KeyOutlined } from '@ant-design/icons';
import { activationEndpoints } from '../../../bff/contract/activation/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';
import { subjectPart } from '../../subjects/parts.tsx';

/** 账号开通: who has not come yet, and what waits for a second person. */
export const activations: Resource = {
  pages: [
    page('activations', activationEndpoints.listActivations, async () => (await import('./List.tsx')).ActivationList),
    page('heldAccounts', activationEndpoints.listHeld, async () => (await import('./Held.tsx')).HeldList),
    page(
      'contactChanges',
      activationEndpoints.listContactChanges,
      async () => (await import('./ContactChanges.tsx')).ContactChangeList,
    ),
    page(
      'memberChanges',
      activationEndpoints.listMemberChanges,
      async () => (await import('./MemberChanges.tsx')).MemberChangeList,
    ),
  ],
  menu: [
    {
      group: 'members',
      to: pageUrl('activations', { kind: 'firm' }),
      label: '账号开通',
      icon: <KeyOutlined />,
      endpoint: activationEndpoints.listActivations,
      waiting: ['activationRequests', 'heldAccounts', 'contactChanges', 'memberChanges'],
    },
  ],
  subjectParts: [
    subjectPart('actions', async () => (await import('./AccountOf.tsx')).AccountOf),
    subjectPart('notices', async () => (await import('./AccountOf.tsx')).WaitingContacts),
  ],
};
