/** Adding a free 仿宋 to the workspace, and getting ready the fonts that ship with us; the work is done in render/fonts. */
export { addFangsong, type RunCommand } from '../render/fonts/add-fangsong.ts';
export { prepareFonts } from '../render/fonts/prepare.ts';
