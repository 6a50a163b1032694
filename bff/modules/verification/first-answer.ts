import { readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { toShanghaiMinute, toShanghaiSecond } from '../../contract/dates.ts';
import { quoted, toChineseDate, toYuan } from '../../contract/text.ts';
import {
  answerOf,
  documentOf,
  testMarkOf,
  type Answer,
  type KnownDocument,
} from '../../contract/verification/answers.ts';
import type {
  KnownCertificate,
  KnownForm,
  KnownReceipt,
  VerificationReply,
} from '../../contract/verification/replies.ts';
import { root } from '../../platform/paths.ts';

export interface Asked {
  reply: VerificationReply;
  /** The page's whole address, for the record that somebody prints. */
  page: string;
  association: string;
  associationEnglish: string;
}

/**
 * The answer to a certificate's link as finished HTML: read, printed and trusted without a script, by an old browser and
 * while the client loads. The client finds the reply in it, shows the same and takes it away
 * (miniapp/platform/first-paint/first-answer.h5.ts).
 */
export function composeFirstAnswer({ reply, page, association, associationEnglish }: Asked): string {
  const answer = answerOf(reply, 'link');
  const known = documentOf(reply);
  return template({
    css: CSS,
    // A closing tag in somebody's name must not end the script.
    json: JSON.stringify(reply).replace(/</g, '\\u003c'),
    association,
    associationEnglish,
    answer,
    shape: SHAPES[answer.shape],
    testMark: testMarkOf(known) ?? null,
    content: known ? contentOf(known, page) : null,
  });
}

function contentOf(known: KnownDocument, page: string) {
  if ('receipt' in known) return receiptContent(known, page);
  return 'form' in known ? formContent(known, page) : certificateContent(known, page);
}

interface Fact {
  label: string;
  value: string;
  isLong: boolean;
}
const fact = (label: string, value: string): Fact => ({ label, value, isLong: false });
const long = (label: string, value: string): Fact => ({ label, value, isLong: true });
const inBeijing = (time: string) => `${time}（北京时间 Beijing time）`;
const minute = (instant: string) => inBeijing(toShanghaiMinute(Date.parse(instant)));
const second = (instant: string) => inBeijing(toShanghaiSecond(Date.parse(instant)));
const yuan = (fen: number) => `${toYuan(fen)} 元 (CNY)`;

function certificateContent({ certificate, checkedAt }: KnownCertificate, page: string) {
  const { paragraphs, table, english, roster, applicantPurpose } = certificate;
  return {
    heading: '证明内容 What it says',
    letter: {
      association: certificate.association,
      title: certificate.title,
      before: paragraphs.slice(0, table?.after),
      table: table && { title: null, columns: table.columns, rows: table.rows },
      after: table ? paragraphs.slice(table.after) : [],
      english,
      issuedOn: toChineseDate(certificate.issuedOn),
    },
    purpose: applicantPurpose === null ? null : quoted(applicantPurpose),
    facts: [
      fact('编号 Number', certificate.number),
      fact('类型 Type', certificate.typeLabel),
      fact('出具时间 Issued', minute(certificate.issuedAt)),
      fact('核验时间 Verified', second(checkedAt)),
      long('核验网址 Page', page),
      fact('页数 Pages', String(certificate.pages)),
      fact('签名者 Signer', certificate.signer),
      long('文件摘要 SHA-256', certificate.sha256),
    ],
    roster,
  };
}

function receiptContent({ receipt, refundedFen, checkedAt }: KnownReceipt, page: string) {
  return {
    heading: '收据内容 What it says',
    letter: null,
    purpose: null,
    facts: [
      fact('编号 Number', receipt.number),
      fact('开具单位 Issued by', receipt.association),
      fact('缴费人 Payer', receipt.payer),
      fact(receipt.about.label, receipt.about.value),
      ...receipt.lines.map(({ what, amountFen }, index) =>
        fact(index === 0 ? '项目 Item' : `项目${index + 1} Item ${index + 1}`, `${what}：${yuan(amountFen)}`),
      ),
      fact('合计 Total', yuan(receipt.amountFen)),
      fact('已退款 Refunded', yuan(refundedFen)),
      fact('支付方式 Paid by', '微信支付 WeChat Pay'),
      fact('支付时间 Paid at', second(receipt.paidAt)),
      fact('商户订单号 Order', receipt.orderNo),
      fact('支付订单号 Transaction', receipt.transactionNo),
      fact('开具时间 Issued', minute(receipt.issuedAt)),
      fact('核验时间 Verified', second(checkedAt)),
      long('核验网址 Page', page),
      fact('签名者 Signer', receipt.signer),
      long('文件摘要 SHA-256', receipt.sha256),
    ],
    roster: null,
  };
}

function formContent({ form, checkedAt }: KnownForm, page: string) {
  return {
    heading: '登记表出具情况 How it was issued',
    letter: null,
    purpose: null,
    facts: [
      fact('编号 Number', form.number),
      fact('文件 Document', `律师基本信息登记表（${form.copy}）`),
      fact('出具单位 Issued by', form.association),
      fact('姓名 Name', form.name),
      fact('执业证号 Licence No.', form.licenceNo),
      fact('执业机构 Firm', form.firm),
      fact('审核通过 Approved', form.approvedOn),
      fact('出具时间 Issued', minute(form.issuedAt)),
      fact('核验时间 Verified', second(checkedAt)),
      long('核验网址 Page', page),
      fact('签名者 Signer', form.signer),
      long('文件摘要 SHA-256', form.sha256),
    ],
    roster: null,
  };
}

const read = (file: string) => readFileSync(path.join(root, 'bff/templates/first-answer', file), 'utf8');
const CSS = read('page.css').replace(/\n/g, '');
const compiled = Handlebars.compile(read('page.html'), { strict: true });
const partials = { table: Handlebars.compile(read('table.html'), { strict: true }) };
const template = (values: object): string => compiled(values, { partials });

const drawn = (paths: string) => `<svg viewBox="0 0 44 44" aria-hidden="true">${paths}</svg>`;
const round = (paths: string) => drawn(`<circle cx="22" cy="22" r="19"/>${paths}`);
/** The same shapes as the client's marks: a tick, an exclamation mark, a cross, a clock. */
const SHAPES: Record<Answer['shape'], string> = {
  check: drawn('<path d="M6 22l10 10 22-22"/>'),
  bang: round('<path d="M22 12v13M22 31v.5"/>'),
  cross: drawn('<path d="M9 9l26 26M35 9L9 35"/>'),
  clock: round('<path d="M22 12v10l7 4"/>'),
};
