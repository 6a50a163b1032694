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
  }[matter];
  if (!setting) return null;
  const [id = '', list = ''] = setting.split(':');
  const fields = list.split(',').map((pair) => pair.split('=') as [string, TemplateField]);
  return { id, fields };
}

/** Ids that the mini-program asks for; WeChat takes three at most in one question. */
export function templateIds(): string[] {
  const matters: TemplateMatter[] = ['decided', 'paper', 'standing'];
  return matters.flatMap((matter) => templateOf(matter)?.id ?? []);
}
