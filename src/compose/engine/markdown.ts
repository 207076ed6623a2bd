/** Markdown (after the template has run) → blocks. Only what official documents use is accepted. */
import type { Heading, List, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Diagnostic } from '../../base/diagnostic.ts';
import * as messages from '../../base/messages/compose.ts';
import type { Origin } from '../../base/origin.ts';
import type { Block, TableCell } from '../../model/document/document.ts';
import type { Inline } from '../../model/document/inline.ts';
import { type TokenTable, withoutTokens } from './tokens.ts';

/** A `::name[label]{attributes}` of a template, with everything resolved. */
export interface DirectiveCall {
  name: string;
  /** The text in [ ]: a caption or title. */
  label: Inline[];
  attributes: Record<string, string>;
  /** What stands between ::: and ::: */
  children: Block[];
  line: number;
}

type Node = RootContent | PhrasingContent;

/** Answers a directive with blocks. */
type DirectiveRunner = (call: DirectiveCall) => Block[];

interface Conversion {
  file: string;
  /** The template as it was written: running it moves lines. */
  source: string;
  tokens: TokenTable;
  directive: DirectiveRunner;
  diagnostics: Diagnostic[];
}

const plain = unified().use(remarkParse).use(remarkDirective).use(remarkCjkFriendly).freeze();
const extended = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkDirective)
  .use(remarkCjkFriendly)
  .freeze();
