import { groupBy } from '../../base/group.ts';
import * as messages from '../../base/messages/lint.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Rule } from '../rule.ts';

/** The digits with their magnitude or percent sign: 1.2万个 and 12000个 are two forms, 84项 and 84 are one. */
const DIGITS = /[\d.]{1,20}(?:万亿|[万亿%])?/;

/** The same number of running text is printed alike everywhere; tables have their own unit and rounding. */
export const sameFigure: Rule = {
  name: 'sameFigure',
  ours: true,
  *text({ passages }) {
    const placed = passages
      .filter(({ role }) => role === 'body' || role === 'heading')
      .flatMap((passage) => passage.figures.map((figure) => ({ ...figure, passage })))
      .filter(({ inline }) => DIGITS.test(inline.text));
    for (const [, same] of groupBy(placed, ({ inline }) => identity(inline.figure))) {
      const forms = [...new Map(same.map((one) => [DIGITS.exec(one.inline.text)?.[0], one])).values()];
      const [, second] = forms;
      if (second)
        yield messages.sameFigure(forms.map(({ inline }) => inline.text))(
          second.passage.at(second.start, second.end),
        );
    }
  },
};

/** Where it comes from and how much it is. Counts are told apart by value too: `what` need not be unique. */
function identity({ value, unit, provenance }: Figure): string {
  switch (provenance.kind) {
    case 'submission':
    case 'data':
    case 'statistic':
    case 'plan':
      return JSON.stringify([value, unit, provenance.at]);
    case 'count':
      return JSON.stringify([value, unit, provenance.what]);
    case 'derived':
      return JSON.stringify([value, unit, provenance.rule, provenance.from.map((from) => identity(from))]);
  }
}
