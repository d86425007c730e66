/**
 * The catalogue a server talks about now, and the uploads that could take its place.
 * @module
 */
import type { Catalog } from '@sente/catalog';
import { ForgetfulMap } from '../chat/forgetful-map.ts';
import { Problem } from '../problem.ts';
import type {
  AdoptRequest,
  CatalogSource,
  CatalogSummary,
  ColumnPreview,
  Corrections,
  Preview,
} from './catalog-schema.ts';
import { withIgnored } from './read-upload.ts';
import { summariseCatalog } from './summary.ts';

/** A table as read: ready to talk about, and ready to show for correction. */
export interface ReadTable {
  readonly catalog: Catalog;
  readonly columns: readonly ColumnPreview[];
  /** The first few items, by column key. */
  readonly sample: Preview['sample'];
}

/** What the owner says about a whole table. */
export interface TableWords {
  readonly name?: string;
  readonly noun?: { readonly one: string; readonly many: string };
  readonly columns?: Corrections;
}

/** Reads an uploaded file; `file` is its name. Throws a CatalogError that says where it went wrong. */
export type TableReader = (bytes: Uint8Array, file: string, words: TableWords) => Promise<ReadTable>;

/** What a shelf works with. */
interface ShelfOptions {
  readonly catalog: Catalog;
  readonly source: CatalogSource;
  readonly read: TableReader;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Uploads are kept this long for correction, in milliseconds; the latest two. */
const UPLOAD_IDLE = 30 * 60_000;

interface Upload {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** As they were inferred, uncorrected. */
  readonly columns: readonly ColumnPreview[];
}

/** Holds one catalogue; a new one takes its place whole, or not at all. */
export class Shelf {
  readonly #options: ShelfOptions;
  readonly #uploads: ForgetfulMap<Upload>;
  #catalog: Catalog;
  #summary: CatalogSummary;
  #onChange: () => void = () => {};

  constructor(options: ShelfOptions) {
    this.#options = options;
    this.#uploads = new ForgetfulMap({ most: 2, idle: UPLOAD_IDLE }, options.now);
    this.#catalog = options.catalog;
    this.#summary = summariseCatalog(options.catalog, options.source);
  }

  get catalog(): Catalog {
    return this.#catalog;
  }

  get summary(): CatalogSummary {
    return this.#summary;
  }

  /** Calls `listener` after every change of the catalogue. One listener. */
  onChange(listener: () => void): void {
    this.#onChange = listener;
  }

  /** Keeps an upload, and shows what was inferred. Throws a CatalogError, and then keeps nothing. */
  async preview(file: string, bytes: Uint8Array): Promise<Preview> {
    const table = await this.#options.read(bytes, file, {});
    const upload = this.#options.newId();
    this.#uploads.set(upload, { file, bytes, columns: table.columns });
    return show(upload, table);
  }

  /** The same upload with corrections. Throws a CatalogError, or Problem `unknown-upload`. */
  async correct(upload: string, columns: Corrections): Promise<Preview> {
    const before = this.#upload(upload);
    const table = await this.#options.read(before.bytes, before.file, { columns });
    return show(upload, { ...table, columns: withIgnored(before.columns, table.columns, columns) });
  }

  /** Makes an upload the current catalogue. Throws likewise; the old catalogue then stays. */
  async adopt({ upload, ...words }: AdoptRequest): Promise<CatalogSummary> {
    const { file, bytes } = this.#upload(upload);
    const { catalog } = await this.#options.read(bytes, file, words);
    return this.#change(catalog, 'upload');
  }

  /** Back to the catalogue the server was started with. */
  reset(): CatalogSummary {
    return this.#change(this.#options.catalog, this.#options.source);
  }

  #change(catalog: Catalog, source: CatalogSource): CatalogSummary {
    this.#summary = summariseCatalog(catalog, source);
    this.#catalog = catalog;
    this.#onChange();
    return this.#summary;
  }

  #upload(id: string): Upload {
    const upload = this.#uploads.get(id);
    if (upload !== undefined) return upload;
    throw new Problem(
      'unknown-upload',
      `There is no upload ${JSON.stringify(id)}; the latest two are kept, for half an hour.`,
      'Choose the file again.',
    );
  }
}

function show(upload: string, { catalog, columns, sample }: ReadTable): Preview {
  return { upload, name: catalog.name, size: catalog.size, columns, sample };
}