/** What tables and all else that GFM adds cannot be written without; looking for them takes a quarter of the time. */
const MAY_BE_EXTENDED = /[|~@]|:-|-:|\[[\^ x]|www\.|https?:/i;

/** Trees by text: two thirds of what is parsed for a pack has been before, since values are no part of it. */
const parsed = new Map<string, Root>();
let length = 0;
const LONGEST = 4_000_000;

function parse(markdown: string): Root {
  const known = parsed.get(markdown);
  if (known) return known;
  if (length > LONGEST) {
    parsed.clear();
    length = 0;
  }
  const tree = (MAY_BE_EXTENDED.test(markdown) ? extended : plain).parse(markdown);
  parsed.set(markdown, tree);
  length += markdown.length;
  return tree;
}

/** A line that was marked: [its number]. */
const MARKED = /^\s*:{2,}\p{L}[\p{L}\p{N}-]*_(\d+)/u;

/** Marks each directive with its line in the template, since running the template moves lines. */
export function markDirectiveLines(source: string): string {
  return source
    .split('\n')
    .map((line, i) => line.replace(/^(\s*:{2,}\p{L}[\p{L}\p{N}-]*)/u, `$1_${i + 1}`))
    .join('\n');
}

export function markdownToBlocks(markdown: string, conversion: Conversion): Block[] {
  return parse(markdown).children.flatMap((node) => block(node, { ...conversion, markdown }));
}

/** With what the template has become. */
type Running = Conversion & { markdown: string };

function block(node: RootContent, c: Running): Block[] {
  switch (node.type) {
    case 'heading':
      return [heading(node, c)];
    case 'paragraph':
      if (node.children.some((child) => child.type === 'text' && HALF_DIRECTIVE.test(child.value)))
        return refuse('没有写完整的 :: 指令（括号、引号应成对，::: 应有开头）', node, c);
      return [{ kind: 'paragraph', style: 'body', children: phrasing(node, c) }];
    case 'list':
      return [list(node, c)];
    case 'table':
      return [table(node, c)];
    case 'leafDirective':
      return c.directive(call(node, [], labelOf(node, c), c));
    case 'containerDirective':
      return container(node, c);
    case 'html':
      return node.value.startsWith('<!--') ? [] : refuse('HTML 标记', node, c);
    case 'blockquote':
      return refuse('引用块（>）', node, c);
    case 'code':
      return refuse('代码块（缩进四格以上，或 ```）', node, c);
    case 'thematicBreak':
      return refuse('分隔线（---，分页请用 ::page-break）', node, c);
    default:
      return refuse(NAMES[node.type] ?? '这种写法', node, c);
  }
}

/** What only looks like a directive would be printed, with the number that was written into it. */
const HALF_DIRECTIVE = /(?:^|\n)\s*:{2,}/;

/** By the parser's names. */
const NAMES: Partial<Record<Node['type'], string>> = {
  image: '图片',
  imageReference: '图片',
  footnoteReference: '脚注（注用 {{注 "文字"}}）',
  footnoteDefinition: '脚注（注用 {{注 "文字"}}）',
  definition: '链接的网址',
  linkReference: '链接',
  delete: '删除线（~~）',
  inlineCode: '代码（`）',
};

function refuse(what: string, node: Node, c: Running): [] {
  c.diagnostics.push(messages.unsupportedMarkdown(placeOf(node, c), what));
  return [];
}

/** In the template: where the line stands that it begins with, as far as that is of the template's own words. */
function placeOf({ position }: Node, { file, source, markdown }: Running): Origin {
  const [first = 1, last = first] = [position?.start.line, position?.end.line];
  const [written = '', ...rest] = markdown.split('\n').slice(first - 1, last);
  const marked = [written, ...rest].flatMap((line) => MARKED.exec(line)?.[1] ?? [])[0];
  if (marked !== undefined) return { file, line: Number(marked) };
  const own = withoutTokens(written).toSorted((a, b) => b.length - a.length)[0] ?? '';
  const line = own === '' ? 0 : source.split('\n').findIndex((one) => one.includes(own)) + 1;
  return line > 0 ? { file, line } : { file };
}

function heading(node: Heading, c: Running): Block {
  const level = Math.min(node.depth, 4) as 1 | 2 | 3 | 4;
  return {
    kind: 'heading',
    level,
    id: '',
    number: '',
    children: phrasing(node, c),
    inContents: true,
    look: 'text',
  };
}

function list(node: List, c: Running): Block {
  const items = node.children.map((item) =>
    item.children.flatMap((child) =>
      child.type === 'paragraph' ? phrasing(child, c) : refuse('多段或嵌套的列表', child, c),
    ),
  );
  return { kind: 'list', ordered: node.ordered === true, items };
}

function table(node: Table, c: Running): Block {
  const [head, ...body] = node.children.map((row, i) =>
    row.children.map(
      (cell): TableCell => ({ content: [phrasing(cell, c)], colSpan: 1, rowSpan: 1, header: i === 0 }),
    ),
  );
  return {
    kind: 'table',
    id: '',
    number: '',
    caption: [],
    unitNote: '',
    columns: (head ?? []).map((_, i) => ({
      width: 1,
      align: ({ left: 'left', center: 'centre', right: 'right' } as const)[node.align?.[i] ?? 'left'],
    })),
    head: head ? [head] : [],
    body,
    notes: [],
    density: 'normal',
  };
}

function container(node: ContainerDirective, c: Running): Block[] {
  const [first, ...others] = node.children;
  const hasLabel = first?.type === 'paragraph' && first.data !== undefined && 'directiveLabel' in first.data;
  const content = hasLabel ? others : node.children;
  const children = content.flatMap((child) => block(child, c));
  return c.directive(call(node, children, hasLabel ? phrasing(first as Paragraph, c) : [], c));
}

const labelOf = (node: LeafDirective, c: Running): Inline[] => phrasing(node, c);

function call(
  node: LeafDirective | ContainerDirective,
  children: Block[],
  label: Inline[],
  c: Running,
): DirectiveCall {
  const [, name, line] = /^(.*?)(?:_(\d+))?$/s.exec(node.name) ?? [];
  const attributes = Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([key, value]) => [key, c.tokens.plain(value ?? '')]),
  );
  return { name: name ?? node.name, label, attributes, children, line: Number(line ?? 1) };
}

function phrasing(node: { children: PhrasingContent[] }, c: Running): Inline[] {
  return mergeText(node.children.flatMap((child) => inline(child, c)));
}

function inline(node: PhrasingContent, c: Running): Inline[] {
  switch (node.type) {
    case 'text':
      return c.tokens.inlines(joinLines(node.value));
    case 'strong':
      return [{ kind: 'strong', children: phrasing(node, c) }];
    case 'emphasis':
      return [{ kind: 'emphasis', children: phrasing(node, c) }];
    case 'break':
      return [{ kind: 'break' }];
    case 'textDirective':
      // “时间:abc” in running text is no directive: give the reader back what was written.
      return [{ kind: 'text', text: `:${node.name}` }, ...phrasing(node, c)];
    case 'link':
      return phrasing(node, c);
    case 'html':
      return refuse('HTML 标记', node, c);
    default:
      return refuse(NAMES[node.type] ?? '这种写法', node, c);
  }
}

/** A line end inside a paragraph is no space in Chinese. */
const joinLines = (text: string): string =>
  text.replace(/([\x21-\x7E])\n([\x21-\x7E])/g, '$1 $2').replace(/\n/g, '');

function mergeText(nodes: Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.kind === 'text' && last?.kind === 'text') last.text += node.text;
    else out.push(node.kind === 'text' ? { ...node } : node);
  }
  return out;
}
