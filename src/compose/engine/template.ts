/**
 * Handlebars with three promises: what data prints becomes a token (never Markdown), an unknown name is a diagnostic with
 * file and line (never an empty string), and all mistakes of a template are found in one run.
 *
 * The parsed template is rewritten before it runs: `{{a.b}}` becomes `{{emit (need a.b …)}}`, and every argument is
 * wrapped in `need`, which notices what the data do not hold.
 */
import Handlebars from 'handlebars';
import type { Diagnostic } from '../../base/diagnostic.ts';
import * as messages from '../../base/messages/compose.ts';
import { nearest } from '../../base/nearest.ts';
import type { Origin } from '../../base/origin.ts';
import type { ReferenceInline } from '../../model/document/inline.ts';
import type { StatisticDesk } from '../../model/statistics/statistic-desk.ts';
import type { Limits } from '../limits.ts';
import { HELPERS, type HelperName } from './helpers/index.ts';
import { STATISTIC_HELPERS } from './helpers/statistics.ts';
import { keysAlong } from './lookup.ts';
import { syntaxFault } from './syntax-fault.ts';
import { containsTokenMarks, type TokenTable } from './tokens.ts';
import { isRich, toInlines, type View } from './value.ts';

type AnyNode = hbs.AST.Node & Record<string, unknown>;

/** Names of the whole document inside an {{#each}}. */
const ROOT = '@root.';

/** Blocks of Handlebars itself that templates may use. */
const BLOCKS = ['if', 'unless', 'each', 'with'];

export interface TemplateRun {
  /** Filled with where each {{见 …}} stands, for messages of the references pass. */
  references: Map<ReferenceInline, Origin>;
  /** What 取, 余 and 短 let through. */
  limits: Limits;
  statistics?: StatisticDesk | null;
  year?: number | null;
  annexes?: readonly string[];
  /** Told of every name that is looked up, as it is written, with what is found. */
  reads?: (name: string, found: unknown) => void;
}

/**
 * Runs one template file over a view.
 * @returns Markdown in which every value is a token of `tokens`; and what was wrong.
 */
export function runTemplate(
  file: string,
  source: string,
  view: View,
  tokens: TokenTable,
  { references, limits, statistics = null, year = null, annexes = [], reads = () => {} }: TemplateRun,
): { markdown: string; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const at = (node: hbs.AST.Node): Origin => ({
    file,
    line: node.loc.start.line,
    column: node.loc.start.column + 1,
  });
  if (containsTokenMarks(source))
    return { markdown: '', diagnostics: [messages.reservedCharacter({ file })] };

  const compiled = compile(source);
  if ('error' in compiled) {
    return { markdown: '', diagnostics: [syntaxFault(file, compiled.error)] };
  }
  const { places, unknown, loose, run } = compiled;
  for (const { line, braces } of loose) diagnostics.push(messages.looseBraces({ file, line }, braces));
  for (const { node, name } of unknown) {
    const known = [...Object.keys(HELPERS), ...BLOCKS];
    diagnostics.push(messages.unknownHelper(at(node), name, nearest(name, known)));
  }
  if (diagnostics.length > 0) return { markdown: '', diagnostics };

  const helpers: Record<string, Handlebars.HelperDelegate> = {};
  helpers['need'] = function (this: unknown, value: unknown, name: string, place: number) {
    reads(name, value);
    if (value !== undefined) return value;
    const { keys, part } = keysAlong(this, view, name);
    diagnostics.push(
      messages.unknownName(at(places[place] as hbs.AST.Node), name, nearest(part, keys), keys),
    );
    return null;
  };
  helpers['emit'] = (value: unknown, name: string, place: number) => {
    const inlines = toInlines(value);
    if (inlines) return tokens.put(inlines);
    diagnostics.push(messages.notPrintable(at(places[place] as hbs.AST.Node), name));
    return '';
  };
  for (const name of Object.keys(HELPERS) as HelperName[]) {
    helpers[name] = (...args: unknown[]) => {
      const options = args.pop() as { loc: hbs.AST.SourceLocation };
      const here: Origin = { file, line: options.loc.start.line, column: options.loc.start.column + 1 };
      const outcome = HELPERS[name](args, {
        ...limits,
        statistics,
        year,
        annexes,
        at: here,
        report: (problem) => diagnostics.push(problem),
      });
      if (!outcome.ok) {
        diagnostics.push(messages.helperMisuse(here, name, outcome.expected));
        return null;
      }
      if (isRich(outcome.value))
        for (const node of outcome.value.rich) if (node.kind === 'reference') references.set(node, here);
      return outcome.value;
    };
  }

  const markdown = run(view, { helpers, allowProtoPropertiesByDefault: false });
  return { markdown, diagnostics };
}

interface Compiled {
  /** Where in the source a value is asked for, by the number that `need` and `emit` are called with. */
  places: readonly hbs.AST.Node[];
  /** Names used like a helper that are none. */
  unknown: readonly { node: hbs.AST.Node; name: string }[];
  /** Braces that would be printed as they are, since they enclose nothing. */
  loose: readonly { line: number; braces: string }[];
  run: Handlebars.TemplateDelegate;
}

/** By source: a sheet of one page is written a dozen times from the same few files, for every track. */
const compilations = new Map<string, Compiled | { error: unknown }>();
/** Far more than a pack has files; only a program that runs for days comes near it. */
const MOST_COMPILATIONS = 1000;

