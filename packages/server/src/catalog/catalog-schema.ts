/**
 * What the catalogue routes give and take.
 * @module
 */
import { z } from '@hono/zod-openapi';
import type { AttributeType } from '@sente/catalog';

/** What a column can be: something to ask about, something that only describes an item, or nothing. */
export const COLUMN_TYPES = [
  'category',
  'list',
  'number',
  'boolean',
  'text',
  'id',
  'name',
  'image',
  'link',
  'popularity',
  'ignore',
] as const;

/** One of `COLUMN_TYPES`. */
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** Where the current catalogue came from. */
export type CatalogSource = 'built-in' | 'file' | 'upload';

/** One attribute of the current catalogue. */
export interface AttributeSummary {
  readonly attribute: number;
  readonly key: string;
  readonly label: string;
  readonly type: AttributeType;
  readonly unit: string | null;
  readonly role: 'price' | 'stock' | null;
  readonly askable: boolean;
  /** At most twelve, commonest first; numbers in the order of their ranges. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** How many values there are in all. */
  readonly distinct: number;
}

/** The current catalogue. */
export interface CatalogSummary {
  readonly name: string;
  readonly noun: { readonly one: string; readonly many: string };
  readonly size: number;
  readonly source: CatalogSource;
  readonly attributes: readonly AttributeSummary[];
  /** Every column of its table, those that only describe an item too; ignored ones are left out. */
  readonly columns: readonly ColumnPreview[];
}

/** A column of an upload, as inferred and corrected. */
export interface ColumnPreview {
  readonly key: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly unit: string | null;
  readonly role: 'price' | 'stock' | null;
  readonly askable: boolean;
  readonly distinct: number;
  /** Items without a value. */
  readonly empty: number;
  /** Items whose cell is no number although the column is one of numbers ("on request"). */
  readonly unread: number;
  readonly examples: readonly string[];
  readonly why: string;
}

/** An upload before it becomes the catalogue. */
export interface Preview {
  readonly upload: string;
  readonly name: string;
  readonly size: number;
  readonly columns: readonly ColumnPreview[];
  readonly sample: readonly Readonly<Record<string, string>>[];
}

/** What the owner says about a column, against what was inferred. */
export interface Correction {
  type?: ColumnType;
  role?: 'price' | 'stock' | null;
  label?: string;
  unit?: string;
  question?: string;
  askable?: boolean;
}

/** Corrections by column key. */
export type Corrections = Record<string, Correction>;

/** `POST /api/catalog`. */
export interface AdoptRequest {
  upload: string;
  name?: string;
  noun?: { one: string; many: string };
  columns?: Corrections;
}

const words = z.string().min(1).max(200);
const role = z.enum(['price', 'stock']).nullable();

const corrections: z.ZodType<Corrections> = z
  .record(
    z.string().max(1000),
    z.strictObject({
      type: z.enum(COLUMN_TYPES).optional(),
      role: role.optional(),
      label: words.optional(),
      unit: z.string().max(20).optional(),
      question: z.string().max(500).optional(),
      askable: z.boolean().optional(),
    }),
  )
  .openapi('Corrections');

/** `AdoptRequest`, checked. */
export const adoptRequest: z.ZodType<AdoptRequest> = z
  .strictObject({
    upload: z.string().max(100),
    name: words.optional(),
    noun: z.strictObject({ one: words, many: words }).optional(),
    columns: corrections.optional(),
  })
  .openapi('AdoptRequest');

/** A preview again, corrected. */
export const correctRequest: z.ZodType<{ columns: Corrections }> = z
  .strictObject({ columns: corrections })
  .openapi('CorrectRequest');

const columns: z.ZodType<readonly ColumnPreview[]> = z
  .array(
    z.object({
      key: z.string(),
      label: z.string(),
      type: z.enum(COLUMN_TYPES),
      unit: z.string().nullable(),
      role,
      askable: z.boolean(),
      distinct: z.int(),
      empty: z.int(),
      unread: z.int(),
      examples: z.array(z.string()).readonly(),
      why: z.string(),
    }),
  )
  .readonly();

/** `CatalogSummary` for OpenAPI. */
export const catalogSummary: z.ZodType<CatalogSummary> = z
  .object({
    name: z.string(),
    noun: z.object({ one: z.string(), many: z.string() }),
    size: z.int(),
    source: z.enum(['built-in', 'file', 'upload']),
    attributes: z
      .array(
        z.object({
          attribute: z.int(),
          key: z.string(),
          label: z.string(),
          type: z.enum(['category', 'list', 'number', 'boolean']),
          unit: z.string().nullable(),
          role,
          askable: z.boolean(),
          values: z.array(z.object({ value: z.string(), count: z.int() })).readonly(),
          distinct: z.int(),
        }),
      )
      .readonly(),
    columns,
  })
  .openapi('CatalogSummary');

/** `Preview` for OpenAPI. */
export const previewSchema: z.ZodType<Preview> = z
  .object({
    upload: z.string(),
    name: z.string(),
    size: z.int(),
    columns,
    sample: z.array(z.record(z.string(), z.string())).readonly(),
  })
  .openapi('Preview');
