import { expect, test } from '@jest/globals';
import { compound, docm, docx, workbook, xlsx, zipOf } from '../../test/office-files.ts';
import { PDF, PNG } from '../../test/files.ts';
import { openDocument, openFile } from './open-file.ts';

const kindOf = (file: Buffer, name = '') =>
  openDocument(file, name).then(
    ({ kind }) => kind as string,
    (error: unknown) => (error as { reason?: string }).reason,
  );
const text = { WordDocument: Buffer.alloc(5_000) };

test('documents of Word, Excel and WPS are told by what is in them, not by name', async () => {
  expect(await kindOf(await docx(), '照片.png')).toBe('docx');
  expect(await kindOf(await xlsx(), '申请.docx')).toBe('xlsx');
  expect(await kindOf(compound(text), '申请.wps')).toBe('wps');
  expect(await kindOf(compound({ Workbook: workbook('cells') }), '名单.et')).toBe('et');
  expect([await kindOf(PDF), await kindOf(PNG)]).toEqual(['pdf', 'png']);
});

test.each([
  ['a document with macros', docm(), '申请.docx', 'macro'],
  ['a program hidden in a plain document', docx({ 'word/vbaProject.bin': 'p' }), '申请.docx', 'macro'],
  ['a sheet of Excel 4 macros', xlsx({ 'xl/macrosheets/sheet1.xml': '<x/>' }), '名单.xlsx', 'macro'],
  ['a file packed into a document', docx({ 'word/embeddings/oleObject1.bin': 'MZ' }), '申请.docx', 'packed'],
  ['an archive', zipOf({ 'a.exe': 'MZ' }), '申请.docx', 'archive'],
  ['an archive of another kind', Buffer.from('377abcaf271c0004' + '00'.repeat(30), 'hex'), '材料.docx', 'archive'],
  ['slides', zipOf({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '' }), '说明.pptx', 'office'],
  ['OFD', zipOf({ 'OFD.xml': '' }), '执照.ofd', 'ofd'],
  ['WPS text with macros', compound({ ...text, VBA: Buffer.alloc(0) }), '申请.wps', 'macro'],
  ['a WPS sheet of Excel 4 macros', compound({ Workbook: workbook('program') }), '名单.et', 'macro'],
  ['one that asks for a password', compound({ EncryptedPackage: Buffer.alloc(5_000) }), '申请.docx', 'password'],
  ['an installer', compound({ Binary: Buffer.alloc(5_000) }), '申请.wps', 'office'],
  ['old Word, which WPS does not open by that name', compound(text), '申请.doc', 'old_office'],
  ['a program that is called a document', Buffer.from('MZ' + '\0'.repeat(100)), '申请.docx', 'office'],
])('%s is refused', async (_what, file, name, reason) => {
  expect(await kindOf(await file, name)).toBe(reason);
});

const relationship = (target: string, more = '', name = 'Relationship') =>
  `<${name} Id="r" Type="http://x/attachedTemplate" ${target} TargetMode="External"${more}/>`;
test.each([
  relationship('Target="https://evil.example/t.dotm"'),
  relationship("Target='https://evil.example/t.dotm'"),
  relationship('Target = "&#104;ttp://evil.example/t.dotm"'),
  relationship("Target='&#x68;ttp://evil.example/t.dotm'"),
  relationship('Target="http://evil.example/t.dotm"', '', 'r:Relationship'),
  `<Relationship Target='ftp://evil.example/&quot;t.dotm' Type="x/attached&#84;emplate"/>`,
  relationship(String.raw`Target='\\evil\share\t.dotm'`),
  relationship('Target="file://evil/t.dotm"'),
  relationship('Target="file:////evil/t.dotm"'),
  relationship('Target="//evil.example/t.dotm"'),
])('a template that is fetched from elsewhere is refused however it is spelled: %s', async (words) => {
  expect(await kindOf(await docx({ 'word/_rels/settings.xml.rels': words }), '申请.docx')).toBe('macro');
  expect(await kindOf(await docx({ 'word/_rels/Other.xml.RELS': words }), '申请.docx')).toBe('macro');
});

test('a template of the own computer is none, and neither is a link', async () => {
  const own = relationship('Target="file:///C:/Users/a/Normal.dotm"');
  const link = '<Relationship Type="x/hyperlink" Target="https://a.example" TargetMode="External"/>';
  const words = `${own}<Relationship Type="x/styles" Target="styles.xml"/>${link}`;
  expect(await kindOf(await docx({ 'word/_rels/settings.xml.rels': words }))).toBe('docx');
});

test.each([
  '<!DOCTYPE a [<!ENTITY h "http">]><a/>',
  '<?xml version="1.0" encoding="utf-7"?><a/>',
  Buffer.from('<a/>', 'utf16le').toString('latin1'),
])('what other programs read otherwise is refused: %j', async (words) => {
  expect(await kindOf(await docx({ 'word/_rels/settings.xml.rels': words }), '申请.docx')).toBe('damaged');
});

test('what is broken, and what leads in circles, ends', async () => {
  const whole = compound(text);
  for (const length of [100, 511, 512, 600, 1_024, 1_100, 2_000]) {
    expect(await kindOf(whole.subarray(0, length), '申请.wps')).toMatch(/damaged|truncated|office/);
  }
  const circle = Buffer.from(whole);
  // The directory follows upon itself.
  circle.writeUInt32LE(1, 512 + 4);
  expect(await kindOf(circle, '申请.wps')).toBe('damaged');
  const package_ = await docx();
  expect(await kindOf(package_.subarray(0, package_.length - 30))).toBe('truncated');
});

test('where proofs are asked for, documents are refused as before', async () => {
  await expect(openFile(await docx(), '申请.docx')).rejects.toMatchObject({ reason: 'office' });
  await expect(openFile(compound(text), '申请.wps')).rejects.toMatchObject({ reason: 'office' });
  for (const name of ['名单.ods', '申请.odt', '说明.pptx', '名单.et']) {
    const file = await zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' });
    await expect(openFile(file, name)).rejects.toMatchObject({ reason: 'office' });
  }
});
