// Workspaces of regions that do not exist: the repository's data under another name and with other figures, the same ones each time.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const PROVINCE = /江西省/g;
/** An amount as units write it: 26个, 12.5万户. */
const AMOUNT = /^(\d+(?:\.\d+)?)(万?[个家户条项人次座台]{1,2}|亿元|万元)$/;
const VALUES = /(values: \{[^}]*\})/g;
const QUOTED = /'([^']+)'/g;

export const regionName = (index) => `演示地区${String(index).padStart(3, '0')}`;

/** Between 0.7 and 1.3, by the region alone. */
const factorOf = (name) => 0.7 + (createHash('sha256').update(name).digest().readUInt32BE(0) / 2 ** 32) * 0.6;

/** The amount times the factor, with as many decimals as it had. */
function scaled(text, factor) {
  const amount = AMOUNT.exec(text);
  if (!amount) return text;
  const decimals = amount[1].split('.')[1]?.length ?? 0;
  return `${(Number(amount[1]) * factor).toFixed(decimals)}${amount[2]}`;
}

function workbook(bytes, name, factor) {
  const parts = unzipSync(bytes);
  const strings = parts['xl/sharedStrings.xml'];
  if (!strings) return bytes;
  const text = strFromU8(strings)
    .replace(PROVINCE, name)
    .replace(/(<t[^>]*>)([^<]*)(<\/t>)/g, (_, open, value, close) => open + scaled(value, factor) + close);
  return zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(text) }, { level: 1 });
}

const yaml = (text, name, factor) =>
  text
    .replace(PROVINCE, name)
    .replace(VALUES, (values) => values.replace(QUOTED, (_, value) => `'${scaled(value, factor)}'`));

/** Writes data/ and templates/ of the region to `target`. @param source the repository */
export function makeRegion(source, target, index) {
  const name = regionName(index);
  const factor = factorOf(name);
  for (const path of readdirSync(join(source, 'data'), { recursive: true, encoding: 'utf8' })) {
    const from = join(source, 'data', path);
    const to = join(target, 'data', path);
    if (statSync(from).isDirectory()) mkdirSync(to, { recursive: true });
    else {
      mkdirSync(resolve(to, '..'), { recursive: true });
      if (path.endsWith('.xlsx')) writeFileSync(to, workbook(readFileSync(from), name, factor));
      else if (/\.(?:yaml|csv)$/.test(path)) writeFileSync(to, yaml(readFileSync(from, 'utf8'), name, factor));
      else cpSync(from, to);
    }
  }
  symlinkSync(resolve(source, 'templates'), join(target, 'templates'));
  return name;
}
