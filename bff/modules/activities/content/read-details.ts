import type { RichNode } from '../../../contract/rich-text/tags.ts';
import { linesAsRichText, readRichText } from '../../../platform/rich-text/read-rich-text.ts';
import type { Activity } from '../model.ts';

/** The details of an activity as clients draw them; those from before they were rich text line by line. */
export const readDetails = ({ details, detailsBody }: Activity): RichNode[] =>
  detailsBody === null ? linesAsRichText(details) : readRichText(detailsBody);