function compile(source: string): Compiled | { error: unknown } {
  const known = compilations.get(source);
  if (known) return known;
  if (compilations.size >= MOST_COMPILATIONS) compilations.clear();
  const compiled = compileAnew(source);
  compilations.set(source, compiled);
  return compiled;
}

function compileAnew(source: string): Compiled | { error: unknown } {
  try {
    const program = Handlebars.parse(source);
    const places: hbs.AST.Node[] = [];
    const unknown: { node: hbs.AST.Node; name: string }[] = [];
    const loose = looseIn(program);
    rewrite(program as unknown as AnyNode, places, (node, name) => unknown.push({ node, name }));
    const run = Handlebars.create().compile(program, { noEscape: true, preventIndent: true });
    return { places, unknown, loose, run };
  } catch (error) {
    return { error };
  }
}

/** Full-width ones, as a Chinese keyboard writes them, and what closes without having been opened. */
const LOOSE = /｛[｛{]|\{｛|｝[｝}]|\}｝|\}\}/g;

function looseIn(program: hbs.AST.Program): Compiled['loose'] {
  const found: { line: number; braces: string }[] = [];
  class Texts extends Handlebars.Visitor {
    override ContentStatement({ original, loc }: hbs.AST.ContentStatement): void {
      const written = String(original);
      for (const { 0: braces, index } of written.matchAll(LOOSE))
        found.push({ line: loc.start.line + written.slice(0, index).split('\n').length - 1, braces });
    }
  }
  new Texts().accept(program);
  return found;
}

/** Wraps what the program prints and looks up; reports names used like a helper that are none. */
function rewrite(
  node: AnyNode,
  places: hbs.AST.Node[],
  unknown: (at: hbs.AST.Node, name: string) => void,
): void {
  const visit = (child: unknown): void => rewrite(child as AnyNode, places, unknown);
  switch (node.type) {
    case 'Program':
      for (const child of node['body'] as unknown[]) visit(child);
      return;
    case 'MustacheStatement': {
      const call = node as unknown as hbs.AST.MustacheStatement;
      const name = (call.path as hbs.AST.PathExpression).original;
      // Helpers of statistics have short names that data use as well; without arguments they are names of data.
      const isCall = call.params.length > 0 || (name in HELPERS && !(name in STATISTIC_HELPERS));
      if (isCall && !(name in HELPERS)) unknown(call, name);
      wrapArguments(call, places, unknown);
      const inner = isCall ? subExpression(call.path, call.params, call) : needed(call.path, places);
      places.push(call);
      call.path = path('emit', call);
      call.params = [inner, text(name, call), number(places.length - 1, call)];
      call.hash = undefined as unknown as hbs.AST.Hash;
      return;
    }
    case 'BlockStatement': {
      const block = node as unknown as hbs.AST.BlockStatement;
      const name = (block.path as hbs.AST.PathExpression).original;
      if (!BLOCKS.includes(name)) unknown(block, name);
      wrapArguments(block, places, unknown);
      visit(block.program);
      if (block.inverse) visit(block.inverse);
      return;
    }
    case 'PartialStatement':
    case 'PartialBlockStatement':
    case 'Decorator':
    case 'DecoratorBlock':
      unknown(node, '>');
      return;
    default:
      return;
  }
}

function wrapArguments(
  call: { params: hbs.AST.Expression[] },
  places: hbs.AST.Node[],
  unknown: (at: hbs.AST.Node, name: string) => void,
): void {
  call.params = call.params.map((param) => {
    if (param.type === 'PathExpression') return needed(param, places);
    if (param.type === 'SubExpression') {
      const inner = param as hbs.AST.SubExpression;
      const name = (inner.path as hbs.AST.PathExpression).original;
      if (!(name in HELPERS)) unknown(inner, name);
      wrapArguments(inner, places, unknown);
    }
    return param;
  });
}

/** `a.b` → `(need a.b "a.b" place)`; `this` and `@index` always exist, `@root.a` need not. */
function needed(expression: hbs.AST.Expression, places: hbs.AST.Node[]): hbs.AST.Expression {
  const original = (expression as hbs.AST.PathExpression).original;
  const given = original === 'this' || (original.startsWith('@') && !original.startsWith(ROOT));
  if (expression.type !== 'PathExpression' || given) return expression;
  places.push(expression);
  return subExpression(
    path('need', expression),
    [expression, text(original.replace(ROOT, ''), expression), number(places.length - 1, expression)],
    expression,
  );
}

const subExpression = (
  target: hbs.AST.Expression,
  params: hbs.AST.Expression[],
  from: hbs.AST.Node,
): hbs.AST.SubExpression =>
  ({ type: 'SubExpression', path: target, params, loc: from.loc }) as unknown as hbs.AST.SubExpression;
const path = (name: string, from: hbs.AST.Node): hbs.AST.PathExpression => ({
  type: 'PathExpression',
  data: false,
  depth: 0,
  parts: [name],
  original: name,
  loc: from.loc,
});
const text = (value: string, from: hbs.AST.Node): hbs.AST.StringLiteral => ({
  type: 'StringLiteral',
  value,
  original: value,
  loc: from.loc,
});
const number = (value: number, from: hbs.AST.Node): hbs.AST.NumberLiteral => ({
  type: 'NumberLiteral',
  value,
  original: value,
  loc: from.loc,
});
