import type { ActivityInput } from '../../../bff/contract/activities/schemas.ts';

/** What somebody did, or what was done with his registration, so many hours from now. */
export interface DemoAct {
  who: string;
  does:
    | 'cancels'
    | 'declines'
    | 'lets it expire'
    | 'asks for leave'
    | 'is admitted'
    | 'is refused'
    | 'is removed'
    | 'is let in at the door';
  at: number;
}

/** An activity of the demo association; hours count from now, earlier ones are negative. */
export interface DemoActivity {
  title: string;
  kind: ActivityInput['kind'];
  speakers?: string;
  details: string;
  /** Sign-up begins and ends, the activity begins; it takes three hours. */
  opens: number;
  closes: number;
  begins: number;
  capacity: number;
  more?: Partial<Omit<ActivityInput, 'groups'>> & { groups?: Omit<ActivityInput['groups'][number], 'feeFen'>[] };
  /** Of each registration, in fen. */
  feeFen?: number;
  /** Who signs up by himself, an hour after the beginning of sign-up, in this order. */
  signedUp?: { login: string; answers?: Record<string, string> }[];
  /** Of whom of its lawyers the firm says, after them, that they take part. */
  byFirm?: { firm: string; lawyers: string[] };
  /** Whom the office added by hand, by licence number. */
  added?: string[];
  /** What became of them. */
  acts?: DemoAct[];
  /** Who of them came; absent: nothing was recorded. */
  came?: string[];
  /** What is attached: sheets of paper with these lines. */
  attachments?: { name: string; lines: string[] }[];
  /** What is done then. */
  then?:
    | 'leave-draft'
    | 'leave-pending'
    | 'cancel'
    | 'hide'
    | 'free-a-seat'
    | 'move'
    | 'draw'
    | 'end-waiting'
    | 'tell'
    | 'read-meeting';
}
