import type { Role } from '../../contract/accounts/enums.ts';
import type { Call } from '../api.ts';
import type { Caller, Cast } from './callers.ts';

/** Who may call what, written down a second time and by hand: the contract's own words are what is being tested. */
export type Row =
  | { realm: 'public'; answer: number; call?: (cast: Cast) => Promise<Call> }
  | {
      realm: 'member' | 'staff';
      /** Everybody who gets past the door, with the answer; who is not named is refused. */
      passes: Partial<Record<Caller, number>>;
      /** The request, about something of `cast.firm`; made anew for each caller. */
      call?: (cast: Cast) => Promise<Call>;
      /** The path names one thing: then one that does not exist is asked for as well. */
      hasObject?: true;
      /** Its answer; 404 unless said otherwise. */
      missing?: number;
    };

export const answer = (status: number, ...callers: Caller[]) =>
  Object.fromEntries(callers.map((caller) => [caller, status])) as Partial<Record<Caller, number>>;
export const anyMember = answer(200, 'firm', 'other firm', 'lawyer', 'other lawyer');
/** The firm's own things: its lawyer is a stranger to them like everybody else. */
export const ownFirm = { ...answer(200, 'firm'), ...answer(404, 'other firm', 'lawyer', 'other lawyer') };
export const staff = (...roles: Role[]) => answer(200, ...roles, 'administrator');
export const anyStaff = staff('reviewer', 'registrar', 'events', 'service', 'finance');
export const newcomers = answer(200, 'new firm', 'new lawyer');

export const MEMBERS = ['firm', 'other firm', 'lawyer', 'other lawyer'] as const satisfies Caller[];
/** Past the door, and told what is missing. */
export const invalid = (...callers: Caller[]) => answer(422, ...callers);

/** A request that says nothing. */
export const nothing = async (): Promise<Call> => ({ body: {} });
/** A request for one thing by its id. */
export const id = (value: number): Call => ({ params: { id: value } });
