import { env } from '../../env.ts';
import { clock } from '../clock/clock.ts';
import { signTc3 } from './sign-tc3.ts';

/** What texts are for; each is a template that the provider has approved. */
export type SmsTemplate = 'confirm' | 'reset' | 'activate' | 'activation' | 'notice' | 'cancelled' | 'due';

/** A text of an approved template, to a mainland number of eleven digits. */
export interface Sms {
  to: string;
  template: SmsTemplate;
  /** What stands in {1}, {2} … of the template. */
  params: string[];
  /** Of ours, answered as it is and kept with the provider's record. */
  reference: string;
}

/** The provider has refused this text for good: the same one would be refused again. */
export class SmsRefused extends Error {}

/** Waiting longer helps nobody who waits for a code. */
const TIMEOUT_MS = 5_000;
const VERSION = '2021-01-11';
/** Texts are taken in this region whatever the number's. */
const REGION = 'ap-guangzhou';
const CONTENT_TYPE = 'application/json; charset=utf-8';

/** What passes by itself: the provider's own trouble, and a second text within thirty seconds. */
const PASSING = /^(InternalError|RequestLimitExceeded|ResourceUnavailable|LimitExceeded\.PhoneNumberThirtySecondLimit)/;

interface Answer {
  Response: {
    Error?: { Code: string; Message: string };
    SendStatusSet?: { SerialNo: string; Code: string; Message: string }[];
    PullSmsSendStatusSet?: { SessionContext?: string }[];
  };
}

/** Whether texts can be sent at all. */
export const hasSms = (): boolean => env.SMS_SECRET_ID !== undefined;

/** Whether texts of this template can be sent here. */
export const hasTemplate = (template: SmsTemplate): boolean => hasSms() && templateId(template) !== undefined;

/** The provider's id of a template. A code for the first use may go by the words of any other code. */
function templateId(template: SmsTemplate): string | undefined {
  return {
    confirm: env.SMS_TEMPLATE_CONFIRM,
    reset: env.SMS_TEMPLATE_RESET,
    activate: env.SMS_TEMPLATE_ACTIVATE ?? env.SMS_TEMPLATE_CONFIRM,
    activation: env.SMS_TEMPLATE_ACTIVATION,
    notice: env.SMS_TEMPLATE_NOTICE,
    cancelled: env.SMS_TEMPLATE_CANCELLED,
    due: env.SMS_TEMPLATE_DUE,
  }[template];
}

/**
 * Hands one text to Tencent Cloud SMS (SendSms, API 3.0); answers its serial number there. Rejects when it was not
 * accepted within five seconds; then send it again, unless the fault is SmsRefused. The provider takes no key by which it
 * would know a repetition: whoever does not know whether a text was taken asks `wasTaken` first.
 */
export async function sendSms(sms: Sms): Promise<string> {
  const { SendStatusSet } = await ask('SendSms', {
    PhoneNumberSet: [`+86${sms.to}`],
    SignName: env.SMS_SIGN_NAME,
    TemplateId: templateId(sms.template),
    TemplateParamSet: sms.params,
    SessionContext: sms.reference,
  });
  const status = SendStatusSet?.[0];
  if (status?.Code === 'Ok') return status.SerialNo;
  throw refusal(status ?? { Code: 'InternalError', Message: '短信服务的答复不完整' });
}

/** Texts to one number that are looked through: a number gets ten a day. */
const LOOKED_THROUGH = 100;

/**
 * Whether the provider has taken a text with this reference since `since` (epoch ms), by what it says of the number
 * (PullSmsSendStatusByPhoneNumber). False as well where the account may not ask, or is not told references: both are
 * granted by the provider on request.
 */
export async function wasTaken({ to, reference }: Pick<Sms, 'to' | 'reference'>, since: number): Promise<boolean> {
  try {
    const { PullSmsSendStatusSet = [] } = await ask('PullSmsSendStatusByPhoneNumber', {
      BeginTime: Math.floor(since / 1000),
      Offset: 0,
      Limit: LOOKED_THROUGH,
      PhoneNumber: `+86${to}`,
    });
    return PullSmsSendStatusSet.some(({ SessionContext }) => SessionContext === reference);
  } catch (error) {
    if (error instanceof SmsRefused) return false;
    throw error;
  }
}

async function ask(action: string, fields: object): Promise<Answer['Response']> {
  const { SMS_SECRET_ID: secretId, SMS_SECRET_KEY: secretKey } = env;
  if (!secretId || !secretKey) throw new SmsRefused('短信服务未配置');
  const url = new URL(env.SMS_URL);
  const body = JSON.stringify({ SmsSdkAppId: env.SMS_APP_ID, ...fields });
  const timestamp = Math.floor(clock.now() / 1000);
  const request = { host: url.host, action, service: 'sms', contentType: CONTENT_TYPE, timestamp, body };
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: signTc3(request, { secretId, secretKey }),
      'content-type': CONTENT_TYPE,
      'x-tc-action': action,
      'x-tc-version': VERSION,
      'x-tc-region': REGION,
      'x-tc-timestamp': String(timestamp),
    },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`短信服务返回 ${answer.status}`);
  const { Response: response } = (await answer.json()) as Answer;
  if (response.Error) throw refusal(response.Error);
  return response;
}

function refusal({ Code: code, Message: words }: { Code: string; Message: string }): Error {
  const sentence = `${code}：${words}`;
  return PASSING.test(code) ? new Error(sentence) : new SmsRefused(sentence);
}
