import type { Fit } from '../../model/document/document.ts';
import type { TemplatePart } from '../../model/document/template.ts';
import type { Part } from '../passes/numbering.ts';

/** A part as written once: by itself, or for one item of its list. */
export interface WrittenPart extends Part {
  part: TemplatePart;
  fit?: Fit;
}
