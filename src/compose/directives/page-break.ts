/** ::page-break */
import type { Directive } from './directive.ts';

export const pageBreak: Directive = () => [{ kind: 'pageBreak' }];
