import Handlebars from 'handlebars';

const BODY = Handlebars.compile(
  `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{title}} · 模板预览</title>
<style>
body { margin: 0; display: grid; grid-template-columns: 240px 1fr; height: 100vh; font: 14px/1.6 system-ui, sans-serif; color: #1c2733 }
nav { overflow: auto; padding: 12px; background: #f5f7fa }
nav h2 { margin: 16px 0 4px; font-size: 12px; color: #5b6b7b }
nav a { display: block; padding: 4px 8px; color: inherit; text-decoration: none; border-radius: 4px; overflow-wrap: anywhere }
nav a[aria-current] { background: #dbe7fb }
main { display: flex; flex-direction: column; min-width: 0 }
main > dl { margin: 0; padding: 12px 16px; display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px }
dt { color: #5b6b7b } dd { margin: 0 }
.drawn { flex: 1; display: flex; min-height: 0 }
iframe { flex: 1; border: 0; background: #fff }
pre { flex: 1; margin: 0; padding: 16px; overflow: auto; white-space: pre-wrap; background: #f5f7fa }
@media (max-width: 700px) {
  body { display: block; height: auto } .drawn { flex-direction: column } iframe { min-height: 80vh }
}
</style>
</head>
<body>
<nav aria-label="模板">
<h2>打印</h2>
{{#each printed}}<a href="/{{name}}"{{#if isOpen}} aria-current="page"{{/if}}>{{label}}</a>{{/each}}
<h2>页面</h2>
{{#each pages}}<a href="/{{name}}"{{#if isOpen}} aria-current="page"{{/if}}>{{label}}</a>{{/each}}
<h2>邮件与消息</h2>
{{#each mails}}<a href="/mail/{{name}}"{{#if isOpen}} aria-current="page"{{/if}}>{{name}}</a>{{/each}}
</nav>
<main>
{{#if fault}}<pre>{{fault}}</pre>{{/if}}
{{#if pdf}}<div class="drawn"><iframe src="{{pdf}}" title="{{title}}"></iframe></div>{{/if}}
{{#if html}}<div class="drawn"><iframe srcdoc="{{html}}" title="{{title}}"></iframe></div>{{/if}}
{{#if mail}}
<dl><dt>主题</dt><dd>{{mail.subject}}</dd>{{#if mail.inbox}}<dt>收件箱</dt><dd>{{mail.inbox}}</dd>{{/if}}</dl>
<div class="drawn"><iframe srcdoc="{{mail.html}}" title="{{title}}"></iframe><pre>{{mail.text}}</pre></div>
{{/if}}
</main>
<script>
// The server is started anew after an edit: when it is back, so is the page.
let lost = false;
const changes = new EventSource('/changes');
changes.onerror = () => { lost = true };
changes.onopen = () => { if (lost) location.reload() };
</script>
</body>
</html>
`,
  { strict: false },
);

interface Entry {
  name: string;
  label?: string;
  isOpen: boolean;
}

/** The page around one drawing. Everything in it is text but for the mail's own page, which stands in a frame. */
export const drawPage = (page: {
  title: string;
  printed: Entry[];
  pages: Entry[];
  mails: Entry[];
  pdf?: string;
  /** A page of ours, as a browser gets it. */
  html?: string;
  mail?: { subject: string; text: string; html: string; inbox: string | null };
  fault?: string;
}): string => BODY(page);
