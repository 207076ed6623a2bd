import type { PageBreakBlock } from '../../../model/document/document.ts';

export function pageBreakHtml(_block: PageBreakBlock): string {
  return '<div class="page-break"></div>';
}
