/** A rule of the lint: one file in rules/, one line in rules/index.ts, its words in base/messages/lint.ts or lint-text.ts. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Unit } from '../model/unit.ts';
import type { Finding, Passage, Text } from './passage.ts';

/** Words to avoid and what to write instead (templates/lint.yaml). */
export interface Phrase {
  pattern: RegExp;
  words: string;
  advice: string;
}

export interface LintSettings {
  /** Names of rules that are switched off. */
  off: ReadonlySet<string>;
  phrases: readonly Phrase[];
  units: readonly Pick<Unit, 'name' | 'fullName' | 'aliases'>[];
  /** Whether a piece of a document's text stands like that in the plan or in a return: then it is not ours to mend. */
  quoted: (text: string) => boolean;
}

export interface Rule {
  /** Code of its diagnostics, by which templates/lint.yaml switches it off. */
  name: string;
  /** About what we compose (numbers, captions, dates): stays an error in documents. Other errors become warnings there. */
  ours?: boolean;
  /** Looks at one run of text. */
  passage?: (passage: Passage, settings: LintSettings) => Iterable<Finding>;
  /** Looks at a template or document as a whole. */
  text?: (text: Text, settings: LintSettings) => Iterable<Diagnostic>;
}
