import { createElement, Fragment, type ReactNode } from 'react';
import type { RichNode } from '../../../bff/contract/rich-text/tags.ts';

/** Rich text as members read it, tag by tag. */
export const RichText = ({ nodes }: { nodes: readonly RichNode[] }) => (
  <div className="rich-text">{drawAll(nodes)}</div>
);

const drawAll = (nodes: readonly RichNode[]): ReactNode =>
  nodes.map((node, at) => <Fragment key={at}>{'text' in node ? node.text : draw(node)}</Fragment>);

function draw({ tag, href, of }: Extract<RichNode, { of: RichNode[] }>): ReactNode {
  if (tag === 'br') return <br />;
  if (tag === 'a') {
    return (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {drawAll(of)}
      </a>
    );
  }
  return createElement(tag, null, drawAll(of));
}
