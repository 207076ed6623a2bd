/** templates/lint.yaml, the year's units and the words of plan and returns → what the rules go by. */
import { withoutThousands } from '../base/chinese/text.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { literal } from '../base/literal.ts';
import { madeOnce } from '../base/made-once.ts';
import * as messages from '../base/messages/lint.ts';
import { nearest } from '../base/nearest.ts';
import type { Origin } from '../base/origin.ts';
import type { LintFile } from '../model/lint.ts';
import type { Unit } from '../model/unit.ts';
import type { LintSettings, Phrase } from './rule.ts';
import { RULES } from './rules/index.ts';

/** Words between the parts of a phrase stay within its clause. */
const GAP = '[^，。；：、\\n\\uFFFB]{1,10}?';

/** @param at the settings file, for names of rules that do not exist */
export function lintSettings(
  file: LintFile,
  at: Origin,
  units: readonly Unit[],
  quoted: LintSettings['quoted'],
): { settings: LintSettings; diagnostics: Diagnostic[] } {
  const names = RULES.map((rule) => rule.name);
  return {
    settings: {
      off: new Set(file.rules.filter(({ on }) => !on).map(({ rule }) => rule)),
      phrases: file.phrases.map(({ words, advice }) => toPhrase(words, advice)),
      units,
      quoted,
    },
    diagnostics: file.rules
      .filter(({ rule }) => !names.includes(rule))
      .map(({ rule }) => messages.unknownRule(at, rule, nearest(rule, names))),
  };
}

function toPhrase(words: string, advice: string): Phrase {
  const parts = words.split('…').map(literal);
  return { words, advice, pattern: new RegExp(parts.join(GAP), 'gu') };
}

/**
 * Tells whether a piece of text stands in data: all strings of the given values, as they are printed (line breaks are
 * nodes of their own on a page, and numbers have lost their commas).
 */
export function quotedIn(...data: unknown[]): LintSettings['quoted'] {
  const texts = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.add(withoutThousands(value.replace(/\r?\n/g, '')));
    else if (Array.isArray(value)) value.forEach(collect);
    else if (value instanceof Map) [...value.values()].forEach(collect);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  data.forEach(collect);
  const corpus = [...texts].filter((text) => text.length > 3).join('\n');
  const known = new Map<string, boolean>();
  return (text) => madeOnce(known, text, () => corpus.includes(withoutThousands(text)));
}
