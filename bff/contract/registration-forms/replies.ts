import { z } from 'zod';
import { day, reply } from '../reply-parts.ts';

/** 《律师基本信息登记表》 of a lawyer. */
export const ownRegistrationForm = reply('OwnRegistrationForm', {
  /** The day on which the profile was approved last; null: it was not yet. */
  approvedOn: day.nullable(),
  /** Of the usual copy; null: it is being made, or will be when it is asked for. */
  number: z.string().nullable(),
  /** Whether there is anything that 含家庭信息 would print. */
  hasFamily: z.boolean(),
});
export type OwnRegistrationForm = z.infer<typeof ownRegistrationForm>;
