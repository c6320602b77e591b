// Template engine port: a safe language for the texts users edit. A broken template is a value, so that it never stops the others.
import type { Result } from '@quittance/core/kernel';

/** Where and why a template cannot be used. Lines and columns are 1-based. */
export type TemplateRefusal = Readonly<{
  code: 'template_syntax' | 'unknown_field' | 'unknown_filter' | 'too_expensive' | 'too_long';
  line: number;
  column: number;
  /** The piece of the template at fault: a field, a filter, a tag; cut to a readable length. */
  seen: string;
  /** The engine's own words, for the log; the catalogues speak to people. */
  detail: string;
}>;

/** Values a template may read: texts already in the message's language, raw numbers beside them. */
export type TemplateFields = Readonly<{ [name: string]: unknown }>;

export type TemplateEngine = Readonly<{
  /**
   * Parses without rendering and lists the fields used ("company.name"), for the editor. Refused with every fault found, in the order of
   * the text; a field not in `knownFields` is one.
   */
  inspect(source: string, knownFields: readonly string[]): Result<readonly string[], readonly TemplateRefusal[]>;
  /** Renders text. Nothing is escaped: layouts escape what they print. */
  render(source: string, fields: TemplateFields): Result<string, TemplateRefusal>;
}>;
