import type { TemplateMatter } from '../../contract/notifications/enums.ts';
import { env } from '../../env.ts';

/** What a template can be given. */
export type TemplateField = 'number' | 'type' | 'result' | 'time' | 'remark';
export interface SubscribeTemplate {
  id: string;
  /** The template's own key (`thing2`) → our field. */
  fields: [key: string, field: TemplateField][];
}

/** The template of a matter, or null where the office has chosen none. */
export function templateOf(matter: TemplateMatter): SubscribeTemplate | null {
  const setting = {
    decided: env.WECHAT_TEMPLATE_DECIDED,
    paper: env.WECHAT_TEMPLATE_PAPER,
    standing: env.WECHAT_TEMPLATE_STANDING,
    answered: env.WECHAT_TEMPLATE_ANSWERED,
    activity: env.WECHAT_TEMPLATE_ACTIVITY,
  }[matter];
  if (!setting) return null;
  const [id = '', list = ''] = setting.split(':');
  const fields = list.split(',').map((pair) => pair.split('=') as [string, TemplateField]);
  return { id, fields };
}

/** What the mini-program asks for when an application is submitted; WeChat takes three at most in one question. */
const OF_APPLICATIONS: readonly TemplateMatter[] = ['decided', 'paper', 'standing'];
/** And when a talk begins, or a ticket is submitted. */
const OF_ANSWERS: readonly TemplateMatter[] = ['answered'];
/** And when somebody signs up for an activity, or takes a seat that was offered. */
const OF_ACTIVITIES: readonly TemplateMatter[] = ['activity'];

/** Ids that the mini-program asks for when an application is submitted. */
export const applicationTemplates = (): string[] => idsOf(OF_APPLICATIONS);
/** Ids that it asks for when somebody waits for an answer. */
export const answerTemplates = (): string[] => idsOf(OF_ANSWERS);
/** Ids that it asks for when somebody signs up for an activity. */
export const activityTemplates = (): string[] => idsOf(OF_ACTIVITIES);

const idsOf = (matters: readonly TemplateMatter[]): string[] =>
  matters.flatMap((matter) => templateOf(matter)?.id ?? []);
