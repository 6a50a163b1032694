import type { PdfReader } from './incremental-update.ts';
import { mustMatch } from '../pdf/must-match.ts';

/** Changes to a tagged file that gets a signature field. */
export interface Tagged {
  /** Number → body of objects that change. */
  changed: Map<number, Buffer>;
  /** Key of the field in the parent tree. */
  structParent: number;
}

/**
 * Puts the field of the signature into the structure tree of a tagged file as a form element, the last of its document
 * (ISO 14289-1, 7.18.4). Null for a file without tags.
 */
export function tagField(
  reader: PdfReader,
  field: { widget: number; page: number },
  put: (body: string) => number,
): Tagged | null {
  const root = /\/StructTreeRoot (\d+) 0 R/.exec(reader.dictionary(reader.catalog))?.[1];
  if (root === undefined) return null;
  const tree = reader.dictionary(Number(root));
  const document = Number(mustMatch(tree, /\/K \[(\d+) 0 R\]/));
  const nums = mustMatch(tree, /\/Nums \[([^\]]*)\]/);
  const structParent = Math.max(-1, ...[...nums.matchAll(/(\d+) \d+ 0 R/g)].map(([, key]) => Number(key))) + 1;
  const element = put(
    `<< /Type /StructElem /S /Form /P ${document} 0 R /Alt <FEFF75355B507B7E7AE0> /Pg ${field.page} 0 R` +
      ` /K << /Type /OBJR /Obj ${field.widget} 0 R /Pg ${field.page} 0 R >> >>`,
  );
  const withElement = reader.dictionary(document).replace(/\/K \[([^\]]*)\]/, `/K [$1 ${element} 0 R]`);
  const withParent = tree.replace(/\/Nums \[[^\]]*\]/, `/Nums [${nums} ${structParent} ${element} 0 R]`);
  return {
    changed: new Map([
      [document, Buffer.from(withElement, 'latin1')],
      [Number(root), Buffer.from(withParent, 'latin1')],
    ]),
    structParent,
  };
}

/** The catalogue's preferences: readers show the title of the document instead of its file name. */
export const showTitle = (catalog: string): string =>
  catalog
    .replace('/ViewerPreferences <<', '/ViewerPreferences << /DisplayDocTitle true')
    .replace(/\/Suspects false/, '');

/** PDF/UA-1, and what PDF/A asks to be said about a property that it does not know itself (ISO 19005-2, 6.6.2.3). */
const PDF_UA = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of PDF/UA to which the file conforms</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

/** Number and new body of the metadata that say PDF/UA-1. Only for a file whose template is made for it. */
export function accessibleMetadata(reader: PdfReader): [number: number, body: Buffer] {
  const number = Number(mustMatch(reader.dictionary(reader.catalog), /\/Metadata (\d+) 0 R/));
  const packet = reader.stream(number).toString('utf8').replace('</rdf:RDF>', `${PDF_UA}</rdf:RDF>`);
  const head = `<< /Type /Metadata /Subtype /XML /Length ${Buffer.byteLength(packet)} >>`;
  return [number, Buffer.from(`${head}\nstream\n${packet}\nendstream`)];
}
