/** ::page-break */
import type { Directive } from './index.ts';

export const pageBreak: Directive = () => [{ kind: 'pageBreak' }];
