/** Holds data against a zod schema; every issue becomes a Diagnostic in Chinese at the place of the value. */
import type { z } from 'zod';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import { excerpt } from '../../base/messages/excerpt.ts';
import {
  missingField,
  outOfRange,
  unknownKey,
  unquotedText,
  wrongChoice,
  wrongForm,
  wrongType,
} from '../../base/messages/files.ts';
import { nearest } from '../../base/nearest.ts';
import { type LocatedData, type Path, valueAt } from './located.ts';

type Issue = z.core.$ZodIssue;

const TYPE_NAMES: Partial<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（每项以“- ”开头）',
  object: '一组字段',
  record: '一组字段',
  tuple: '列表（每项以“- ”开头）',
  null: '空',
};

/** The value, typed and with defaults filled in, or the problems; all of them, not the first. */
export function checkSchema<S extends z.ZodType>(schema: S, located: LocatedData): Outcome<z.output<S>> {
  const result = schema.safeParse(located.data);
  if (result.success) return { value: result.data, diagnostics: [] };
  return {
    value: undefined,
    diagnostics: result.error.issues
      .flatMap((issue) => describe(schema, located, issue, []))
      .sort(inReadingOrder),
  };
}

function inReadingOrder(a: Diagnostic, b: Diagnostic): number {
  return (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
}

function describe(schema: z.ZodType, located: LocatedData, issue: Issue, before: Path): Diagnostic[] {
  const path = [...before, ...issue.path];
  const value = valueAt(located.data, path);
  const field = fieldName(located, path);
  const at = located.at(path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path);
      return issue.keys.map((key) =>
        unknownKey(located.atKey([...path, key]), key, nearest(key, known), known),
      );
    }
    case 'invalid_type':
      if (value === undefined && path.length > 0) return [missingField(at, field)];
      if (issue.expected === 'string' && isBareWord(value))
        return [unquotedText(at, field, located.raw(path) ?? String(value))];
      return [wrongType(at, field, found(value), [TYPE_NAMES[issue.expected] ?? issue.expected])];
    case 'invalid_value': {
      if (value === undefined) return [missingField(at, field)];
      const options = issue.values.map(String);
      return [wrongChoice(at, field, found(value), options, nearest(String(value), options))];
    }
    case 'invalid_union':
      return describeUnion(schema, located, issue, path);
    case 'invalid_format':
      return [wrongForm(at, field, found(value), issue.message)];
    case 'too_small':
      return [outOfRange(at, field, limit(issue.origin, '不少于', '大于', issue.minimum, issue.inclusive))];
    case 'too_big':
      return [outOfRange(at, field, limit(issue.origin, '不多于', '小于', issue.maximum, issue.inclusive))];
    case 'invalid_key':
      return [wrongForm(at, field, String(path.at(-1)), issue.issues[0]?.message ?? '')];
    default:
      return [wrongForm(at, field, found(value), issue.message)];
  }
}

function describeUnion(
  schema: z.ZodType,
  located: LocatedData,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
): Diagnostic[] {
  const value = valueAt(located.data, path);
  const at = located.at(path);
  if (value === undefined && path.length > 0) return [missingField(at, fieldName(located, path))];
  const branches = issue.errors;
  if (branches.length === 0) {
    const options = discriminators(schema, path);
    return [
      wrongChoice(at, fieldName(located, path), found(value), options, nearest(String(value), options)),
    ];
  }
  const heads = branches.map((errors) => errors[0]);
  if (heads.every((head) => head?.code === 'invalid_type' && head.path.length === 0)) {
    const expected = heads.flatMap((head) =>
      head?.code === 'invalid_type' ? (TYPE_NAMES[head.expected] ?? []) : [],
    );
    return [wrongType(at, fieldName(located, path), found(value), [...new Set(expected)])];
  }
  // The branch that fits best has the fewest complaints.
  const best = [...branches].sort((a, b) => a.length - b.length)[0] ?? [];
  return best.flatMap((inner) => describe(schema, located, inner, path));
}

function limit(
  origin: string,
  least: string,
  beyond: string,
  bound: number | bigint,
  inclusive = true,
): string {
  const counted = origin === 'array' ? '项' : origin === 'string' ? '字' : '';
  return `${inclusive ? least : beyond}${bound}${counted}`;
}

/** What only lacks quotes to be a text. */
const isBareWord = (value: unknown): boolean => typeof value === 'number' || typeof value === 'boolean';

/** The last named part of the path: values of lists are called by the list's name and their number. */
function fieldName(located: LocatedData, path: Path): string {
  const label = located.label?.(path);
  if (label !== undefined) return label;
  const last = path.at(-1);
  if (last === undefined) return '整个文件';
  return typeof last === 'number' ? `${String(path.at(-2) ?? '列表')}第${last + 1}项` : String(last);
}

function found(value: unknown): string {
  if (value === null || value === undefined) return '空';
  if (Array.isArray(value)) return '列表';
  if (typeof value === 'object') return '一组字段';
  return excerpt(String(value));
}

/** Schemas that can stand at the path, with optional, default and nullable taken off. */
function schemasAt(schema: z.core.$ZodType, path: Path): z.core.$ZodTypes[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default') {
    return schemasAt(def.innerType, path);
  }
  if (def.type === 'union') return def.options.flatMap((option) => schemasAt(option, path));
  const [head, ...rest] = path;
  if (head === undefined) return [schema as z.core.$ZodTypes];
  const child =
    def.type === 'object'
      ? def.shape[String(head)]
      : def.type === 'array'
        ? def.element
        : def.type === 'record'
          ? def.valueType
          : def.type === 'tuple'
            ? def.items[Number(head)]
            : undefined;
  return child ? schemasAt(child, rest) : [];
}

function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const keys = schemasAt(schema, path).flatMap(({ _zod: { def } }) =>
    def.type === 'object' ? Object.keys(def.shape) : [],
  );
  return [...new Set(keys)];
}

/** The words a discriminator may hold: its path names the field inside the union. */
function discriminators(schema: z.core.$ZodType, path: Path): string[] {
  return schemasAt(schema, path).flatMap(({ _zod: { def } }) =>
    def.type === 'literal' ? def.values.map(String) : [],
  );
}
