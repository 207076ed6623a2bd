/**
 * 材料汇编: finished documents → one volume. Each material opens on a right-hand page after its divider; ids get a prefix
 * of their material, so that references and contents stay within it.
 */
import type { Block, ContentsBlock, Document, Section } from '../model/document/document.ts';
import { PLAIN_SECTION } from '../model/document/document.ts';
import type { Inline } from '../model/document/inline.ts';
import type { Material } from './compose.ts';

/**
 * In: the volume's own pages (cover, list of materials) and what is bound, all of it fitted already. 版记 belong to
 * documents that are issued by themselves and are left out.
 */
export function bind(frame: Document, materials: readonly Material[]): Document {
  const sections = materials.flatMap(({ document, mark, label }, i) =>
    bound(document, `m${i + 1}-`, { title: label, mark }),
  );
  return { ...frame, sections: [...frame.sections, ...sections] };
}

function bound(
  document: Document,
  prefix: string,
  { title, mark }: { title: string; mark: string },
): Section[] {
  const sections = document.sections.map(
    (section, i): Section => ({
      ...section,
      depth: 1,
      opens: i === 0 ? 'odd' : section.opens,
      blocks: section.blocks
        .filter((block) => block.kind !== 'imprint')
        .map((block) => renamed(block, prefix)),
    }),
  );
  const divider: Block = { kind: 'divider', id: `${prefix}divider`, mark, title };
  return [{ ...PLAIN_SECTION, form: 'sheet', opens: 'odd', numbered: false, blocks: [divider] }, ...sections];
}

/** The block with the prefix before its id and before every id that it points at. */
function renamed(block: Block, prefix: string): Block {
  const inner = deepMap(block, (node) =>
    node.kind === 'reference' ? { ...node, target: `${prefix}${node.target}` } : node,
  );
  if (inner.kind === 'contents') return { ...inner, scope: `${prefix}${(inner as ContentsBlock).scope}` };
  return 'id' in inner && inner.id !== '' ? { ...inner, id: `${prefix}${inner.id}` } : inner;
}

/** Every inline below the block goes through `change`. */
function deepMap(block: Block, change: (node: Inline) => Inline): Block {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const node = value as { kind?: string };
    // Figures carry their whole provenance, charts their data: there is no inline in either.
    if (node.kind === 'figure') return value;
    const changed = node.kind === 'reference' ? change(value as Inline) : value;
    return Object.fromEntries(
      Object.entries(changed).map(([key, inner]) => [key, key === 'chart' ? inner : walk(inner)]),
    );
  };
  return walk(block) as Block;
}
