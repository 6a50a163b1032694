import { columnOf } from '../../../contract/form-reading/fields.ts';
import { rowTitle, valueWords } from '../../../contract/form-reading/words.ts';
import { NO_SETTINGS, wholeSection, type FieldSettings } from '../../../contract/profile/field-settings.ts';
import type { WholeSections } from '../../profiles/drafts/read-whole-sections.ts';
import type { DataTable } from './gather.ts';
import { columnLabel, readRow } from './words/read-row.ts';

/** What is put into the file besides pictures and attachments. */
export interface Bundle {
  madeAt: string;
  name: string;
  licenceNo: string;
  /** 信息补全 whole, what is encrypted opened: the working copy, section by section. */
  sections: WholeSections;
  tables: DataTable[];
  /** What the office has set of fields: choices of its own have their words there. Absent in files of before. */
  fields?: FieldSettings;
  withheld: [string, string][];
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => `&#${one.codePointAt(0) ?? 0};`);

/** The whole as one page that opens anywhere, for people; the same stands beside it as JSON, for programs. */
export function readablePage(bundle: Bundle): string {
  const { madeAt, name, licenceNo, tables, withheld } = bundle;
  const reasons = new Set(withheld.map(([, why]) => why));
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>我的信息：${escaped(name)}</title>
<style>
body { font: 15px/1.6 sans-serif; max-width: 960px; margin: 24px auto; padding: 0 16px; color: #1b2430; }
h2 { border-bottom: 1px solid #e4e7ec; margin-top: 32px; }
table { border-collapse: collapse; margin: 0 0 16px; width: 100%; }
td { border: 1px solid #e4e7ec; padding: 4px 8px; vertical-align: top; word-break: break-all; }
td:first-child { width: 30%; color: #4a5565; }
</style>
<h1>我的信息</h1>
<p>${escaped(name)}，执业证号 ${escaped(licenceNo)}。生成于 ${escaped(madeAt)}。本文件含有敏感信息，请妥善保管。</p>
${sectionsPart(bundle)}
${tables.map(tablePart).join('\n')}
<h2>没有提供的内容和理由</h2>
<table>
<tr><td>身份证件的照片、扫描件</td><td>容易外泄，满24小时后在“我的个人信息”另行申请</td></tr>
<tr><td>针对您的投诉、工作人员的内部备注</td><td>涉及他人或协会内部的工作</td></tr>
${[...reasons].map((why) => `<tr><td>其他记录</td><td>${escaped(why)}</td></tr>`).join('\n')}
</table>
</html>
`;
}

/** The same for programs: everything as it is held, with what each name is called beside it. */
export function labelledJson(bundle: Bundle): string {
  const { sections, tables, fields = NO_SETTINGS } = bundle;
  const labelled = {
    ...bundle,
    sections: sections.map((one) => {
      const section = wholeSection(one.key, fields);
      const labels = Object.fromEntries(section.fields.map((field) => [field.key, columnOf(field)]));
      return { label: section.label, labels, ...one };
    }),
    tables: tables.map((one) => ({ ...one, labels: labelsOf(one) })),
  };
  return JSON.stringify(labelled, null, 2);
}

function labelsOf({ table, rows: [first = {}] }: DataTable): Record<string, string> {
  const named = Object.keys(first).map((column) => [column, columnLabel(table, column)] as const);
  return Object.fromEntries(named.filter((one): one is [string, string] => one[1] !== null));
}

function sectionsPart({ sections, fields = NO_SETTINGS }: Bundle): string {
  return sections
    .map(({ key, rows, saidNone }) => {
      const section = wholeSection(key, fields);
      if (rows.length === 0) return `<h2>${escaped(section.label)}</h2>\n<p>${saidNone ? '本人无此项' : '未填写'}</p>`;
      const shown = rows.map((row) => {
        const lines = section.fields.flatMap((field) => {
          const words = field.kind === 'photo' ? '' : valueWords(field, row.values[field.key]);
          return words === '' ? [] : [`<tr><td>${escaped(columnOf(field))}</td><td>${escaped(words)}</td></tr>`];
        });
        const title = section.shape === 'list' ? `<h3>${escaped(rowTitle(section, row))}</h3>\n` : '';
        return `${title}<table>\n${lines.join('\n')}\n</table>`;
      });
      return `<h2>${escaped(section.label)}</h2>\n${shown.join('\n')}`;
    })
    .join('\n');
}

function tablePart({ table, label, rows, leftOut }: DataTable): string {
  const shown = rows.map((row) => {
    const cells = readRow(table, row).map(
      ([name, words]) => `<tr><td>${escaped(name)}</td><td>${escaped(words)}</td></tr>`,
    );
    return `<table>\n${cells.join('\n')}\n</table>`;
  });
  const without = [...new Set(Object.values(leftOut))];
  const note = without.length === 0 ? '' : `<p>部分内容没有提供：${escaped(without.join('；'))}</p>\n`;
  return `<h2>${escaped(label)}（${rows.length}条）</h2>\n${note}${shown.join('\n')}`;
}
