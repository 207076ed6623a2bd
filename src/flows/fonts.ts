/** Adding a free 仿宋 to the workspace; the work is done in render/fonts. */
export { addFangsong, type RunCommand } from '../render/fonts/add-fangsong.ts';
