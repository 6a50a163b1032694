import { env } from '../../env.ts';
import type { PublicSettings } from '../../contract/settings/endpoints.ts';
import { signer } from '../../platform/signer/signer.ts';
import { hasOidc } from '../../platform/oidc/provider.ts';
import { hasSms } from '../../platform/sms/sms.ts';
import { credentialsOf } from '../../platform/wechat/apps.ts';
import { activityTemplates, answerTemplates, applicationTemplates } from '../../platform/wechat/templates.ts';
import { readSettings } from './read-settings.ts';

/** What every client may know before anybody signs in. */
export async function readPublicSettings(): Promise<PublicSettings> {
  const settings = await readSettings();
  const { association, associationEnglish, registryPhone, disciplinePhone } = settings;
  const { officeAddress, officeMapPoint, officeHours, icpNumber, policeNumber } = settings;
  const { purposes, copyFeeFen, postageFen, paperPaymentDays } = settings;
  const paysOnline = Boolean(env.WECHATPAY_MCHID);
  // The links of a simulated WeChat lead nowhere.
  const hasMiniProgram = credentialsOf('mini-program') !== null && !env.SANDBOX_URL;
  return {
    association,
    associationEnglish,
    registryPhone,
    disciplinePhone,
    officeAddress,
    officeMapPoint,
    officeHours,
    icpNumber,
    policeNumber,
    purposes,
    copyFeeFen,
    postageFen,
    paperPaymentDays,
    paysOnline,
    hasMiniProgram,
    subscribeTemplates: applicationTemplates(),
    answerTemplates: answerTemplates(),
    activityTemplates: activityTemplates(),
    memberCentre: hasOidc() ? env.OIDC_NAME : null,
    hasSms: hasSms(),
    isTest: signer.isSandbox,
  };
}
