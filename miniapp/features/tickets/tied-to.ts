import { SECTION_KEYS } from '../../../bff/contract/profile/profile.ts';
import { TIE_KINDS, type Tie, type Tied, type TieKind } from '../../../bff/contract/tickets/ties.ts';
import { pageUrl } from '../../addresses.ts';

/** What the address says a new ticket is about, `activity:5`; null: nothing that there is. */
export function readTie(text: string | undefined): Tie | null {
  const [, kind, key] = /^([a-z]+):([A-Za-z0-9]{1,20})$/.exec(text ?? '') ?? [];
  if (kind === undefined || key === undefined || !Object.hasOwn(TIE_KINDS, kind)) return null;
  return { kind: kind as TieKind, key };
}

/** The page of this client that shows what a ticket is about; null: it has none of its own. */
export function tiedPage({ kind, key }: Tied): string | null {
  if (kind === 'application') return pageUrl('application', { id: Number(key) });
  if (kind === 'activity') return pageUrl('activity', { id: Number(key) });
  if (kind === 'claim') return pageUrl('hoursClaim', { id: Number(key) });
  if (kind === 'ticket') return pageUrl('ticket', { id: Number(key) });
  if (kind === 'photo') return pageUrl('photo');
  if (kind === 'payment') return null;
  const section = SECTION_KEYS.find((one) => one === key);
  return section ? pageUrl('profileSection', { section }) : null;
}
