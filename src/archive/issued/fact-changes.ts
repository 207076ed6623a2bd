/** What was reported or judged otherwise when papers went out. */
import type { Fact } from '../../model/archive/issued.ts';
import type { FactChange } from '../../model/erratum.ts';

/**
 * In the order of what is known now; what is known no more comes last. What went out before statistics were noted has none to
 * be held against.
 */
export function factsChanged(was: readonly Fact[], is: readonly Fact[]): FactChange[] {
  const before = new Map(was.map((fact) => [fact.key, fact]));
  const now = new Set(is.map(({ key }) => key));
  const noted = was.some(({ kind }) => kind === 'statistic');
  const compared = noted ? is : is.filter(({ kind }) => kind !== 'statistic');
  return [
    ...compared.flatMap((fact): FactChange[] => {
      const old = before.get(fact.key)?.text ?? null;
      return old === fact.text ? [] : [{ fact, was: old, is: fact.text }];
    }),
    ...was.filter(({ key }) => !now.has(key)).map((fact) => ({ fact, was: fact.text, is: null })),
  ];
}
