import type { Certificate } from '../../modules/certificates/model.ts';
import { issue } from '../factories/certificate.ts';
import { memberActor } from '../factories/registry.ts';
import type { Cast } from './callers.ts';
import { keepsState } from '../../platform/singletons.ts';

let issued: Promise<Certificate> | undefined;
keepsState(() => {
  issued = undefined;
});

/** One certificate of the firm for all callers: nothing of it is used up. */
export const issuedOnce = ({ firm }: Cast): Promise<Certificate> =>
  (issued ??= memberActor({ firmId: firm.id }).then((actor) => issue(actor)));
