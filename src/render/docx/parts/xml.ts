/** Elements that `docx` has no class for. */
import { BuilderElement, type ParagraphChild, type XmlComponent } from 'docx';

export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly (XmlComponent | string)[] = [],
): XmlComponent {
  const entries = Object.entries(attributes).map(([key, value]) => [key, { key, value }] as const);
  return new BuilderElement({
    name,
    attributes: Object.fromEntries(entries),
    // Typed as elements only, but a string is written as text.
    children: [...children] as XmlComponent[],
  });
}

/** `docx` writes any element inside a paragraph, though its type names only some. */
export const inParagraph = (component: XmlComponent): ParagraphChild => component as ParagraphChild;
