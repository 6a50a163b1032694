import { Fragment, type ReactNode } from 'react';
import type { RichNode, RichTag } from '../../../bff/contract/rich-text/tags.ts';
import { openAddress } from '../../platform/device/open-address.ts';
import { Box, Link, Tap } from '../elements.tsx';
import styles from './rich-text.module.css';

type Element = Extract<RichNode, { tag: RichTag }>;

/** What staff wrote, drawn tag by tag: nothing in it is markup to the client. */
export function RichText({ nodes }: { nodes: readonly RichNode[] }) {
  return <Box className={styles.text}>{drawAll(nodes)}</Box>;
}

const drawAll = (nodes: readonly RichNode[]): ReactNode =>
  nodes.map((node, at) => <Fragment key={at}>{'text' in node ? node.text : draw(node)}</Fragment>);

function draw(element: Element): ReactNode {
  const { tag, of, href } = element;
  switch (tag) {
    case 'br':
      return '\n';
    case 'a':
      return href === undefined ? drawAll(of) : <Address href={href}>{drawAll(of)}</Address>;
    case 'strong':
    case 'em':
    case 'u':
      return (
        <Box as="span" className={styles[tag]}>
          {drawAll(of)}
        </Box>
      );
    case 'ul':
    case 'ol':
      return <Items ordered={tag === 'ol'} of={of} />;
    case 'table':
      return (
        <Box className={styles.table} role="table">
          {rowsOf(of).map((row, at) => (
            <Box key={at} className={styles.row} role="row">
              {drawAll(row.of)}
            </Box>
          ))}
        </Box>
      );
    case 'th':
    case 'td':
      return (
        <Box className={styles[tag]} role={tag === 'th' ? 'columnheader' : 'cell'}>
          {drawAll(of)}
        </Box>
      );
    case 'h3':
    case 'h4':
      return (
        <Box as="h3" className={styles[tag]}>
          {drawAll(of)}
        </Box>
      );
    case 'p':
    case 'blockquote':
      return <Box className={styles[tag]}>{drawAll(of)}</Box>;
    default:
      return drawAll(of);
  }
}

function Items({ ordered, of }: { ordered: boolean; of: readonly RichNode[] }) {
  const items = of.filter((node): node is Element => 'tag' in node && node.tag === 'li');
  return (
    <Box className={styles.list} role="list">
      {items.map((item, at) => (
        <Box key={at} className={styles.item} role="listitem">
          <Box as="span" className={styles.sign}>
            {ordered ? `${at + 1}.` : '•'}
          </Box>
          <Box className={styles.of}>{drawAll(item.of)}</Box>
        </Box>
      ))}
    </Box>
  );
}

/** Rows, whether or not they stand in a head or a body. */
function rowsOf(of: readonly RichNode[]): Element[] {
  return of.flatMap((node) => ('text' in node ? [] : node.tag === 'tr' ? [node] : rowsOf(node.of)));
}

/** A telephone number is dialled; any other address is opened outside, or copied where nothing outside can be opened. */
function Address({ href, children }: { href: string; children: ReactNode }) {
  if (href.startsWith('tel:')) return <Link href={href}>{children}</Link>;
  return (
    <Tap className={styles.a} onTap={() => openAddress(href)}>
      {children}
    </Tap>
  );
}
