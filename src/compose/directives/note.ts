/** :::note … ::: small print: method notes, statements on the data. */
import type { Directive } from './directive.ts';

export const note: Directive = (call) =>
  call.children.map((child) => (child.kind === 'paragraph' ? { ...child, style: 'fine' as const } : child));
