/** :::row … ::: two charts side by side. */
import * as messages from '../../base/messages/compose.ts';
import type { Directive } from './directive.ts';

export const row: Directive = (call, { at, report }) => {
  const charts = call.children.flatMap((child) => (child.kind === 'chart' ? [child] : []));
  if (charts.length !== 2 || charts.length !== call.children.length)
    report(messages.badAttribute(at, call.name, '内容', `${call.children.length}项`, '两个 ::chart'));
  return charts.map((chart) => ({ ...chart, half: true }));
};
