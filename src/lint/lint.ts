/**
 * The lint of official prose, punctuation, numbers and layout (GB/T 9704-2012, 15834-2011, 15835-2011).
 * Templates are our own words and held to the rules; in composed documents the words of units and of the plan stand
 * among ours, so that a doubtful wording is a warning there, and a remark where it is quoted.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { quotedWords } from '../base/messages/lint.ts';
import type { Document } from '../model/document/document.ts';
import { documentPassages } from './document-passages.ts';
import type { Finding, Passage, Text } from './passage.ts';
import type { LintSettings, Rule } from './rule.ts';
import { RULES } from './rules/index.ts';
import { templatePassages } from './template-passages.ts';

/** More of one rule in one passage says nothing new. */
const MOST_IN_PASSAGE = 20;

/** @param text raw text of a chapter or document.yaml; Handlebars, directives and Markdown marks are skipped */
export function lintTemplate(path: string, text: string, settings: LintSettings): Diagnostic[] {
  return lintText({ kind: 'template', passages: templatePassages(path, text), blocks: [] }, settings);
}

/** The composed tree; a place is the document's name with the nearest heading and the words around. */
export function lintDocument(document: Document, settings: LintSettings): Diagnostic[] {
  return lintText({ kind: 'document', ...documentPassages(document) }, settings);
}

function lintText(text: Text, settings: LintSettings): Diagnostic[] {
  return RULES.filter((rule) => !settings.off.has(rule.name)).flatMap((rule) => [
    ...text.passages.flatMap((passage) => passageFindings(rule, passage, text.kind, settings)),
    ...(rule.text?.(text, settings) ?? []),
  ]);
}

function passageFindings(
  rule: Rule,
  passage: Passage,
  kind: Text['kind'],
  settings: LintSettings,
): Diagnostic[] {
  const told: Diagnostic[] = [];
  for (const found of rule.passage?.(passage, settings) ?? []) {
    const problem = found.tell(passage.at(found.start, found.end));
    told.push(kind === 'template' ? problem : inDocument(problem, rule, passage, found, settings));
    if (told.length === MOST_IN_PASSAGE) break;
  }
  return told;
}

function inDocument(
  problem: Diagnostic,
  rule: Rule,
  passage: Passage,
  found: Finding,
  settings: LintSettings,
): Diagnostic {
  if (isQuoted(passage.text, found, settings)) return quotedWords(problem);
  return problem.severity === 'error' && !rule.ours ? { ...problem, severity: 'warning' } : problem;
}

/** Characters around a finding by which it is looked up in the words of the plan and of the units. */
const CONTEXT = 6;

/** With as much on either side as belongs to the same quotation: the six characters may lie before, after or both. */
function isQuoted(text: string, { start, end }: Finding, { quoted }: LintSettings): boolean {
  const inner = quotation(text, start, end);
  if (inner && quoted(inner)) return true;
  for (let before = 0; before <= CONTEXT; before += 2) {
    const window = text.slice(Math.max(0, start - before), end + CONTEXT - before).replaceAll('\n', '');
    if (window.length >= 4 && quoted(window)) return true;
  }
  return false;
}

/** What stands between the “ and ” around a finding, where they are near and the finding is between them. */
function quotation(text: string, start: number, end: number): string | undefined {
  const before = /“([^“”]{0,80})$/.exec(text.slice(Math.max(0, start - 81), start + 1));
  const after = /^([^“”]{0,80})”/.exec(text.slice(end - 1, end + 81));
  return before && after
    ? `${before[1]?.slice(0, -1)}${text.slice(start, end)}${after[1]?.slice(1)}`
    : undefined;
}
