import { toYuan } from '../../../bff/contract/text.ts';
import { toShanghaiSecond } from '../../../bff/contract/dates.ts';

/** Escapes text for HTML. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** A whole page. Everything it needs is in it: the server forbids scripts and styles from elsewhere. */
export function frame(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title><style>${STYLE}</style></head>
<body><header><a href="/sandbox" class="mark">测试环境</a><nav><a href="/sandbox">外部服务</a><a href="/sandbox/mail">测试邮箱</a><a href="/sandbox/sms">测试短信</a></nav></header>
<main><h1>${escape(title)}</h1>${body}</main></body></html>`;
}

/** A section with a heading; what has no rows says so in words. */
export function section(heading: string, rows: string[], empty: string, head = ''): string {
  const table = `<div class="scroll"><table>${head && `<thead><tr>${head}</tr></thead>`}<tbody>${rows.join('')}</tbody></table></div>`;
  return `<section><h2>${heading}</h2>${rows.length === 0 ? `<p class="none">${empty}</p>` : table}</section>`;
}

export const cells = (...values: string[]): string => `<tr>${values.map((value) => `<td>${value}</td>`).join('')}</tr>`;
export const heads = (...values: string[]): string => values.map((value) => `<th>${value}</th>`).join('');

/** A form of one button that gives a command. */
export function button(label: string, command: string, fields: Record<string, string>, back = '/sandbox'): string {
  const hidden = Object.entries({ ...fields, back })
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`)
    .join('');
  return `<form method="post" action="/sandbox/commands/${command}">${hidden}<button>${label}</button></form>`;
}

/** Beijing time of an instant, without the year. */
export const timeOf = (instant: number): string => toShanghaiSecond(instant).slice(5);

export const yuan = (fen: number): string => `¥${toYuan(fen)}`;

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f6f7f9;color:#1b2430;font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
header{display:flex;gap:24px;align-items:center;padding:0 24px;height:56px;background:#1f3a68;color:#fff}
header a{color:#fff;text-decoration:none}nav{display:flex;gap:16px}.mark{font-weight:600}
main{max-width:1120px;margin:0 auto;padding:24px}h1{font-size:24px;margin:0 0 8px}h2{font-size:18px;margin:0 0 12px}
section{background:#fff;border:1px solid #e4e7ec;border-radius:12px;padding:20px;margin-top:16px}
.lead,.none{color:#4a5565;margin:0}.scroll{overflow-x:auto}
table{width:100%;min-width:860px;border-collapse:collapse}td:first-child{white-space:nowrap}td,th{padding:8px 12px 8px 0;border-bottom:1px solid #eef0f3;text-align:left;vertical-align:middle}
th{font-weight:500;color:#4a5565;font-size:14px;white-space:nowrap}tr:last-child td{border-bottom:0}
td{font-variant-numeric:tabular-nums}code{font:14px ui-monospace,monospace;word-break:break-all}
form{display:inline-flex;gap:8px;flex-wrap:wrap;margin:2px 6px 2px 0}
button,select,input[type=text],input[type=number]{min-height:36px;padding:0 14px;border:1px solid #c4ccd8;border-radius:8px;background:#fff;font:inherit;color:inherit}
input[type=number]{width:88px}button{color:#1f3a68;cursor:pointer}button:hover{background:#eef2f8}
button.main{width:100%;min-height:52px;background:#1f7a4d;border-color:#1f7a4d;color:#fff;font-size:18px}
.good{color:#1f7a4d}.bad{color:#b3261e}.cashier{max-width:420px;margin:24px auto;text-align:center}.cashier form{display:flex;flex-direction:column;margin:16px 0 0}
.amount{font-size:40px;font-weight:600;margin:8px 0}
p a{display:flex;align-items:center;min-height:44px;color:#1f3a68}
/* On a telephone a row is a paragraph: nothing to tap lies beyond the edge. */
@media(max-width:600px){main{padding:16px}header{padding:0 16px}section{padding:16px}
table{min-width:0}thead{display:none}tr{display:block;padding:10px 0;border-bottom:1px solid #eef0f3}
td,td:first-child{display:block;padding:1px 0;border:0;white-space:normal}td:empty{display:none}button,select,input{min-height:44px}}`;
