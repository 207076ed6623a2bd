/** What a book changes in Word's styles: headings at the left edge, in its colour, with air above them; large numbers. */
import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';
import type { Theme } from '../../../model/document/theme.ts';
import { hex, twipsOfPt } from '../parts/units.ts';
import { contentsStyle, headingStyle, STYLE } from './style-names.ts';

interface Change {
  coloured: boolean;
  /** Points above and below. */
  before: number;
  after: number;
}

export function bookStyles(options: IStylesOptions, theme: Theme): IStylesOptions {
  const { book, text } = theme;
  if (!book) return options;
  const line = text.body.line;
  const changes: Record<string, Change> = {
    [headingStyle(1, true)]: { coloured: true, before: 0, after: line * 1.9 },
    [headingStyle(1, false)]: { coloured: true, before: 0, after: line * 1.9 },
    [headingStyle(2, true)]: { coloured: true, before: line * 0.8, after: line / 3 },
    [headingStyle(2, false)]: { coloured: true, before: line * 0.8, after: line / 3 },
    [headingStyle(3, true)]: { coloured: false, before: line / 2, after: line / 6 },
    [STYLE.contentsTitle]: { coloured: true, before: line, after: line },
    [STYLE.keyFigure]: { coloured: true, before: 0, after: 0 },
    [STYLE.calloutTitle]: { coloured: true, before: 0, after: 3 },
    [contentsStyle(1)]: { coloured: false, before: 4, after: 0 },
  };
  const centred: readonly string[] = [STYLE.keyFigure];
  return {
    ...options,
    paragraphStyles: (options.paragraphStyles ?? []).map((style) => {
      const change = changes[style.id];
      if (!change) return style;
      const size = style.paragraph?.spacing?.line;
      return {
        ...style,
        run: { ...style.run, ...(change.coloured ? { color: hex(book.deep) } : {}) },
        paragraph: {
          ...style.paragraph,
          ...(centred.includes(style.id) ? {} : { alignment: AlignmentType.LEFT, indent: { firstLine: 0 } }),
          spacing: {
            ...(size === undefined ? {} : { line: size, lineRule: LineRuleType.EXACT }),
            before: twipsOfPt(change.before),
            after: twipsOfPt(change.after),
          },
        },
      };
    }),
  };
}
