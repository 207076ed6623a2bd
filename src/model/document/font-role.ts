/** What a text is set in, by its part in the document. Apart from the theme's schema, which a thread has no use for. */

/** 小标宋 (titles) · 仿宋 (body) · 楷体 · 黑体 · 宋体 (tables, page numbers). */
export const FONT_ROLES = ['title', 'body', 'kai', 'hei', 'song'] as const;
export type FontRole = (typeof FONT_ROLES)[number];
