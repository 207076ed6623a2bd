/** ::contents[目录]{depth=2}; lists=charts or tables for the lists of figures and tables. */
import * as messages from '../../base/messages/compose.ts';
import { plainText } from '../../model/document/inline.ts';
import type { Directive } from './directive.ts';

const LISTS = ['headings', 'dividers', 'charts', 'tables'] as const;

export const contents: Directive = (call, { at, report }) => {
  const written = call.attributes['depth'] ?? '2';
  const depth = Number(written);
  if (depth !== 1 && depth !== 2 && depth !== 3) {
    report(messages.badAttribute(at, call.name, 'depth', written, '1、2 或 3'));
    return [];
  }
  const lists = call.attributes['lists'] ?? 'headings';
  const known = LISTS.find((one) => one === lists);
  if (!known) {
    report(messages.badAttribute(at, call.name, 'lists', lists, LISTS.join('、')));
    return [];
  }
  return [{ kind: 'contents', title: plainText(call.label) || '目　录', depth, scope: '', lists: known }];
};
